import { element } from '../../html/element.ts';
import { newBlockId } from '../../ids.ts';
import { blockSchema } from '../base.ts';
import type { BlockBase, BlockSpec } from '../spec.ts';
import { dividerWire } from './wire.ts';

export interface Divider extends BlockBase {
  type: 'divider';
}

export const dividerSchema = blockSchema('divider', {});

export const divider: BlockSpec<Divider> = {
  type: 'divider',
  name: 'Divider',
  schema: () => dividerSchema,
  holds: [],
  toHast: () => [element('hr')],
  wire: dividerWire,
  fromHast: (from) => (from.tagName === 'hr' ? [{ type: 'divider', id: newBlockId() }] : undefined),
};
