import { z } from 'zod';
import { NOTE_KINDS, type NoteKind } from '../../kinds.ts';
import { classesOf, hasClass } from '../../html/classes.ts';
import { element } from '../../html/element.ts';
import { byClass, shownText } from '../../html/find.ts';
import { inlineToHast } from '../../html/inline.ts';
import { noteHead } from '../../html/note-head.ts';
import { newBlockId } from '../../ids.ts';
import { type Run, runsSchema } from '../../inline.ts';
import { textSchema } from '../../schema.ts';
import { blockSchema } from '../base.ts';
import { paragraphOf } from '../paragraph/paragraphs.ts';
import type { BlockBase, BlockSpec } from '../spec.ts';
import { correctionMarkdown } from './markdown.ts';
import { correctionWire } from './wire.ts';

/** A note in the story that says what was put right in it; `at` is RFC 3339, empty if not known. */
export interface CorrectionNote extends BlockBase {
  type: 'correction';
  kind: NoteKind;
  at: string;
  content: Run[];
}

export const correctionSchema = blockSchema('correction', {
  kind: z.enum(NOTE_KINDS),
  content: runsSchema,
  at: textSchema.default(''),
});

export const correction: BlockSpec<CorrectionNote> = {
  type: 'correction',
  name: 'Correction note',
  schema: () => correctionSchema,
  part: 'corrections',
  forCell: ({ content }) => [paragraphOf(content)],
  holds: [
    { key: 'kind', is: 'value' },
    { key: 'at', is: 'value' },
    { key: 'content', is: 'runs' },
  ],
  toHast({ kind, at, content }, _, page) {
    const text = inlineToHast(content);
    if (text.length === 0) return [];
    const children = [
      ...noteHead({ kind, at }, page),
      element('span', { className: ['note-text'] }, text),
    ];
    return [element('p', { className: ['correction-note', kind] }, children)];
  },
  wire: correctionWire,
  markdown: correctionMarkdown,
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
        kind: NOTE_KINDS.find((kind) => kinds.includes(kind)) ?? 'correction',
        at: typeof time === 'string' ? time : shownText(at),
        content,
      },
    ];
  },
};
