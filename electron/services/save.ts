import { AppError } from '../../article/app-error.ts';
import { type Article, createArticle } from '../../article/article.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { newArticleId } from '../../article/ids.ts';
import { mergeArticles } from '../../article/merge.ts';
import { sameWords } from '../../article/same-words.ts';
import type { Saved } from '../contract/calls.ts';
import { type FoundArticle, articleFile, readArticle } from './article-disk.ts';
import type { ArticleShelf } from './article-shelf.ts';
import { copyMedia } from './media-folder.ts';
import type { Journal } from './journal.ts';
import { isInTrash, takeFromTrash } from './trash.ts';
import type { Versions } from './versions.ts';

/** What saving works on. */
export interface SaveContext {
  shelf: ArticleShelf;
  journal: Journal;
  versions: Versions;
  /** RFC 3339, UTC */
  now(): string;
}

export interface SaveRequest {
  article: Article;
  /** The hash of the file that the window's copy is based on. */
  base: string;
  keepVersion?: boolean;
}

/**
 * Writes an article. If the file is no longer what the window's copy is based on, both sides are
 * merged; if that cannot be done, the file stays and this side becomes a story of its own.
 * Throws an AppError when nothing was written; the words are then in the journal.
 */
export async function saveArticle(context: SaveContext, request: SaveRequest): Promise<Saved> {
  const { journal, versions, now } = context;
  const { article } = request;
  let saved: Saved;
  try {
    saved = await writeOrMerge(context, request);
  } catch (error) {
    await keepInJournal(context, article, error);
    throw error;
  }
  await journal.forget(article.id);
  if (request.keepVersion === true)
    await versions.keep(article.id, serializeArticle(article), now());
  return saved;
}

async function writeOrMerge(context: SaveContext, request: SaveRequest): Promise<Saved> {
  const { article, base } = request;
  const { shelf, versions } = context;
  const folder = shelf.index.folderOf(article.id);
  const found = folder === undefined ? undefined : await readFound(shelf, folder);
  if (folder === undefined || found?.article.id !== article.id) return putBack(context, request);
  if (found.readOnly) {
    throw new AppError(
      'newer-version',
      `${articleFile(shelf.path(folder))}: a newer Galley has written this file; update Galley to edit it`,
    );
  }
  if (
    found.hash === base ||
    shelf.isUnsureWrite(article.id, base, found.hash) ||
    sameWords(article, found.article)
  ) {
    return write(context, article, folder, found);
  }
  const common = await versions.base(article.id, base);
  const merge = common && mergeArticles(common, article, found.article);
  if (merge !== undefined && merge.conflicts.length === 0) {
    const saved = await write(context, merge.merged, folder, found);
    return { ...saved, merged: { ...merge.merged, modified: saved.modified } };
  }
  return keepBoth(context, article, found, merge?.conflicts ?? []);
}

async function write(
  { shelf, versions, now }: SaveContext,
  article: Article,
  folder: string,
  found: FoundArticle,
): Promise<Saved> {
  if (sameWords(article, found.article)) {
    return { hash: found.hash, modified: found.article.modified };
  }
  const modified = now();
  const written = await shelf.write({ ...article, modified }, folder, found.hash);
  await versions.rememberBase(article.id, written.bytes);
  return { hash: written.hash, modified };
}

/** Somebody removed the folder while these words were written: they count more. */
async function putBack(context: SaveContext, request: SaveRequest): Promise<Saved> {
  const { shelf, versions, now } = context;
  const { article } = request;
  // With the whole desk gone, nothing was removed.
  await shelf.desk.refresh();
  const modified = now();
  const stale = shelf.index.folderOf(article.id);
  if (stale !== undefined) shelf.index.remove(stale);
  if (await isInTrash(shelf.desk.trash, article.id)) {
    // With its pictures.
    await takeFromTrash(shelf, article.id);
    return writeOrMerge(context, request);
  }
  const { written } = await shelf.add({ ...article, modified });
  await versions.rememberBase(article.id, written.bytes);
  return { hash: written.hash, modified };
}

/** The file stays the article; what this window has becomes a new one beside it. */
async function keepBoth(
  { shelf, versions, now }: SaveContext,
  ours: Article,
  found: FoundArticle,
  conflicts: readonly string[],
): Promise<Saved> {
  const at = now();
  const places = conflicts.length === 0 ? '' : ` (${conflicts.join(', ')})`;
  const note = `Both sides changed the same place${places}; the other side is story ${ours.id}.`;
  const copy = createArticle(at, {
    ...ours,
    id: newArticleId(),
    created: ours.created,
    modified: at,
    headline: `${ours.headline || 'Untitled'} (conflict copy)`,
    edNote: [ours.edNote, note].filter(Boolean).join('\n'),
  });
  const folder = shelf.folder(ours.id);
  await shelf.add(copy, (place) => copyMedia(shelf.path(folder), place));
  await versions.rememberBase(ours.id, found.bytes);
  return {
    hash: found.hash,
    modified: found.article.modified,
    merged: found.article,
    keptAs: { id: copy.id, headline: copy.headline },
  };
}

async function keepInJournal(
  { journal, now }: SaveContext,
  article: Article,
  error: unknown,
): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  try {
    await journal.keep({ article, at: now(), reason });
  } catch (second) {
    const also = second instanceof Error ? second.message : String(second);
    throw new AppError(
      'not-kept',
      `${reason}; and the words could not be kept on this computer either: ${also}. Copy them out of the window before you close it`,
      { cause: error },
    );
  }
}

async function readFound(shelf: ArticleShelf, folder: string): Promise<FoundArticle | undefined> {
  try {
    return await readArticle(articleFile(shelf.path(folder)));
  } catch (error) {
    if (error instanceof AppError && error.code === 'missing') return undefined;
    throw error;
  }
}
