import { modifiedAt } from '../../article/modified.ts';
import type { Saved } from '../contract/calls.ts';
import { type SaveContext, type SaveRequest, countSave, readFound, savedAs } from './save.ts';
import type { StoryLock } from './story-locks.ts';
import { isInTrash, takeFromTrash } from './trash.ts';

/**
 * Puts a story back on the desk whose folder somebody removed while these words were written: they
 * count more. Saves `again` where the story is there after all, with another name or from the trash.
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
  const found = folder === undefined ? undefined : await readFound(shelf, folder);
  if (found?.article.id === article.id) return again();
  if (folder !== undefined) shelf.index.remove(folder);
  if (await isInTrash(shelf.desk.trash, article.id)) {
    // With its pictures.
    await takeFromTrash(shelf, article.id);
    return again();
  }
  const words = { ...article, modified: modifiedAt(context.now(), article) };
  const counted = await countSave(context, words, article.saves);
  await lock.check();
  const { written } = await shelf.add(counted);
  await bases.keep(counted, written, window, base);
  windowSaves.note(request, counted.saves, written.hash);
  return savedAs({ ...written, article: counted });
}
