import { z } from 'zod';
import { AppError } from './app-error.ts';
import { type Article, FORMAT, type Status, type StatusChange, articleSchema } from './fields.ts';
import { newArticleId } from './ids.ts';
import { VERSION, migrate } from './migrations.ts';
import { type Fault, faultsWith, parseWith } from './schema.ts';
import { uniqueIds } from './unique-ids.ts';

export {
  type Article,
  type Byline,
  type Correction,
  STATUSES,
  type Stamp,
  type Status,
} from './fields.ts';

/**
 * Reads an article of this version or an older one. Unknown keys, blocks and marks are kept,
 * missing fields get their defaults, doubled ids are minted anew.
 * Throws an AppError with the path of the first fault (`invalid`), or `newer-version`.
 */
export function parseArticle(value: unknown): Article {
  const parsed = parseWith(articleSchema, migrate(value));
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
