import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import { articleFile } from '../services/article-disk.ts';
import type { ArticleIndex } from '../services/article-index.ts';
import { storyFolders } from '../services/story-folders.ts';
import { type Desk, openDesk } from '../services/desk.ts';
import { fileFault } from '../services/file-fault.ts';

/** One thing named for export: a file of an article, or a whole desk. */
export type Target =
  { kind: 'article'; file: string; desk: Desk | undefined } | { kind: 'desk'; desk: Desk };

/**
 * Finds out what a path names: an `article.json`, the folder of an article, or a desk. An article
 * that lies in a desk comes with it. Throws an AppError `missing` or `not-a-target`.
 */
export async function readTarget(named: string): Promise<Target> {
  const place = path.resolve(named);
  const stats = await fs.stat(place).catch((error: unknown) => {
    throw fileFault(error, named);
  });
  if (!stats.isDirectory()) return articleTarget(place);
  if (await isFile(path.join(place, 'desk.json'))) {
    return { kind: 'desk', desk: await openDesk(place) };
  }
  // A folder in the place of the file is for the reading to name.
  if (await isThere(articleFile(place))) return articleTarget(articleFile(place));
  throw new AppError(
    'not-a-target',
    `${named}: neither a desk nor the folder of a story; name an article.json, its folder or a desk`,
  );
}

/** The files of a desk's stories, by name; folders that are copies of another are none. */
export async function storyFiles(desk: Desk, { copies }: ArticleIndex): Promise<string[]> {
  const copied = new Set(copies.folders());
  return (await storyFolders(desk.articles))
    .filter((name) => !copied.has(name))
    .map((name) => articleFile(path.join(desk.articles, name)));
}

async function articleTarget(file: string): Promise<Target> {
  const folder = path.resolve(file, '../../..');
  const isInDesk =
    path.basename(path.resolve(file, '../..')) === 'articles' &&
    (await isFile(path.join(folder, 'desk.json')));
  return { kind: 'article', file, desk: isInDesk ? await openDesk(folder) : undefined };
}

function isThere(file: string): Promise<boolean> {
  return fs.stat(file).then(
    () => true,
    () => false,
  );
}

function isFile(file: string): Promise<boolean> {
  return fs.stat(file).then(
    (stats) => stats.isFile(),
    () => false,
  );
}
