import fs from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { modifiedAt } from '../../article/modified.ts';
import type { Saved } from '../contract/calls.ts';
import type { FoundArticle } from './article-disk.ts';
import { type SaveContext, type SaveRequest, countSave, readFound, savedAs } from './save-steps.ts';
import type { StoryLock } from './story-locks.ts';
import { isInTrash, takeFromTrash } from './trash.ts';

/** How long a file is waited for that a sync program exchanges for another, in milliseconds. */
const EXCHANGE = 300;

/**
 * Puts a story back on the desk whose folder somebody removed while these words were written: they
 * count more. Where only its file went, it comes into the same folder, beside its pictures. Saves
 * `again` where the story is there after all: with another name, from the trash, or exchanged.
 */
export async function putStoryBack(
  context: SaveContext,
  request: SaveRequest,
  lock: StoryLock,
  again: () => Promise<Saved>,
): Promise<Saved> {
  const { shelf, bases, windowSaves } = context;
  const { article, base, window } = request;
  // With the whole desk gone, nothing was removed.
  await shelf.lookAtAll();
  const folder = shelf.index.folderOf(article.id);
  const isKept = folder !== undefined && (await isFolder(shelf.path(folder)));
  const found = isKept ? await foundSoon(context, folder) : undefined;
  if (found?.article.id === article.id) return again();
  const into = isKept && found === undefined ? folder : undefined;
  if (into === undefined && folder !== undefined) shelf.index.remove(folder);
  if (into === undefined && (await isInTrash(shelf.desk.trash, article.id))) {
    // With its pictures.
    const by = await takeFromTrash(shelf, article.id);
    const fromTrash = {
      name: by?.name ?? '',
      here: by?.installation === context.installation,
    };
    return { ...(await again()), fromTrash };
  }
  const words = { ...article, modified: modifiedAt(context.now(), article) };
  const counted = await countSave(context, words, article.saves);
  await lock.check();
  const written =
    into === undefined
      ? (await shelf.add(counted)).written
      : await shelf.write(counted, into, '', lock);
  await bases.keep(counted, written, window, base);
  windowSaves.note(request, counted.saves, written.hash);
  return savedAs({ ...written, article: counted });
}

/** What is in the file of a folder, now or in a moment. */
async function foundSoon(
  { shelf }: SaveContext,
  folder: string,
): Promise<FoundArticle | undefined> {
  const found = await readFound(shelf, folder);
  if (found !== undefined) return found;
  await sleep(EXCHANGE);
  return readFound(shelf, folder);
}

/** True for a folder in the desk, not for a link. */
async function isFolder(place: string): Promise<boolean> {
  const stats = await fs.lstat(place).catch(() => undefined);
  return stats?.isDirectory() === true;
}
