import { hasClass } from '../../html/classes.ts';
import { element } from '../../html/element.ts';
import { inlineToHast } from '../../html/inline.ts';
import { collapseText, hasInk } from '../../html/white-space.ts';
import { newBlockId } from '../../ids.ts';
import { type Run, runsSchema } from '../../inline.ts';
import { textSchema } from '../../schema.ts';
import { blockSchema } from '../base.ts';
import { quotedFigure, signed } from '../quote/quote.ts';
import { paragraphOf, textRuns } from '../paragraph/paragraphs.ts';
import type { BlockBase, BlockSpec } from '../spec.ts';
import { pullquoteWire } from './wire.ts';

/** Words of the story, set large in the middle of it. */
export interface Pullquote extends BlockBase {
  type: 'pullquote';
  content: Run[];
  attribution: string;
}

export const pullquoteSchema = blockSchema('pullquote', {
  content: runsSchema,
  attribution: textSchema.default(''),
});

export const pullquote: BlockSpec<Pullquote> = {
  type: 'pullquote',
  name: 'Pull quote',
  schema: () => pullquoteSchema,
  part: 'pullquotes',
  counted: 'quotes',
  forCell: ({ content, attribution }) =>
    [content, textRuns(attribution)]
      .filter(({ length }) => length > 0)
      .map((runs) => paragraphOf(runs)),
  holds: [
    { key: 'content', is: 'runs' },
    { key: 'attribution', is: 'text' },
  ],
  toHast({ content, attribution }) {
    const words = inlineToHast(content);
    const children =
      words.length === 0 ? [] : [element('blockquote', {}, [element('p', {}, words)])];
    if (hasInk(attribution)) {
      children.push(element('figcaption', {}, collapseText(attribution)));
    }
    return children.length === 0 ? [] : [element('figure', { className: ['pullquote'] }, children)];
  },
  wire: pullquoteWire,
  fromHast(from, read) {
    const isPullquote = ['pullquote', 'pull-quote', 'wp-block-pullquote'].some((name) =>
      hasClass(from, name),
    );
    if (!isPullquote) return undefined;
    const parts =
      from.tagName === 'blockquote' || from.tagName === 'aside'
        ? { quoted: from, attribution: [] }
        : quotedFigure(from, hasClass(from, 'pullquote'));
    if (parts === undefined) return undefined;
    const { words, attribution } = signed(parts.quoted?.children ?? [], parts.attribution, read);
    const content = read.runs(words);
    if (content.length === 0 && attribution === '') return [];
    return [{ type: 'pullquote', id: newBlockId(), content, attribution }];
  },
};
