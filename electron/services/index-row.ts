import { type BigIntStats, stat as statFile } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import { printedByline } from '../../article/byline.ts';
import { storyLength } from '../../article/counts.ts';
import { publish } from '../../article/publish.ts';
import { articleFile, readArticleBytes } from './article-disk.ts';
import type { IndexRow } from './article-index.ts';
import { type FileCopy, fileCopies } from './file-copies.ts';
import { systemCode } from './file-fault.ts';
import { slugOf } from './folder-name.ts';
import { placeInDesk } from './inside-desk.ts';
import { readWithStats } from './read-text.ts';
import { contentHash } from './safe-name.ts';
import { noLines, searchedLines } from './search-text.ts';

/** A file changed so lately that another change might not show in its times, in milliseconds. */
const FRESH = 2000;

/**
 * Size, times and inode number of the article in a folder, and the time of the folder: they show
 * without reading whether the article has changed, or what lies beside it. Empty where there is no
 * article, or where they are so fresh that it must be read again.
 */
export async function folderStamp(folder: string): Promise<string> {
  try {
    const [file, { mtimeMs }] = await Promise.all([
      stat(articleFile(folder), { bigint: true }),
      stat(folder),
    ]);
    return stampOf(file, mtimeMs);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    return '';
  }
}

function stampOf(file: BigIntStats, folderTime: number): string {
  const { size, mtimeNs, ctimeNs, ino, mtimeMs } = file;
  const isFresh = Date.now() - Math.max(Number(mtimeMs), folderTime) < FRESH;
  return isFresh ? '' : [size, mtimeNs, ctimeNs, ino, folderTime].join('-');
}

// Costs less than its form in `fs/promises`, and a desk has thousands of folders.
const stat = promisify(statFile);

/** The size of the article in a folder, in bytes; 0 where there is none. */
export async function articleSize(folder: string): Promise<number> {
  return (await stat(articleFile(folder)).catch(unlessBug))?.size ?? 0;
}

/** A file whose times have changed, and its content not. */
export type SameRow = Pick<IndexRow, 'folder' | 'hash' | 'stamp'>;

/** An article folder as it was read, with the files in it that are copies of the article. */
export interface ReadFolder {
  row: IndexRow | SameRow;
  copies: FileCopy[];
}

/** Reads an article folder for the index: see `readRow` and `fileCopies`. */
export async function readFolder(
  articles: string,
  folder: string,
  known?: { id: string; hash: string },
): Promise<ReadFolder> {
  const place = path.join(articles, folder);
  // Before what is in it: what changes meanwhile is then found by the next look.
  const folderTime = (await stat(place).catch(unlessBug))?.mtimeMs ?? Date.now();
  const row = await readRow(articles, folder, folderTime, known);
  const id = 'id' in row ? (row.fault === undefined ? row.id : known?.id) : known?.id;
  return { row, copies: await fileCopies(place, id) };
}

/**
 * Reads an article folder for the index; a file that is refused becomes a line with its fault, one
 * with the hash that is known already is not looked into.
 */
async function readRow(
  articles: string,
  folder: string,
  folderTime: number,
  known?: { id: string; hash: string },
): Promise<IndexRow | SameRow> {
  const file = articleFile(path.join(articles, folder));
  let stamp: string | undefined;
  try {
    await placeInDesk(path.dirname(file), file);
    const { bytes, stats } = await readWithStats(file);
    stamp = stampOf(stats, folderTime);
    const hash = contentHash(bytes);
    if (hash === known?.hash) return { folder, hash, stamp };
    return rowOf(readArticleBytes(file, bytes).article, { folder, hash, stamp });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    stamp ??= await folderStamp(path.join(articles, folder));
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
    ...storyLength(publish(article, { dropUnknown: true }).published),
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

function unlessBug(error: unknown): undefined {
  if (systemCode(error) === undefined) throw error;
}
