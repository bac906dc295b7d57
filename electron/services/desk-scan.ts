import fs from 'node:fs/promises';
import path from 'node:path';
import { articleFile } from './article-disk.ts';
import type { ArticleIndex, IndexRow } from './article-index.ts';
import { fileFault } from './file-fault.ts';
import { faultRow, fileStamp, readRow } from './index-row.ts';

/** What a look at the desk found. */
export interface Found {
  /** Articles that are new, changed, renamed or gone. */
  ids: string[];
  /** Articles whose file has another content than the index knew. */
  files: { id: string; hash: string }[];
}

type Known = ReturnType<ArticleIndex['folders']>;
/** Files that are read at the same time. */
const AT_ONCE = 16;

/**
 * Brings the index up to date with all folders in `articles`: only files whose size or times have
 * changed are read. Throws an AppError when the folder cannot be listed.
 */
export async function scanDesk(articles: string, index: ArticleIndex): Promise<Found> {
  const known = index.folders();
  const there = await articleFolders(articles);
  const changed = await changedRows(articles, there, known);
  const gone = [...known.keys()].filter((folder) => !there.includes(folder));
  return apply(index, known, changed, gone);
}

/** As `scanDesk`, for one folder. */
export async function scanFolder(
  articles: string,
  folder: string,
  index: ArticleIndex,
): Promise<Found> {
  const known = index.folders();
  const isThere = await fs.stat(path.join(articles, folder)).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  if (!isThere) return apply(index, known, [], known.has(folder) ? [folder] : []);
  return apply(index, known, await changedRows(articles, [folder], known), []);
}

async function articleFolders(articles: string): Promise<string[]> {
  try {
    const entries = await fs.readdir(articles, { withFileTypes: true });
    return entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .sort();
  } catch (error) {
    throw fileFault(error, articles);
  }
}

async function changedRows(
  articles: string,
  folders: readonly string[],
  known: Known,
): Promise<IndexRow[]> {
  const rows: IndexRow[] = [];
  const left = folders.toReversed();
  const work = async () => {
    for (let folder = left.pop(); folder !== undefined; folder = left.pop()) {
      const before = known.get(folder);
      const stamp = await fileStamp(articleFile(path.join(articles, folder)));
      if (stamp !== '' && stamp === before?.stamp) continue;
      rows.push(await readRow(articles, folder, before?.id));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return rows.sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

function apply(index: ArticleIndex, before: Known, rows: IndexRow[], gone: string[]): Found {
  const ids = new Set<string>();
  const files: Found['files'] = [];
  index.inTransaction(() => {
    const now = index.folders();
    // A folder that was saved while it was being looked at is left to the next look.
    const isOvertaken = (folder: string) => before.get(folder)?.hash !== now.get(folder)?.hash;
    for (const folder of gone.filter((one) => !isOvertaken(one))) {
      ids.add(now.get(folder)!.id);
      index.remove(folder);
      now.delete(folder);
    }
    const holders = new Map([...now].map(([folder, { id }]) => [id, folder]));
    for (const row of rows.filter(({ folder }) => !isOvertaken(folder))) {
      const known = now.get(row.folder);
      const holder = holders.get(row.id);
      const put = holder === undefined || holder === row.folder ? row : doubled(row, holder);
      if (known !== undefined && known.id !== put.id) holders.delete(known.id);
      holders.set(put.id, row.folder);
      index.put(put);
      if (known?.id === put.id && known.hash === put.hash) continue;
      ids.add(put.id);
      if (known !== undefined) ids.add(known.id);
      if (known?.id === put.id && put.hash !== '') files.push({ id: put.id, hash: put.hash });
    }
  });
  return { ids: [...ids], files };
}

/** The line of a second folder with the same article, such as a copy that a sync tool made. */
function doubled(row: IndexRow, holder: string): IndexRow {
  return faultRow(
    row.folder,
    `${row.folder}: a copy of the article in ${holder}; compare them, and move one away`,
    { stamp: '', modified: row.modified },
  );
}
