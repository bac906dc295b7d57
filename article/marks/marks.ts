import { z } from 'zod';
import { bold } from './bold.ts';
import { code } from './code.ts';
import { type Comment, comment } from './comment.ts';
import { italic } from './italic.ts';
import { type Link, link } from './link.ts';
import { type Note, note } from './note.ts';
import type { MarkSpec, SimpleMarkSpec } from './spec.ts';
import { strikethrough } from './strikethrough.ts';
import { subscript } from './subscript.ts';
import { type Suggestion, suggestion } from './suggestion.ts';
import { superscript } from './superscript.ts';
import { underline } from './underline.ts';

/** The marks that say only that they are there, in the order in which they are kept and nest. */
const simple = [bold, italic, underline, strikethrough, subscript, superscript, code] as const;

export type SimpleMark = (typeof simple)[number]['type'];

/** A mark that holds for a run of text. A type that is not known here is kept as it was read. */
export type Mark = { type: SimpleMark } | Link | Note | Comment | Suggestion;

export const simpleMarkSpecs: readonly (SimpleMarkSpec & { type: SimpleMark })[] = simple;

export const SIMPLE_MARKS: readonly SimpleMark[] = simple.map(({ type }) => type);

const asSpec = ({ type, inclusive }: SimpleMarkSpec): MarkSpec => ({
  type,
  schema: z.looseObject({ type: z.literal(type) }),
  publish: () => 'keep',
  ...(inclusive && { inclusive }),
});

/** Every mark type that this Galley knows, in the canonical order. */
export const markSpecs: ReadonlyMap<string, MarkSpec> = new Map(
  [...simpleMarkSpecs.map(asSpec), link, note, comment, suggestion].map((spec) => [
    spec.type,
    spec,
  ]),
);

/** The place of each type in the canonical order. */
export const MARK_ORDER: ReadonlyMap<string, number> = new Map(
  [...markSpecs.keys()].map((type, at) => [type, at]),
);
