import type { Stats } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { fileFault, requireFolder } from './file-fault.ts';
import { isInDesk } from './inside-desk.ts';

/** Whether the folder of this name holds a story. Throws an AppError when `articles` is not there. */
export async function isStoryFolder(articles: string, folder: string): Promise<boolean> {
  const entry = await fs.lstat(path.join(articles, folder)).catch(() => undefined);
  // What is gone with all the others is not a story that was removed.
  if (entry === undefined) await requireFolder(articles);
  return entry !== undefined && holdsStory(articles, folder, entry);
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
