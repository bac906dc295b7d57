import { newBlockId } from '../../ids.ts';
import type { WireForm } from '../../wire/form.ts';
import { RULE } from '../../wire/lines.ts';

/** A line with three stars. */
export const dividerWire: WireForm = {
  write: ({ tagName }) => (tagName === 'hr' ? RULE : undefined),
  readText: (text) => (text === RULE ? { type: 'divider', id: newBlockId() } : undefined),
};
