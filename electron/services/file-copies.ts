import { readdir as readFolder } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '../../article/app-error.ts';
import { readArticleBytes } from './article-disk.ts';
import { copyName } from './conflict-copy.ts';
import { systemCode } from './file-fault.ts';
import { isInDesk } from './inside-desk.ts';
import { readBytes } from './read-text.ts';

/** A file beside an `article.json` that is a copy of it. */
export interface FileCopy {
  name: string;
  /** As in `CopyName`. */
  source: string;
  /** When its words were changed last, as it says itself, else the time of the file: RFC 3339, UTC. */
  modified: string;
}

/**
 * The copies that lie beside the story in a folder, by name. Without the `id` of the story every
 * file that may be one is taken for one. None where the folder cannot be listed.
 */
export async function fileCopies(folder: string, id: string | undefined): Promise<FileCopy[]> {
  const names = (await readdir(folder).catch(unlessBug)) ?? [];
  const copies: FileCopy[] = [];
  for (const name of names.sort()) {
    const named = copyName(name);
    if (named === undefined) continue;
    // oxlint-disable-next-line no-await-in-loop
    const copy = await readCopy(path.resolve(folder), name, named.certain ? undefined : id);
    if (copy !== undefined) copies.push({ name, source: named.source, modified: copy.modified });
  }
  return copies;
}

// Costs less than its form in `fs/promises`, and a desk has thousands of folders.
const readdir = promisify(readFolder);

/**
 * Undefined for what is no file, is behind a link out of the desk, has gone, or does not name the
 * story with the `id`.
 */
async function readCopy(
  folder: string,
  name: string,
  id: string | undefined,
): Promise<Pick<FileCopy, 'modified'> | undefined> {
  const file = path.join(folder, name);
  const stats = await fs.lstat(file).catch(unlessBug);
  if (stats?.isFile() !== true || !(await isInDesk(folder))) return undefined;
  try {
    const bytes = await readBytes(file);
    if (id !== undefined && !Buffer.from(bytes).includes(id)) return undefined;
    return { modified: readArticleBytes(file, bytes).article.modified };
  } catch (error) {
    // Nobody can read it here; it is a copy all the same.
    if (error instanceof AppError) return { modified: stats.mtime.toISOString() };
    throw error;
  }
}

function unlessBug(error: unknown): undefined {
  if (systemCode(error) === undefined) throw error;
}
