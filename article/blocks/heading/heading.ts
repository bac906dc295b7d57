import type { Element } from 'hast';
import { z } from 'zod';
import { classesOf } from '../../html/classes.ts';
import { element } from '../../html/element.ts';
import { inlineToHast } from '../../html/inline.ts';
import { newBlockId } from '../../ids.ts';
import { type Run, runsSchema } from '../../inline.ts';
import { blockSchema } from '../base.ts';
import { paragraphOf } from '../paragraph/paragraphs.ts';
import type { BlockBase, BlockSpec } from '../spec.ts';
import { headingMarkdown } from './markdown.ts';
import { headingWire } from './wire.ts';

/** A crosshead: a heading in the body. Level 2 is the first below the headline. */
export interface Heading extends BlockBase {
  type: 'heading';
  level: 2 | 3 | 4;
  content: Run[];
}

export const headingSchema = blockSchema('heading', {
  level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
  content: runsSchema,
});

/** Levels of other pages: the headline is ours, and there is no level below 4. */
const LEVELS: Record<string, Heading['level']> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 };

export const heading: BlockSpec<Heading> = {
  type: 'heading',
  name: 'Crosshead',
  schema: () => headingSchema,
  counted: 'crossheads',
  forCell: ({ content }) => [paragraphOf(content)],
  holds: [
    { key: 'level', is: 'value' },
    { key: 'content', is: 'runs' },
  ],
  toHast(block) {
    const content = inlineToHast(block.content);
    return content.length === 0 ? [] : [element(`h${block.level}`, {}, content)];
  },
  wire: headingWire,
  markdown: headingMarkdown,
  fromHast(from, read) {
    const level = writersLevel(from) ?? LEVELS[from.tagName];
    if (level === undefined) return undefined;
    const content = read.runs(from.children);
    return content.length === 0 ? [] : [{ type: 'heading', id: newBlockId(), level, content }];
  },
};

/** Printed levels never skip one; where that changed a level, a class keeps the writer's. */
function writersLevel(from: Element): Heading['level'] | undefined {
  if (!(from.tagName in LEVELS)) return undefined;
  return ([2, 3, 4] as const).find((level) => classesOf(from).includes(`crosshead-${level}`));
}
