import { element } from '../../html/element.ts';
import { inlineToHast } from '../../html/inline.ts';
import { newBlockId } from '../../ids.ts';
import { type Run, runsSchema } from '../../inline.ts';
import { blockSchema } from '../base.ts';
import type { BlockBase, BlockSpec } from '../spec.ts';

export interface Paragraph extends BlockBase {
  type: 'paragraph';
  content: Run[];
}

export const paragraphSchema = blockSchema('paragraph', {
  content: runsSchema,
});

export const paragraph: BlockSpec<Paragraph> = {
  type: 'paragraph',
  name: 'Paragraph',
  schema: () => paragraphSchema,
  counted: 'paragraphs',
  inCell: true,
  holds: [{ key: 'content', is: 'runs' }],
  toHast(block) {
    const content = inlineToHast(block.content);
    return content.length === 0 ? [] : [element('p', {}, content)];
  },
  fromHast(from, read) {
    if (from.tagName !== 'p') return undefined;
    const content = read.runs([from]);
    return content.length === 0 ? [] : [{ type: 'paragraph', id: newBlockId(), content }];
  },
};
