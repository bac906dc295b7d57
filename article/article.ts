import { z } from 'zod';
import { NOTE_KINDS, type NoteKind } from './kinds.ts';
import { AppError } from './app-error.ts';
import { type Block, blocksSchema } from './blocks/blocks.ts';
import { uniqueIds } from './unique-ids.ts';
import { newArticleId } from './ids.ts';
import { VERSION, migrate } from './migrations.ts';
import { type Saves, savesSchema } from './saves.ts';
import { type Fault, faultsWith, idSchema, parseWith, textSchema } from './schema.ts';

export const FORMAT = 'galley-article';

export const STATUSES = ['draft', 'in-review', 'approved', 'published', 'spiked'] as const;
export type Status = (typeof STATUSES)[number];

/** A person who made the article. `role` decides where the name is printed. */
export interface Byline {
  name: string;
  role: 'author' | 'reporting' | 'photo' | 'editing';
  email?: string;
  url?: string;
}

/**
 * The printed publication time. `instant` is RFC 3339 with the offset in force
 * (`2021-12-25T11:01:00+09:00`), `zone` an IANA name; both are absent while the printed form is
 * not understood or its zone is in doubt.
 */
export interface Stamp {
  instant?: string;
  zone?: string;
  printed: string;
}

/** One step in the life of an article. */
export interface StatusChange {
  at: string;
  by: string;
  from: Status;
  to: Status;
  note?: string;
}

/** A published correction, clarification or update; `at` is RFC 3339. */
export interface Correction {
  at: string;
  kind: NoteKind;
  text: string;
}

/** An article as it is in memory; on disk it is the canonical JSON of `serializeArticle`. */
export interface Article {
  format: typeof FORMAT;
  version: number;
  id: string;
  /** BCP 47 */
  language: string;
  /** RFC 3339, UTC */
  created: string;
  /** RFC 3339, UTC */
  modified: string;
  /** Which saves this state was made with; see `Saves`. */
  saves?: Saves;
  status: Status;
  slugline: string;
  urlSlug: string;
  canonicalUrl?: string;
  kicker: string;
  headline: string;
  standfirst: string;
  bylines: Byline[];
  /** The byline as it is printed, kept to the letter if it was set by hand. */
  bylineText?: string;
  section: string;
  keywords: string[];
  genre: string;
  /** 1 (highest) to 9 */
  urgency?: number;
  /** Internal: a note to the desk, never published. */
  edNote: string;
  /** Internal: not to be published before `instant`. */
  embargo?: { local: string; zone: string; instant: string };
  lengthTarget?: { unit: 'words' | 'characters' | 'lines'; value: number; tolerance: number };
  stamp?: Stamp;
  body: Block[];
  corrections: Correction[];
  review: { threads: unknown[]; suggestions: unknown[] };
  history: StatusChange[];
}

const status = z.enum(STATUSES);
const text = textSchema.default('');

const articleSchema = z.looseObject({
  format: z.literal(FORMAT),
  version: z.int().min(1),
  id: idSchema,
  language: textSchema.default('en'),
  created: textSchema,
  modified: textSchema,
  saves: z.exactOptional(savesSchema),
  status: status.default('draft'),
  slugline: text,
  urlSlug: text,
  canonicalUrl: z.exactOptional(textSchema),
  kicker: text,
  headline: text,
  standfirst: text,
  bylines: z
    .array(
      z.looseObject({
        name: textSchema,
        role: z.enum(['author', 'reporting', 'photo', 'editing']).default('author'),
        email: z.exactOptional(textSchema),
        url: z.exactOptional(textSchema),
      }),
    )
    .default([]),
  bylineText: z.exactOptional(textSchema),
  section: text,
  keywords: z.array(textSchema).default([]),
  genre: text,
  urgency: z.exactOptional(z.int().min(1).max(9)),
  edNote: text,
  embargo: z.exactOptional(
    z.looseObject({ local: textSchema, zone: textSchema, instant: textSchema }),
  ),
  lengthTarget: z.exactOptional(
    z.looseObject({
      unit: z.enum(['words', 'characters', 'lines']),
      value: z.number(),
      tolerance: z.number(),
    }),
  ),
  stamp: z.exactOptional(
    z.looseObject({
      instant: z.exactOptional(
        z
          .string()
          .regex(
            /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})$/u,
            'expected a time with its offset, such as 2021-12-25T11:01:00+09:00',
          ),
      ),
      zone: z.exactOptional(textSchema),
      printed: textSchema,
    }),
  ),
  body: blocksSchema,
  corrections: z
    .array(
      z.looseObject({
        at: textSchema,
        kind: z.enum(NOTE_KINDS),
        text: textSchema,
      }),
    )
    .default([]),
  review: z
    .looseObject({
      threads: z.array(z.unknown()).default([]),
      suggestions: z.array(z.unknown()).default([]),
    })
    .default({ threads: [], suggestions: [] }),
  history: z
    .array(
      z.looseObject({
        at: textSchema,
        by: textSchema,
        from: status,
        to: status,
        note: z.exactOptional(textSchema),
      }),
    )
    .default([]),
});

/**
 * Reads an article of this version or an older one. Unknown keys, blocks and marks are kept,
 * missing fields get their defaults, doubled ids are minted anew.
 * Throws an AppError with the path of the first fault (`invalid`), or `newer-version`.
 */
export function parseArticle(value: unknown): Article {
  const parsed = parseWith(articleSchema, migrate(value)) as Article;
  return { ...parsed, body: uniqueIds(parsed.body) };
}

/** Everything for which `parseArticle` would refuse this; nothing if it would not. */
export function articleFaults(value: unknown): Fault[] {
  return faultsWith(articleSchema, migrate(value));
}

/** A new, empty draft. `now` is RFC 3339, UTC. */
export function createArticle(
  now: string,
  fields: Partial<Omit<Article, 'format' | 'version'>> = {},
): Article {
  return parseArticle({
    format: FORMAT,
    version: VERSION,
    id: newArticleId(),
    created: now,
    modified: now,
    ...fields,
  });
}

/** A new draft with the words of an article: no history, no address. `now` is RFC 3339, UTC. */
export function draftFrom(article: Article, now: string): Article {
  const { canonicalUrl: _address, saves: _saves, ...kept } = article;
  return {
    ...kept,
    id: newArticleId(),
    created: now,
    modified: now,
    status: 'draft',
    urlSlug: '',
    history: [],
  };
}

/** The article with another status and the step in its history. `now` is RFC 3339, UTC. */
export function changeStatus(
  article: Article,
  to: Status,
  by: string,
  now: string,
  note?: string,
): Article {
  if (to === article.status) return article;
  const step: StatusChange = { at: now, by, from: article.status, to };
  if (note !== undefined && note !== '') step.note = note;
  return { ...article, status: to, history: [...article.history, step] };
}

/** Throws unless `value` is an object that calls itself an article; answers its version. */
export function articleVersion(value: unknown): number {
  return parseWith(headSchema, value).version;
}

// Making a schema takes longer than reading an article with it.
const headSchema = z.looseObject({ format: z.literal(FORMAT), version: z.int().min(1) });

/** The refusal of a file that a newer Galley wrote. */
export function newerVersion(version: number): AppError {
  return new AppError(
    'newer-version',
    `version: ${version} is newer than ${VERSION}, the newest this Galley writes; it opens read-only. Update Galley to edit it`,
    { path: 'version' },
  );
}
