import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import { fileFault, systemCode } from './file-fault.ts';

/**
 * The place of something in the folder of a story, the links on the way to it followed. Throws an
 * AppError `leads-out` when they lead out of the desk: whoever shares a desk must not have us read
 * what else this machine has. The desk and its `articles` may be links themselves.
 */
export function placeInDesk(articleFolder: string, place: string): Promise<string> {
  const articles = path.dirname(articleFolder);
  return placeInside([path.dirname(articles), articles], place);
}

/** Whether a folder of `articles` is in the desk itself, and not behind a link out of it. */
export function isInDesk(articleFolder: string): Promise<boolean> {
  return placeInDesk(articleFolder, articleFolder).then(
    () => true,
    () => false,
  );
}

/** Like `placeInDesk`, for a place within one of these folders. */
export async function placeInside(roots: readonly string[], place: string): Promise<string> {
  try {
    const real = await fs.realpath(place);
    if (real === place) return real;
    for (const root of roots) {
      // oxlint-disable-next-line no-await-in-loop
      const start = await fs.realpath(root);
      if (real.startsWith(start.endsWith(path.sep) ? start : start + path.sep)) return real;
    }
  } catch (error) {
    throw fileFault(error, place);
  }
  throw new AppError(
    'leads-out',
    `${place}: is, or is behind, a link that leads out of the desk; put what it leads to in its place`,
  );
}

/**
 * Makes a folder within `root` and those above it, or leaves it as it is. Throws `leads-out`, with
 * nothing made, where a link on the way leads out of `root`.
 */
export async function makeFolderInside(root: string, folder: string): Promise<void> {
  if (folder === root) return;
  try {
    await placeInside([root], folder);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'missing')) throw error;
    await makeFolderInside(root, path.dirname(folder));
    try {
      await fs.mkdir(folder);
    } catch (second) {
      if (systemCode(second) !== 'EEXIST') throw second;
    }
    await placeInside([root], folder);
  }
}
