import path from 'node:path';
import type { ArticleIndex } from './article-index.ts';
import { copySource } from './conflict-copy.ts';
import { requireFolder } from './file-fault.ts';
import { type ReadFolder, articleSize, folderStamp, readFolder } from './index-row.ts';
import { isDisplaced } from './index-tables.ts';
import { isStoryFolder, storyFolders } from './story-folders.ts';

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

/** A part of what a look at a desk found: folders as they were read, and what was known of them. */
export interface Batch {
  known: Known;
  read: ReadFolder[];
  /** How many of how many changed files are read. */
  done: number;
  total: number;
}

/** Files that are read at the same time. */
const AT_ONCE = 16;
/** Articles that are put into the index as one; whoever asks it meanwhile waits for no more. */
const BATCH = 32;
/** A larger file is a batch of its own, so that no more than one of them is in memory, in bytes. */
const LARGE = 1024 * 1024;

/**
 * Looks at all folders in `articles`: first come those that are gone, with nothing read, then batches of
 * what has changed. Only those are read whose own time, or whose file's size or times, have changed.
 * Throws an AppError when the folder cannot be listed.
 */
export async function* lookAtDesk(articles: string, known: Known): AsyncGenerator<Batch> {
  const there = await storyFolders(articles);
  const listed = new Set(there);
  const gone = new Map([...known].filter(([folder]) => !listed.has(folder)));
  const changed = await changedFolders(articles, there, known);
  const total = changed.length;
  yield { known: gone, read: [], done: 0, total };
  let done = 0;
  for await (const folders of batchesOf(articles, changed)) {
    const before: Known = new Map(
      folders.flatMap((folder) => {
        const row = known.get(folder);
        return row === undefined ? [] : [[folder, row]];
      }),
    );
    // One batch after the other, so that no more than one is in memory.
    const read = await readChanged(articles, folders, before);
    done += folders.length;
    yield { known: before, read, done, total };
  }
}

/** Folders whose articles are read together. */
async function* batchesOf(
  articles: string,
  folders: readonly string[],
): AsyncGenerator<readonly string[]> {
  for (let from = 0; from < folders.length; from += BATCH) {
    const batch = folders.slice(from, from + BATCH);
    const large = new Set<string>();
    // Only of those that are about to be read: a desk may have many thousands.
    // oxlint-disable-next-line no-await-in-loop
    await manyAtOnce(batch, async (folder) => {
      if ((await articleSize(path.join(articles, folder))) > LARGE) large.add(folder);
    });
    let small: string[] = [];
    for (const folder of batch) {
      if (!large.has(folder)) small.push(folder);
      else {
        // The order stays: of folders with the same story the first is the story.
        if (small.length > 0) yield small;
        yield [folder];
        small = [];
      }
    }
    if (small.length > 0) yield small;
  }
}

/**
 * Brings the index up to date with all folders in `articles`. Where several folders hold the same
 * story, the one that is known stays the story, else the one with the shortest name; the others are
 * copies of it. Throws an AppError when the folder cannot be listed. `look` may be done elsewhere
 * (see `lookApart`).
 */
export async function scanDesk(
  articles: string,
  index: ArticleIndex,
  onBatch: OnBatch = () => true,
  look: AsyncIterable<Batch> = lookAtDesk(articles, index.folders()),
): Promise<Found> {
  const all: Found = { ids: [], files: [] };
  let gone: Known | undefined;
  for await (const { known, read, done, total } of look) {
    gone ??= known;
    const found = apply(index, known, read, gone);
    all.ids.push(...found.ids);
    all.files.push(...found.files);
    if (done > 0 && !onBatch(found, done, total)) break;
  }
  if (gone !== undefined) all.ids.push(...forget(index, gone, gone.keys()));
  all.ids.push(...(await adoptCopies(articles, index)));
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
  // Where one is that gave up its name, only the listing of the desk tells.
  const looked = folders.filter((folder) => !isDisplaced(folder));
  looked.forEach(note);
  const there: string[] = [];
  const gone = new Set<string>();
  for (const folder of await changedFolders(articles, looked, known)) {
    // oxlint-disable-next-line no-await-in-loop
    if (await isStoryFolder(articles, folder)) there.push(folder);
    else if (known.has(folder) && !isListed(folder)) gone.add(folder);
  }
  const read = await readChanged(articles, there, known);
  for (const { row } of read) {
    const holder = 'id' in row ? index.folderOf(row.id) : undefined;
    if (holder === undefined || known.has(holder)) continue;
    // oxlint-disable-next-line no-await-in-loop
    if (await isStoryFolder(articles, holder)) continue;
    // Only its new name was among the folders.
    note(holder);
    gone.add(holder);
  }
  const found = apply(index, known, read, gone);
  const ids = new Set([...found.ids, ...forget(index, known, gone)]);
  for (const id of await adoptCopies(articles, index)) ids.add(id);
  return { ids: [...ids], files: found.files };
}

/** Where the folder of a story has gone and copies of it are left, the first is the story now. */
async function adoptCopies(articles: string, index: ArticleIndex): Promise<string[]> {
  const left = index.copies.withoutStory().sort(byName);
  if (left.length === 0) return [];
  const known = index.folders();
  return apply(index, known, await readChanged(articles, left, new Map()), new Map()).ids;
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
    const stamp = before && (await folderStamp(path.join(articles, folder)));
    if (!stamp || stamp !== before?.stamp) changed.push(folder);
  });
  return changed.sort(byName);
}

async function readChanged(
  articles: string,
  folders: readonly string[],
  known: Known,
): Promise<ReadFolder[]> {
  const read: ReadFolder[] = [];
  await manyAtOnce(folders, async (folder) => {
    read.push(await readFolder(articles, folder, known.get(folder)));
  });
  // Where the whole desk went meanwhile, no story of it is damaged.
  if (read.some(({ row }) => 'fault' in row)) await requireFolder(articles);
  return read.sort((a, b) => byName(a.row.folder, b.row.folder));
}

/** The shortest first: a copy has the longer name. */
function byName(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

async function manyAtOnce<T>(items: readonly T[], work: (item: T) => Promise<void>) {
  const left = items.toReversed();
  const worker = async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

/**
 * Puts what was read into the index; a story whose folder is among those `gone` has moved, and stays
 * known.
 */
function apply(
  index: ArticleIndex,
  before: Known,
  read: readonly ReadFolder[],
  gone: Pick<Known, 'has'>,
): Found {
  const ids = new Set<string>();
  const files: Found['files'] = [];
  index.inTransaction(() => {
    // It may be done a second time.
    ids.clear();
    files.length = 0;
    for (const { row, copies } of read) {
      const { folder, hash } = row;
      const known = index.known(folder);
      if (isOvertaken(before, folder, known)) continue;
      const id = 'id' in row ? row.id : known!.id;
      if (index.copies.putFiles(folder, id, copies)) ids.add(id);
      if (!('id' in row)) {
        index.restamp(row);
        continue;
      }
      let holder = index.folderOf(id);
      if (holder !== undefined && (gone.has(holder) || isDisplaced(holder))) {
        index.remove(holder);
        holder = undefined;
      }
      if (holder === undefined || holder === folder) index.put(row);
      else index.putCopy({ ...row, source: sourceOf(folder, holder) });
      if (known?.id === id && known.hash === hash && holder !== undefined) continue;
      ids.add(id);
      if (known !== undefined) ids.add(known.id);
      if (holder === folder && hash !== '') files.push({ id, hash });
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

/** Where a copied folder came from, as far as its name has more than that of the story. */
function sourceOf(folder: string, holder: string): string {
  return folder.startsWith(holder) ? copySource(folder.slice(holder.length)) : '';
}
