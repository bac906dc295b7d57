import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import { modifiedAt } from '../../article/modified.ts';
import { joinSaves } from '../../article/saves.ts';
import type { Saved } from '../contract/calls.ts';
import { articleFile, readDeskArticle } from './article-disk.ts';
import { fileFault, systemCode } from './file-fault.ts';
import { FreeNames } from './free-names.ts';
import { placeInDesk } from './inside-desk.ts';
import { type SaveContext, type SaveRequest, countSave } from './save-steps.ts';
import type { StoryLock } from './story-locks.ts';

/** The faults of a file that no words can be read from, so that none are lost with it. */
const DAMAGED: readonly string[] = [
  'invalid',
  'is-a-folder',
  'leads-out',
  'not-a-file',
  'not-json',
  'not-utf16',
  'not-utf8',
  'nul',
  'too-large',
];

/**
 * Writes the words of a window in the place of a file that is damaged, which is put aside in the
 * folder of the story, or is not there. Answers undefined where the file can be read or the folder
 * has gone. Throws an AppError with the fault of a file that must not be written over, such as that
 * of a newer Galley. `folder` is that of the story.
 */
export async function writeOver(
  context: SaveContext,
  request: SaveRequest,
  lock: StoryLock,
  folder = context.shelf.index.folderOf(request.article.id),
): Promise<Saved | undefined> {
  const { shelf, bases, windowSaves, now } = context;
  const { article, base, window } = request;
  if (folder === undefined) return undefined;
  const place = shelf.path(folder);
  if (!(await isDamaged(place))) return undefined;
  await placeInDesk(place, place);
  const last = await bases.newestOwn(article.id);
  const words = { ...article, modified: modifiedAt(now(), article) };
  const counted = await countSave(context, words, joinSaves(article.saves, last?.saves));
  await lock.check();
  const putBack = await putAside(place);
  try {
    const { hash, bytes } = await shelf.write(counted, folder, '', lock);
    await bases.keep(counted, { hash, bytes }, window, base);
    windowSaves.note(request, counted.saves, hash);
    return { hash, modified: counted.modified, saves: counted.saves ?? {} };
  } catch (error) {
    await putBack();
    throw error;
  }
}

async function isDamaged(place: string): Promise<boolean> {
  try {
    await readDeskArticle(place);
    return false;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === 'missing') return isFolder(place);
    if (!DAMAGED.includes(error.code)) throw error;
    return true;
  }
}

async function isFolder(place: string): Promise<boolean> {
  const stats = await fs.lstat(place).catch(() => undefined);
  return stats?.isDirectory() === true;
}

/** Puts the file of a story aside; answers what puts it back. */
async function putAside(place: string): Promise<() => Promise<void>> {
  const file = articleFile(place);
  try {
    const stems = (await fs.readdir(place)).map((name) => path.parse(name).name);
    const aside = path.join(place, `${new FreeNames(stems).take('article-damaged')}.json`);
    await fs.rename(file, aside);
    // Its words are nowhere else.
    return () => fs.rename(aside, file).catch(() => undefined);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return () => Promise.resolve();
    throw fileFault(error, file);
  }
}
