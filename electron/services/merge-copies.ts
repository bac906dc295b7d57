import fs from 'node:fs/promises';
import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import { mergeArticles } from '../../article/merge.ts';
import { modifiedAt } from '../../article/modified.ts';
import { sameWords } from '../../article/same-words.ts';
import { holdsSaves } from '../../article/saves.ts';
import type { FoundArticle } from './article-disk.ts';
import { isFromSync } from './conflict-copy.ts';
import { copyFile, forgetCopy, readCopy } from './copy-files.ts';
import type { CopyPlace } from './copy-table.ts';
import { unlessFault } from './file-fault.ts';
import { decodeText } from './read-text.ts';
import { mendOverwritten } from './save.ts';
import { type SaveContext, write } from './save-steps.ts';
import type { StoryLock } from './story-locks.ts';

/**
 * Merges into a story the copies that sync programs have left beside it, as long as nobody needs to
 * be asked: both sides have changed different places, or the story has all that the copy has. Such a
 * copy is kept as a version on this machine and goes. Galleys on several machines that do the same
 * at once come to the same story. What a person may have put there waits for them. The caller holds
 * the lock of the story.
 */
export async function mergeCopies(
  context: SaveContext,
  id: string,
  lock: StoryLock,
): Promise<void> {
  const { shelf, emit } = context;
  let found = await mendOverwritten(context, id, lock);
  if (found === undefined || found.readOnly) return;
  const folder = shelf.folder(id);
  let gone = 0;
  for (const copy of shelf.index.copies.files(folder)) {
    if (!isFromSync(copy.name, context.synced)) continue;
    // oxlint-disable-next-line no-await-in-loop
    const other = await readCopy(shelf, copy).catch(unlessFault);
    if (other === undefined || other.readOnly || other.article.id !== id) continue;
    // oxlint-disable-next-line no-await-in-loop
    const merged = await mergeQuietly(context, found, other);
    if (merged === undefined) continue;
    // oxlint-disable-next-line no-await-in-loop
    const written = await writeMerged(context, merged, { folder, found, other, lock });
    if (written.hash !== found.hash)
      emit({ name: 'article-changed', data: { id, hash: written.hash, here: false } });
    found = written;
    // oxlint-disable-next-line no-await-in-loop
    if (await keepAway(context, copy, other)) gone += 1;
  }
  if (gone > 0) emit({ name: 'desk-changed', data: { ids: [id] } });
}

/** The newest state that a story and a copy of it both hold; undefined where none is known. */
export async function commonBase(
  { bases }: SaveContext,
  { article: ours }: FoundArticle,
  { article: theirs }: FoundArticle,
): Promise<Article | undefined> {
  // Of two states that count the same, another program has changed one: nobody knows which.
  const countSame = holdsSaves(ours.saves, theirs.saves) && holdsSaves(theirs.saves, ours.saves);
  return countSame ? undefined : bases.common(ours, theirs, '');
}

/** Writes the words of a story and a copy of it, unless the file has them and counts the saves of both. */
export async function writeMerged(
  context: SaveContext,
  merged: Article,
  at: { folder: string; found: FoundArticle; other: FoundArticle; lock: StoryLock },
): Promise<FoundArticle> {
  const { found, other } = at;
  const { bases } = context;
  await bases.keep(found.article, found);
  await bases.keep(other.article, other);
  const written = await write(context, merged, { ...at, saves: other.article.saves });
  await bases.keep(written.article, written);
  return written;
}

/** The words of both; undefined where both have changed the same place, or nobody knows what was before. */
async function mergeQuietly(
  context: SaveContext,
  found: FoundArticle,
  other: FoundArticle,
): Promise<Article | undefined> {
  const { article: ours } = found;
  const { article: theirs } = other;
  if (sameWords(ours, theirs)) return { ...ours, modified: modifiedAt(ours.modified, theirs) };
  const base = await commonBase(context, found, other);
  if (base === undefined) return undefined;
  const { merged, conflicts } = mergeArticles(base, ours, theirs);
  return conflicts.length === 0 ? merged : undefined;
}

/**
 * Keeps a copy as a version and removes it, unless it has been exchanged for another meanwhile, which
 * may be half written; answers whether it is gone.
 */
async function keepAway(
  { shelf, versions }: SaveContext,
  copy: CopyPlace,
  { article, bytes, hash }: FoundArticle,
): Promise<boolean> {
  await versions.keep(article.id, decodeText(bytes), article.modified);
  try {
    if ((await readCopy(shelf, copy)).hash !== hash) return false;
    await fs.rm(copyFile(shelf, copy), { force: true });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code !== 'missing') return false;
  }
  forgetCopy(shelf, copy);
  return true;
}
