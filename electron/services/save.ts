import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { joinArticles } from '../../article/join.ts';
import { type Merge, mergeArticles } from '../../article/merge.ts';
import { sameWords } from '../../article/same-words.ts';
import { type Saves, areApart, holdsSaves } from '../../article/saves.ts';
import type { Saved } from '../contract/calls.ts';
import { type FoundArticle, articleFile } from './article-disk.ts';
import { keepCopy, keepVersion } from './kept-beside.ts';
import { putStoryBack } from './put-back.ts';
import { contentHash } from './safe-name.ts';
import {
  type SaveContext,
  type SaveRequest,
  readFound,
  savedAs,
  unlessGone,
  write,
} from './save-steps.ts';
import type { StoryLock } from './story-locks.ts';
import { writeOver } from './write-over.ts';

/** Within so long a file may come again, in milliseconds. */
const MOMENT = 10_000;

/**
 * Writes an article. If the file is no longer what the window's copy is based on, both sides are
 * merged; where that cannot be done, the file stays as it is there and this side goes into a story
 * beside it: see `keepCopy`.
 * Throws an AppError when nothing was written.
 */
export async function saveArticle(context: SaveContext, request: SaveRequest): Promise<Saved> {
  const { locks, versions, trouble, now } = context;
  const { article } = request;
  const saved = await locks.run(article.id, (lock) => writeOrMerge(context, request, lock));
  if (request.keepVersion === true) {
    // The story itself is in its file.
    await versions
      .keep(article.id, serializeArticle(article), now())
      .catch((error: unknown) => trouble.note(error));
  }
  return saved;
}

/** True if the file lacks what this Galley saved last. */
export async function isOverwritten(
  { shelf, bases, installation }: SaveContext,
  id: string,
): Promise<boolean> {
  const last = await bases.lastOwn(id);
  const folder = shelf.index.folderOf(id);
  if (last === 0 || folder === undefined) return false;
  const found = await readFound(shelf, folder);
  return found?.article.id === id && countOf(found.article, installation) < last;
}

/**
 * Looks whether the file has what this Galley saved last. Where another has written over it, both
 * are merged again, and the windows are told. Answers the file as it is then; undefined where the
 * story is not on the desk. The caller holds the lock of the story.
 */
export async function mendOverwritten(
  context: SaveContext,
  id: string,
  lock: StoryLock,
): Promise<FoundArticle | undefined> {
  const { shelf, bases, installation, emit } = context;
  const folder = await shelf.find(id).catch(unlessGone);
  const found = folder === undefined ? undefined : await readFound(shelf, folder);
  if (folder === undefined || found?.article.id !== id) return undefined;
  const last = await bases.lastOwn(id);
  if (found.readOnly || countOf(found.article, installation) >= last) return found;
  const mine = await bases.newestOwn(id);
  if (mine === undefined || sameWords(mine, found.article)) return found;
  // Counted by an installation that this one was before.
  if (holdsSaves(found.article.saves, mine.saves)) return found;
  const isOlder =
    !areApart(mine.saves, found.article.saves) && (await bases.find(id, found.hash)) !== undefined;
  if (isOlder && !(await isBroughtAgain(context, mine, found))) {
    // It was put back on purpose.
    await keepVersion(context, mine);
    return found;
  }
  await bases.keep(found.article, found);
  const base = isOlder ? found.article : await bases.common(mine, found.article, found.hash);
  const { merged, conflicts } = merge(base, found.article, mine);
  if (conflicts.length > 0 && base !== undefined) {
    const keptAs = await keepCopy(context, mine, { story: found.article, conflicts });
    emit({ name: 'words-kept', data: { id, keptAs } });
  } else if (conflicts.length > 0) await keepVersion(context, mine);
  const written = await write(context, merged, { folder, found, saves: mine.saves, lock });
  await bases.keep(written.article, written);
  emit({ name: 'article-changed', data: { id, hash: written.hash, here: false } });
  return written;
}

/**
 * True for a file that was here a moment ago, and that a sync program has brought again over what was
 * saved in between.
 */
async function isBroughtAgain(
  { bases, synced }: SaveContext,
  mine: Article,
  { hash }: FoundArticle,
): Promise<boolean> {
  const own = contentHash(serializeArticle(mine));
  const ages = await Promise.all([own, hash].map((each) => bases.age(mine.id, each)));
  return synced && ages.every((age) => age < MOMENT);
}

async function writeOrMerge(
  context: SaveContext,
  request: SaveRequest,
  lock: StoryLock,
): Promise<Saved> {
  const { article, base, window } = request;
  const { shelf, bases, windowSaves } = context;
  const over = request.over === true && (await writeOver(context, request, lock));
  if (over) return over;
  const found = await mendOverwritten(context, article.id, lock);
  if (found === undefined) return putBack(context, request, lock);
  const folder = shelf.folder(article.id);
  if (found.readOnly) {
    throw new AppError(
      'newer-version',
      `${articleFile(shelf.path(folder))}: a newer Galley has written this file; update Galley to edit it`,
    );
  }
  const put = async (words: Article, saves: Saves | undefined, lost = false) => {
    const written = await write(context, words, { folder, found, saves, lock });
    await bases.keep(written.article, written, window, base);
    const hash = words === article ? written.hash : undefined;
    windowSaves.note(request, written.article.saves, hash, lost);
    return { ...savedAs(written), written };
  };
  const before = windowSaves.before(request);
  const known = before?.hash ?? base;
  if (
    found.hash === base ||
    found.hash === known ||
    shelf.isUnsureWrite(article.id, known, found.hash) ||
    sameWords(article, found.article)
  ) {
    const { written: _written, ...saved } = await put(article, undefined);
    return saved;
  }
  await bases.keep(found.article, found);
  const named = before?.words ?? (await bases.find(article.id, base));
  const saves = named?.saves ?? article.saves;
  const common =
    named !== undefined && !areApart(saves, found.article.saves)
      ? named
      : await bases.common({ ...article, saves: saves ?? {} }, found.article, found.hash);
  if (common === undefined) {
    const { merged, conflicts } = joinArticles(found.article, article);
    if (conflicts.length > 0) await keepVersion(context, article);
    const { written, ...saved } = await put(merged, saves);
    return { ...saved, merged: written.article };
  }
  const { merged, conflicts } = mergeArticles(common, found.article, article);
  const keptAs =
    conflicts.length === 0
      ? undefined
      : await keepCopy(
          context,
          article,
          { story: found.article, conflicts },
          before?.lost ? before.words : undefined,
        );
  const { written, ...saved } = await put(merged, saves, keptAs !== undefined);
  return { ...saved, merged: written.article, ...(keptAs && { keptAs }) };
}

function merge(base: Article | undefined, ours: Article, theirs: Article): Merge {
  return base === undefined ? joinArticles(ours, theirs) : mergeArticles(base, ours, theirs);
}

function countOf(article: Article, installation: string): number {
  return article.saves?.[installation] ?? 0;
}

function putBack(context: SaveContext, request: SaveRequest, lock: StoryLock): Promise<Saved> {
  return putStoryBack(context, request, lock, () => writeOrMerge(context, request, lock));
}
