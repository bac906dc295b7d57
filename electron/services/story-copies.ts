import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import { type Difference, differencesOf } from '../../article/differences.ts';
import { joinArticles } from '../../article/join.ts';
import { mergeArticles } from '../../article/merge.ts';
import type { MergedCopy } from '../contract/story-copy.ts';
import { type FoundArticle, articleFile, readDeskArticle } from './article-disk.ts';
import { copyFile, forgetCopy, readCopy } from './copy-files.ts';
import type { CopyPlace } from './copy-table.ts';
import { systemCode } from './file-fault.ts';
import { copyMedia } from './media-folder.ts';
import { keepCopy } from './kept-beside.ts';
import { commonBase, writeMerged } from './merge-copies.ts';
import { mendOverwritten } from './save.ts';
import type { SaveContext } from './save-steps.ts';
import type { StoryLock } from './story-locks.ts';
import { putCopyInTrash } from './trash.ts';

/**
 * What can be done with a copy of a story, which lies at a `place` of the desk: see `StoryCopy`. All
 * throw an AppError, `no-copy` where none is there, and of reading.
 */

/** The places in which a copy differs from its story, whose words are `ours`. */
export async function compareCopy(
  context: SaveContext,
  id: string,
  place: string,
): Promise<Difference[]> {
  const { shelf } = context;
  const copy = await readCopy(shelf, await findCopy(context, id, place));
  const { article } = await readDeskArticle(shelf.path(await shelf.find(id)));
  return differencesOf(article, copy.article);
}

/**
 * Merges the words of a copy into its story and moves the copy to the trash. Where both say
 * different things in the same place, the story stays as it is there and the copy becomes a story of
 * its own. The caller holds the lock of the story.
 */
export async function mergeCopy(
  context: SaveContext,
  id: string,
  place: string,
  lock: StoryLock,
): Promise<MergedCopy> {
  const { shelf } = context;
  const copy = await findCopy(context, id, place);
  const found = await mendOverwritten(context, id, lock);
  const folder = shelf.folder(id);
  if (found === undefined) {
    throw new AppError('no-article', `${shelf.path(folder)}: the story is not there any more`);
  }
  const other = await readCopy(shelf, copy);
  requireMergeable(id, articleFile(shelf.path(folder)), found);
  requireMergeable(id, copyFile(shelf, copy), other);
  if (copy.name === '') await copyMedia(shelf.path(copy.folder), shelf.path(folder));

  const base = await commonBase(context, found, other);
  const { merged, conflicts } =
    base === undefined
      ? joinArticles(found.article, other.article)
      : mergeArticles(base, found.article, other.article);
  const keptAs =
    conflicts.length === 0
      ? undefined
      : await keepCopy(context, other.article, { story: found.article, conflicts });
  const { hash } = await writeMerged(context, merged, { folder, found, other, lock });
  if (hash !== found.hash) {
    context.emit({ name: 'article-changed', data: { id, hash, here: true } });
  }
  await moveAway(context, id, copy);
  return { hash, ...(keptAs !== undefined && { keptAs }) };
}

/** Moves a copy to the trash as it is. The caller holds the lock of the story. */
export async function setCopyAside(context: SaveContext, id: string, place: string): Promise<null> {
  await moveAway(context, id, await findCopy(context, id, place));
  return null;
}

/** Only what a look at the desk has found; a window cannot name any other file. */
export async function findCopy(
  context: SaveContext,
  id: string,
  place: string,
): Promise<CopyPlace> {
  const { shelf, emit } = context;
  const copy = shelf.index.copies.find(id, place);
  if (copy !== undefined) {
    if (await isThere(path.join(shelf.path(copy.folder), copy.name))) return copy;
    // With the whole desk gone, no copy was removed.
    await shelf.desk.refresh();
    forgetCopy(shelf, copy);
    emit({ name: 'desk-changed', data: { ids: [id] } });
  }
  throw new AppError('no-copy', `${place}: there is no such copy of the story any more`);
}

function requireMergeable(id: string, file: string, { article, readOnly }: FoundArticle): void {
  if (article.id !== id) {
    throw new AppError(
      'another-story',
      `${file}: another story, not a copy of this one; move it to a folder of its own, as its article.json`,
    );
  }
  if (readOnly) {
    throw new AppError(
      'newer-version',
      `${file}: a newer Galley has written this file; update Galley to merge it`,
    );
  }
}

/** Moves a copy to the trash. */
export async function moveAway(context: SaveContext, id: string, copy: CopyPlace): Promise<void> {
  const { shelf } = context;
  const place = path.join(shelf.path(copy.folder), copy.name);
  await putCopyInTrash(shelf.desk.trash, place, id);
  forgetCopy(shelf, copy);
}

function isThere(place: string): Promise<boolean> {
  return fs.lstat(place).then(
    () => true,
    (error: unknown) => systemCode(error) !== 'ENOENT',
  );
}
