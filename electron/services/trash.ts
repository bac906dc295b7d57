import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import type { ArticleShelf } from './article-shelf.ts';
import { syncFolder } from './atomic-write.ts';
import { fileFault, systemCode } from './file-fault.ts';
import { FreeNames } from './free-names.ts';
import { scanFolders } from './desk-scan.ts';
import { makeFolderInside, placeInside } from './inside-desk.ts';
import { safeName } from './safe-name.ts';
import { type TrashedBy, noteTrashedBy, readTrashedBy, takeTrashedBy } from './trashed-by.ts';

/** Where copies of stories are in the trash: no story has an id that gives this name. */
const COPIES = 'conflict copies';

/**
 * Moves an article's folder into the trash, under its id, and notes there by whom. Throws an AppError
 * `leads-out` where a link would lead it out of the desk.
 */
export async function putInTrash(
  trash: string,
  folder: string,
  id: string,
  by: TrashedBy,
): Promise<void> {
  const place = path.join(trash, safeName(id));
  await moveInto(trash, place, folder);
  await noteTrashedBy(place, by);
}

/** Moves a copy of an article, a file or a folder, to the copies in the trash, under its id. */
export async function putCopyInTrash(trash: string, copy: string, id: string): Promise<void> {
  await moveInto(trash, path.join(trash, COPIES, safeName(id)), copy);
}

/** Moves something into a folder in the trash, which is made; throws only where it is not moved. */
async function moveInto(trash: string, place: string, moved: string): Promise<void> {
  try {
    await makeFolderInside(deskOf(trash), place);
    const name = new FreeNames(await fs.readdir(place)).take(path.basename(moved));
    await fs.rename(moved, path.join(place, name));
  } catch (error) {
    throw fileFault(error, moved);
  }
  // It is there, whatever is said of what comes after.
  await syncFolder(path.dirname(moved)).catch((error: unknown) =>
    console.warn(`${moved}: ${String(error)}`),
  );
}

/** Who put an article in the trash; undefined where that is not known, or it is not there. */
export function trashedBy(trash: string, id: string): Promise<TrashedBy | undefined> {
  return readTrashedBy(path.join(trash, safeName(id)));
}

/** True if the trash has an article with this id. */
export async function isInTrash(trash: string, id: string): Promise<boolean> {
  return (await foldersOf(trash, id)).length > 0;
}

/**
 * Brings an article back to the shelf; answers who had put it in the trash, if that was noted. Throws
 * an AppError: `not-in-trash`, `desk-vanished`.
 */
export async function takeFromTrash(
  shelf: ArticleShelf,
  id: string,
): Promise<TrashedBy | undefined> {
  const { trash, articles } = shelf.desk;
  // With the whole desk gone, nothing was taken from its trash.
  await shelf.desk.refresh();
  const last = (await foldersOf(trash, id)).at(-1);
  if (last === undefined) {
    throw new AppError('not-in-trash', `${id}: the trash of this desk has no such story`);
  }
  if (shelf.index.folderOf(id) !== undefined) {
    throw new AppError('doubled', `${id}: this story is on the desk already`);
  }
  const folder = await shelf.moveIn(last.path, last.name);
  const by = await takeTrashedBy(path.dirname(last.path));
  await fs.rmdir(path.dirname(last.path)).catch(() => undefined);
  await scanFolders(articles, [folder], shelf.index);
  return by;
}

function deskOf(trash: string): string {
  return path.dirname(path.dirname(trash));
}

/**
 * Where an article lies in the trash; the one that was thrown away last is the last. What is behind a
 * link out of the desk is none of its trash.
 */
async function foldersOf(trash: string, id: string): Promise<{ path: string; name: string }[]> {
  const place = path.join(trash, safeName(id));
  try {
    await placeInside([deskOf(trash)], place);
    // Systems put files of their own into folders.
    const entries = await fs.readdir(place, { withFileTypes: true });
    const folders = await Promise.all(
      entries
        .filter((entry) => entry.isDirectory())
        .map(async ({ name }) => {
          const folder = path.join(place, name);
          return { path: folder, name, time: (await fs.stat(folder)).ctimeMs };
        }),
    );
    return folders.sort((a, b) => a.time - b.time);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    if (error instanceof AppError && ['missing', 'leads-out'].includes(error.code)) return [];
    throw fileFault(error, place);
  }
}
