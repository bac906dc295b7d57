import { z } from 'zod';
import { blocksSchema } from './blocks/blocks.ts';
import { NOTE_KINDS } from './kinds.ts';
import {
  type MergeRule,
  eachBy,
  itemsById,
  itemsOfBoth,
  savesOfBoth,
  theLater,
} from './merge-rules.ts';
import { savesSchema } from './saves.ts';
import { idSchema, instantSchema, openObject, textSchema } from './schema.ts';

export const FORMAT = 'galley-article';

export const STATUSES = ['draft', 'in-review', 'approved', 'published', 'spiked'] as const;
const status = z.enum(STATUSES);
export type Status = z.output<typeof status>;

const bylineSchema = openObject({
  role: z.enum(['author', 'reporting', 'photo', 'editing']).default('author'),
  name: textSchema,
  email: z.exactOptional(textSchema),
  url: z.exactOptional(textSchema),
});

/** A person who made the article. `role` decides where the name is printed. */
export type Byline = z.output<typeof bylineSchema>;

const stampSchema = openObject({
  instant: z.exactOptional(instantSchema),
  zone: z.exactOptional(textSchema),
  printed: textSchema,
});

/**
 * The printed publication time. `instant` is RFC 3339 with the offset in force
 * (`2021-12-25T11:01:00+09:00`), `zone` an IANA name; both are absent while the printed form is
 * not understood or its zone is in doubt.
 */
export type Stamp = z.output<typeof stampSchema>;

const statusChangeSchema = openObject({
  at: textSchema,
  by: textSchema,
  from: status,
  to: status,
  note: z.exactOptional(textSchema),
});

/** One step in the life of an article. */
export type StatusChange = z.output<typeof statusChangeSchema>;

const correctionSchema = openObject({
  kind: z.enum(NOTE_KINDS),
  text: textSchema,
  at: textSchema,
});

/** A published correction, clarification or update; `at` is RFC 3339. */
export type Correction = z.output<typeof correctionSchema>;

const embargoSchema = openObject({ local: textSchema, instant: textSchema, zone: textSchema });

const lengthTargetSchema = openObject({
  unit: z.enum(['words', 'characters', 'lines']),
  value: z.number(),
  tolerance: z.number(),
});

const reviewSchema = openObject({
  threads: z.array(z.unknown()).default([]),
  suggestions: z.array(z.unknown()).default([]),
});

const text = textSchema.default('');
const optionalText = z.exactOptional(textSchema);

/** What is known of a field besides how it is read. */
interface Field {
  schema: z.ZodType;
  /** What a note to the desk calls it; without it, it is one of the details. */
  name?: string;
  /** Two sides are brought together word by word, or block by block; else the field is one value. */
  holds?: 'text' | 'blocks';
  /** A person wrote these words: they are looked at where two states are compared. */
  words?: true;
  /** How two values that both sides have changed become one; without it they are a conflict. */
  merge?: MergeRule;
  /**
   * Two texts that come into one story need not agree on it: there is room for both, or it is no word
   * of theirs.
   */
  yields?: true;
}

/**
 * Everything that an article says, in the order of its file. Form, order and merge derive from this
 * list; what goes out is named in `publish` and `handOver`, and nothing else does. A new field is
 * optional: files that lack it keep their bytes.
 */
export const ARTICLE_FIELDS = {
  format: { schema: z.literal(FORMAT) },
  version: { schema: z.int().min(1) },
  id: { schema: idSchema, yields: true },
  /** BCP 47 */
  language: { schema: textSchema.default('en'), name: 'Language' },
  /** RFC 3339, UTC */
  created: { schema: textSchema, yields: true },
  /** RFC 3339, UTC */
  modified: { schema: textSchema, yields: true, merge: theLater },
  /** Which saves this state was made with; see `Saves`. */
  saves: { schema: z.exactOptional(savesSchema), yields: true, merge: savesOfBoth },
  status: { schema: status.default('draft'), name: 'Status' },
  slugline: { schema: text, name: 'Slugline', words: true },
  urlSlug: { schema: text },
  canonicalUrl: { schema: optionalText, name: 'Address' },
  kicker: { schema: text, name: 'Kicker', holds: 'text', words: true },
  headline: { schema: text, name: 'Headline', holds: 'text', words: true },
  standfirst: { schema: text, name: 'Standfirst', holds: 'text', words: true },
  bylines: {
    schema: z.array(bylineSchema).default([]),
    name: 'Byline',
    words: true,
    merge: itemsOfBoth,
  },
  /** The byline as it is printed, kept to the letter if it was set by hand. */
  bylineText: { schema: optionalText, name: 'Byline' },
  section: { schema: text, name: 'Section', words: true },
  keywords: {
    schema: z.array(textSchema).default([]),
    name: 'Keywords',
    words: true,
    merge: itemsOfBoth,
  },
  genre: { schema: text },
  /** 1 (highest) to 9 */
  urgency: { schema: z.exactOptional(z.int().min(1).max(9)), name: 'Urgency' },
  /** Internal: a note to the desk, never published. */
  edNote: { schema: text, name: 'Note to the desk', holds: 'text', yields: true, words: true },
  /** Internal: not to be published before `instant`. */
  embargo: { schema: z.exactOptional(embargoSchema), name: 'Embargo' },
  lengthTarget: { schema: z.exactOptional(lengthTargetSchema) },
  stamp: { schema: z.exactOptional(stampSchema), name: 'Publication time' },
  body: { schema: blocksSchema, holds: 'blocks', yields: true },
  corrections: {
    schema: z.array(correctionSchema).default([]),
    name: 'Corrections',
    merge: itemsOfBoth,
  },
  review: {
    schema: reviewSchema.default({ threads: [], suggestions: [] }),
    merge: eachBy({ threads: itemsById, suggestions: itemsById }),
  },
  history: {
    schema: z.array(statusChangeSchema).default([]),
    name: 'History',
    merge: itemsOfBoth,
  },
} as const satisfies Record<string, Field>;

type Fields = typeof ARTICLE_FIELDS;
export type ArticleField = keyof Fields;

/** What is known of a field, by any key of a file. */
export const articleFields: ReadonlyMap<string, Field> = new Map(Object.entries(ARTICLE_FIELDS));

/** The fields of which something holds, in the order of the file. */
export function fieldsThat(hold: (field: Field) => boolean): ArticleField[] {
  return (Object.keys(ARTICLE_FIELDS) as ArticleField[]).filter((key) => hold(ARTICLE_FIELDS[key]));
}

/** The fields that a person writes as text, by their names, in the order of the file. */
export const TEXT_FIELDS: readonly TextField[] = fieldsThat(
  ({ schema, name }) => name !== undefined && (schema === text || schema === optionalText),
) as TextField[];
export type TextField = {
  [Key in ArticleField]: Fields[Key] extends { name: string }
    ? string extends z.output<Fields[Key]['schema']> | undefined
      ? Key
      : never
    : never;
}[ArticleField];

/** True for a field that is left out of a story while it is empty. */
export function isOptional(field: ArticleField): boolean {
  return ARTICLE_FIELDS[field].schema instanceof z.ZodExactOptional;
}

const shape = Object.fromEntries([...articleFields].map(([key, { schema }]) => [key, schema])) as {
  [Key in ArticleField]: Fields[Key]['schema'];
};

/** An article of the present version; unknown keys are kept. */
export const articleSchema = openObject(shape);

/** An article as it is in memory; on disk it is the canonical JSON of `serializeArticle`. */
export interface Article extends z.output<typeof articleSchema> {}
