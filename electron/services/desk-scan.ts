import type { Stats } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { articleFile } from './article-disk.ts';
import type { ArticleIndex, IndexRow } from './article-index.ts';
import { fileFault } from './file-fault.ts';
import { isInDesk } from './inside-desk.ts';
import { type SameRow, faultRow, fileStamp, readRow } from './index-row.ts';

/** What a look at the desk found. */
export interface Found {
  /** Articles that are new, changed, renamed or gone. */
  ids: string[];
  /** Articles whose file has another content than the index knew. */
  files: { id: string; hash: string }[];
}

/**
 * Told after each batch: what it found, and how many of how many changed files are read. Answers
 * whether to go on.
 */
export type OnBatch = (found: Found, done: number, total: number) => boolean;

/** Folders with what the index knows of them. */
export type Known = ReturnType<ArticleIndex['folders']>;

/** A part of what a look at a desk found: its rows, and what was known of their folders. */
export interface Batch {
  known: Known;
  rows: (IndexRow | SameRow)[];
  /** How many of how many changed files are read. */
  done: number;
  total: number;
}

/** Files that are read at the same time. */
const AT_ONCE = 16;
/** Articles that are put into the index as one; whoever asks it meanwhile waits for no more. */
const BATCH = 32;

/**
 * Looks at all folders in `articles`: first come those that are gone, without rows, then batches of
 * what has changed. Only files whose size or times have changed are read. Throws an AppError when the
 * folder cannot be listed.
 */
export async function* lookAtDesk(articles: string, known: Known): AsyncGenerator<Batch> {
  const there = await storyFolders(articles);
  const listed = new Set(there);
  const gone = new Map([...known].filter(([folder]) => !listed.has(folder)));
  const changed = await changedFolders(articles, there, known);
  const total = changed.length;
  yield { known: gone, rows: [], done: 0, total };
  for (let done = 0; done < total; done += BATCH) {
    const folders = changed.slice(done, done + BATCH);
    const before: Known = new Map(
      folders.flatMap((folder) => {
        const row = known.get(folder);
        return row === undefined ? [] : [[folder, row]];
      }),
    );
    // One after the other, so that no more than a batch is in memory.
    // oxlint-disable-next-line no-await-in-loop
    const rows = await readRows(articles, folders, before);
    yield { known: before, rows, done: done + folders.length, total };
  }
}

/**
 * Brings the index up to date with all folders in `articles`. Throws an AppError when the folder
 * cannot be listed. `look` may be done elsewhere (see `lookApart`).
 */
export async function scanDesk(
  articles: string,
  index: ArticleIndex,
  onBatch: OnBatch = () => true,
  look: AsyncIterable<Batch> = lookAtDesk(articles, index.folders()),
): Promise<Found> {
  const all: Found = { ids: [], files: [] };
  let gone: Known | undefined;
  for await (const { known, rows, done, total } of look) {
    gone ??= known;
    const found = apply(index, known, rows, gone);
    all.ids.push(...found.ids);
    all.files.push(...found.files);
    if (done > 0 && !onBatch(found, done, total)) break;
  }
  if (gone !== undefined) all.ids.push(...forget(index, gone, gone.keys()));
  return { ids: [...new Set(all.ids)], files: all.files };
}

/**
 * Like `scanDesk`, for some folders. One that is gone is forgotten unless it `isListed`: it went after
 * the desk was listed, and may have another name, which the next listing has. Throws an
 * AppError when `articles` is not there.
 */
export async function scanFolders(
  articles: string,
  folders: readonly string[],
  index: ArticleIndex,
  isListed: (folder: string) => boolean = () => false,
): Promise<Found> {
  const known: Known = new Map();
  const note = (folder: string) => {
    const row = index.known(folder);
    if (row !== undefined) known.set(folder, row);
  };
  folders.forEach(note);
  const there: string[] = [];
  const gone = new Set<string>();
  for (const folder of await changedFolders(articles, folders, known)) {
    // oxlint-disable-next-line no-await-in-loop
    if (await isStoryFolder(articles, folder)) there.push(folder);
    else if (known.has(folder) && !isListed(folder)) gone.add(folder);
  }
  const rows = await readRows(articles, there, known);
  for (const row of rows) {
    const holder = 'id' in row ? index.folderOf(row.id) : undefined;
    if (holder === undefined || known.has(holder)) continue;
    // oxlint-disable-next-line no-await-in-loop
    if (await isStoryFolder(articles, holder)) continue;
    // Only its new name was among the folders.
    note(holder);
    gone.add(holder);
  }
  const found = apply(index, known, rows, gone);
  const ids = new Set([...found.ids, ...forget(index, known, gone)]);
  return { ids: [...ids], files: found.files };
}

async function isStoryFolder(articles: string, folder: string): Promise<boolean> {
  const entry = await fs.lstat(path.join(articles, folder)).catch(() => undefined);
  if (entry === undefined) await requireFolder(articles);
  return entry !== undefined && holdsStory(articles, folder, entry);
}

/** What is gone with all the others is not a story that was removed. */
async function requireFolder(articles: string): Promise<void> {
  try {
    await (await fs.opendir(articles)).close();
  } catch (error) {
    throw fileFault(error, articles);
  }
}

/** The folders that stories are in, in order. Throws an AppError when they cannot be listed. */
export async function storyFolders(articles: string): Promise<string[]> {
  try {
    const folders: string[] = [];
    for (const entry of await fs.readdir(articles, { withFileTypes: true })) {
      const { name } = entry;
      if (name.startsWith('.')) continue;
      // A desk may have many folders, and hardly any link to wait for.
      // oxlint-disable-next-line no-await-in-loop
      if (entry.isDirectory() || (await holdsStory(articles, name, entry))) folders.push(name);
    }
    return folders.sort();
  } catch (error) {
    throw fileFault(error, articles);
  }
}

/** A folder; also a link to one outside the desk, so that it is listed with its fault. */
async function holdsStory(
  articles: string,
  name: string,
  entry: Pick<Stats, 'isDirectory' | 'isSymbolicLink'>,
): Promise<boolean> {
  if (!entry.isSymbolicLink()) return entry.isDirectory();
  const folder = path.join(articles, name);
  const isFolder = await fs.stat(folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  return isFolder && !(await isInDesk(folder));
}

async function changedFolders(
  articles: string,
  folders: readonly string[],
  known: Known,
): Promise<string[]> {
  const changed: string[] = [];
  await manyAtOnce(folders, async (folder) => {
    const before = known.get(folder);
    // What is not known is read whatever its times are.
    const stamp = before && (await fileStamp(articleFile(path.join(articles, folder))));
    if (!stamp || stamp !== before?.stamp) changed.push(folder);
  });
  return changed.sort();
}

async function readRows(
  articles: string,
  folders: readonly string[],
  known: Known,
): Promise<(IndexRow | SameRow)[]> {
  const rows: (IndexRow | SameRow)[] = [];
  await manyAtOnce(folders, async (folder) => {
    rows.push(await readRow(articles, folder, known.get(folder)));
  });
  return rows.sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

async function manyAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>) {
  const left = items.toReversed();
  const worker = async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/** Puts rows into the index; a story whose folder is among those `gone` has moved, and stays known. */
function apply(
  index: ArticleIndex,
  before: Known,
  rows: readonly (IndexRow | SameRow)[],
  gone: Pick<Known, 'has'>,
): Found {
  const ids = new Set<string>();
  const files: Found['files'] = [];
  index.inTransaction(() => {
    // It may be done a second time.
    ids.clear();
    files.length = 0;
    for (const row of rows) {
      const known = index.known(row.folder);
      if (isOvertaken(before, row.folder, known)) continue;
      if (!('id' in row)) {
        index.restamp(row);
        continue;
      }
      const holder = index.folderOf(row.id);
      if (holder !== undefined && gone.has(holder)) index.remove(holder);
      const isElsewhere = holder !== undefined && holder !== row.folder && !gone.has(holder);
      const put = isElsewhere ? doubled(row, holder) : row;
      index.put(put);
      if (known?.id === put.id && known.hash === put.hash) continue;
      ids.add(put.id);
      if (known !== undefined) ids.add(known.id);
      if (known?.id === put.id && put.hash !== '') files.push({ id: put.id, hash: put.hash });
    }
  });
  return { ids: [...ids], files };
}

/** Takes folders that are no longer there out of the index; answers the articles that they held. */
function forget(index: ArticleIndex, before: Known, gone: Iterable<string>): string[] {
  const ids: string[] = [];
  const folders = [...gone];
  index.inTransaction(() => {
    ids.length = 0;
    for (const folder of folders) {
      if (isOvertaken(before, folder, index.known(folder))) continue;
      ids.push(before.get(folder)!.id);
      index.remove(folder);
    }
  });
  return ids;
}

/** A folder that was saved while it was being looked at is left to the next look. */
function isOvertaken(
  before: Known,
  folder: string,
  now: ReturnType<ArticleIndex['known']>,
): boolean {
  return before.get(folder)?.hash !== now?.hash;
}

/** The line of a second folder with the same article, such as a copy that a sync tool made. */
function doubled(row: IndexRow, holder: string): IndexRow {
  return faultRow(
    row.folder,
    `${row.folder}: a copy of the story in ${holder}; compare them, and move one away`,
    { stamp: '', modified: row.modified },
  );
}
