import type { BigIntStats } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import { printedByline } from '../../article/byline.ts';
import { storyLength } from '../../article/counts.ts';
import { articleFile, readArticleBytes } from './article-disk.ts';
import type { IndexRow } from './article-index.ts';
import { systemCode } from './file-fault.ts';
import { slugOf } from './folder-name.ts';
import { placeInDesk } from './inside-desk.ts';
import { readWithStats } from './read-text.ts';
import { contentHash } from './safe-name.ts';
import { noLines, searchedLines } from './search-text.ts';

/** A file changed so lately that another change might not show in its times, in milliseconds. */
const FRESH = 2000;

/**
 * Size, times and inode number of a file, which show whether it has changed without reading it.
 * Empty for a file that is not there, or so fresh that it must be read again.
 */
export async function fileStamp(file: string): Promise<string> {
  try {
    return stampOf(await fs.stat(file, { bigint: true }));
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return '';
  }
}

function stampOf({ size, mtimeNs, ctimeNs, ino, mtimeMs }: BigIntStats): string {
  return Date.now() - Number(mtimeMs) < FRESH ? '' : [size, mtimeNs, ctimeNs, ino].join('-');
}

/** A file whose times have changed, and its content not. */
export type SameRow = Pick<IndexRow, 'folder' | 'hash' | 'stamp'>;

/**
 * Reads an article folder for the index; a file that is refused becomes a line with its fault, one
 * with the hash that is known already is not looked into.
 */
export async function readRow(
  articles: string,
  folder: string,
  known?: { id: string; hash: string },
): Promise<IndexRow | SameRow> {
  const file = articleFile(path.join(articles, folder));
  let stamp: string | undefined;
  try {
    await placeInDesk(path.dirname(file), file);
    const { bytes, stats } = await readWithStats(file);
    stamp = stampOf(stats);
    const hash = contentHash(bytes);
    if (hash === known?.hash) return { folder, hash, stamp };
    return rowOf(readArticleBytes(file, bytes).article, { folder, hash, stamp });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    stamp ??= await fileStamp(file);
    const modified = await modifiedTime(file);
    return faultRow(folder, error.message, { stamp, modified }, known?.id);
  }
}

/** The line of an article in the index. */
export function rowOf(
  article: Article,
  file: Pick<IndexRow, 'folder' | 'hash' | 'stamp'>,
): IndexRow {
  return {
    ...file,
    id: article.id,
    slug: slugOf(article),
    headline: article.headline,
    slugline: article.slugline,
    section: article.section,
    byline: printedByline(article),
    status: article.status,
    language: article.language,
    canonicalUrl: article.canonicalUrl ?? '',
    ...storyLength(article),
    modified: article.modified,
    searched: searchedLines(article),
  };
}

/** The line of a folder whose article cannot be read; it keeps the id that it was known by. */
export function faultRow(
  folder: string,
  fault: string,
  file: Pick<IndexRow, 'stamp' | 'modified'>,
  knownId?: string,
): IndexRow {
  return {
    folder,
    id: knownId ?? `fault-${contentHash(folder).slice(0, 16)}`,
    hash: '',
    ...file,
    slug: '',
    headline: folder,
    slugline: '',
    section: '',
    byline: '',
    status: 'draft',
    language: '',
    canonicalUrl: '',
    words: 0,
    characters: 0,
    fault,
    searched: { ...noLines(), headline: [folder], body: [fault] },
  };
}

async function modifiedTime(file: string): Promise<string> {
  const time = await fs.stat(file).then(
    ({ mtime }) => mtime,
    () => new Date(0),
  );
  return time.toISOString();
}
