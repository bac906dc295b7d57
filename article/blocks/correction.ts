import type { ElementContent } from 'hast';
import { z } from 'zod';
import { classesOf, hasClass } from '../html/classes.ts';
import { element } from '../html/element.ts';
import { byClass, shownText } from '../html/find.ts';
import { inlineToHast } from '../html/inline.ts';
import { isInstant, printInstant } from '../html/instant.ts';
import { collapseText, hasInk } from '../html/white-space.ts';
import { newBlockId } from '../ids.ts';
import { type Run, runsSchema } from '../inline.ts';
import { textSchema } from '../schema.ts';
import { baseKeys } from './base.ts';
import type { BlockBase, BlockSpec } from './spec.ts';

/** A note in the story that says what was put right in it; `at` is RFC 3339, empty if not known. */
export interface CorrectionNote extends BlockBase {
  type: 'correction';
  kind: 'correction' | 'clarification' | 'update';
  at: string;
  content: Run[];
}

export const correctionSchema = z.looseObject({
  ...baseKeys,
  type: z.literal('correction'),
  kind: z.enum(['correction', 'clarification', 'update']),
  at: textSchema.default(''),
  content: runsSchema,
});

export const correction: BlockSpec<CorrectionNote> = {
  type: 'correction',
  schema: correctionSchema,
  part: 'corrections',
  holds: [
    { key: 'kind', is: 'value' },
    { key: 'at', is: 'value' },
    { key: 'content', is: 'runs' },
  ],
  toHast({ kind, at, content }, _, { words, zone, language }) {
    const text = inlineToHast(content);
    if (text.length === 0) return [];
    const space = { type: 'text', value: ' ' } as const;
    const children: ElementContent[] = [
      element('strong', { className: ['label'], ...words.own }, words[kind]),
      space,
    ];
    if (isInstant(at)) {
      const printed = printInstant(at, zone, language);
      children.push(element('time', { className: ['at'], dateTime: at }, printed), space);
    } else if (hasInk(at)) {
      children.push(element('span', { className: ['at'] }, collapseText(at)), space);
    }
    children.push(element('span', { className: ['note-text'] }, text));
    return [element('p', { className: ['correction-note', kind] }, children)];
  },
  fromHast(from, read) {
    if (!hasClass(from, 'correction-note')) return undefined;
    const words = byClass(from, 'note-text');
    const content = words === undefined ? [] : read.runs(words.children);
    if (content.length === 0) return undefined;
    const at = byClass(from, 'at');
    const time = at?.properties.dateTime;
    const kinds = classesOf(from);
    return [
      {
        type: 'correction',
        id: newBlockId(),
        kind:
          (['clarification', 'update'] as const).find((kind) => kinds.includes(kind)) ??
          'correction',
        at: typeof time === 'string' ? time : shownText(at),
        content,
      },
    ];
  },
};
