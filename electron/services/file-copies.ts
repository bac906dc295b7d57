import fs from 'node:fs/promises';
import path from 'node:path';
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
  /** When its words were changed last: RFC 3339, UTC. */
  modified: string;
}

/**
 * The copies that lie beside the story in a folder, by name. Without the `id` of the story every
 * file that may be one is taken for one. None where the folder cannot be listed.
 */
export async function fileCopies(folder: string, id: string | undefined): Promise<FileCopy[]> {
  const names = (await fs.readdir(folder).catch(unlessBug)) ?? [];
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

/** Undefined for what is no file, is behind a link out of the desk, has gone, or does not name the story with the `id`. */
async function readCopy(
  folder: string,
  name: string,
  id: string | undefined,
): Promise<Pick<FileCopy, 'modified'> | undefined> {
  const file = path.join(folder, name);
  const stats = await fs.lstat(file).catch(unlessBug);
  if (stats?.isFile() !== true || !(await isInDesk(folder))) return undefined;
  const modified = stats.mtime.toISOString();
  try {
    const bytes = await readBytes(file);
    if (id !== undefined && !Buffer.from(bytes).includes(id)) return undefined;
    const { article } = readArticleBytes(file, bytes);
    return { modified: Number.isNaN(Date.parse(article.modified)) ? modified : article.modified };
  } catch (error) {
    // Nobody can read it here; it is a copy all the same.
    if (error instanceof AppError) return { modified };
    throw error;
  }
}

function unlessBug(error: unknown): undefined {
  if (systemCode(error) === undefined) throw error;
}
