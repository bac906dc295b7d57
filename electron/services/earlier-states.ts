import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import type { EarlierState } from '../contract/earlier-state.ts';
import { unlessFault } from './file-fault.ts';
import { copyMedia } from './media-folder.ts';
import type { SaveContext } from './save-steps.ts';
import { readCopy } from './copy-files.ts';
import { findCopy, moveAway } from './story-copies.ts';
import type { StoryLock } from './story-locks.ts';
import { writeOver } from './write-over.ts';

/**
 * The states that can be put in the place of the file of a story that is damaged, the latest first:
 * the newest that this machine has kept, and every copy on the desk that can be read.
 */
export async function earlierStates(context: SaveContext, id: string): Promise<EarlierState[]> {
  const kept = await newestKept(context, id);
  const states: EarlierState[] = kept === undefined ? [] : [{ modified: kept.modified }];
  for (const { place, source } of context.shelf.index.copies.of(id)) {
    // oxlint-disable-next-line no-await-in-loop
    const words = await wordsOf(context, id, place).catch(unlessFault);
    if (words !== undefined) states.push({ place, source, modified: words.modified });
  }
  return states.sort((a, b) => Date.parse(b.modified) - Date.parse(a.modified));
}

/**
 * Puts such a state in the place of the damaged file, which stays in the folder of the story; a copy
 * goes to the trash then. Answers the id of the story, which a file that was never read has not told.
 * The caller holds the lock of the story.
 */
export async function restoreEarlier(
  context: SaveContext,
  id: string,
  place: string | undefined,
  lock: StoryLock,
): Promise<string> {
  const { shelf } = context;
  const folder = shelf.folder(id);
  const words =
    place === undefined ? await newestKept(context, id) : await wordsOf(context, id, place);
  if (words === undefined) throw new AppError('no-copy', `${id}: nothing is kept of this story`);
  const copy = place === undefined ? undefined : await findCopy(context, id, place);
  if (copy?.name === '') await copyMedia(shelf.path(copy.folder), shelf.path(folder));
  if (!(await writeOver(context, { article: words, base: '' }, lock, folder))) {
    throw new AppError(
      'not-damaged',
      `${shelf.path(folder)}: the story can be read again; open it`,
    );
  }
  if (copy !== undefined) await moveAway(context, words.id, copy);
  return words.id;
}

/** The newest of what this machine has kept of a story. */
async function newestKept(
  { bases, versions }: SaveContext,
  id: string,
): Promise<Article | undefined> {
  const kept = await Promise.all([bases.newest(id), versions.newest(id)]);
  return kept
    .filter((state) => state !== undefined)
    .sort((a, b) => Date.parse(b.modified) - Date.parse(a.modified))[0];
}

/** The words of a copy. Throws an AppError where they cannot be read, or are of another story. */
async function wordsOf(context: SaveContext, id: string, place: string): Promise<Article> {
  const { article, readOnly } = await readCopy(context.shelf, await findCopy(context, id, place));
  const { index } = context.shelf;
  const isNew = index.folderOf(article.id) === undefined;
  // The file of a story that was never read goes by a name of its own.
  if (!readOnly && (article.id === id || (isNew && id.startsWith('fault-')))) return article;
  throw new AppError('another-story', `${place}: a copy of another story, or of a newer Galley`);
}
