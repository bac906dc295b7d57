import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import { modifiedAt } from '../../article/modified.ts';
import { sameWords } from '../../article/same-words.ts';
import { type Saves, holdsSaves, joinSaves } from '../../article/saves.ts';
import type { Saved } from '../contract/calls.ts';
import type { Event } from '../contract/events.ts';
import { type FoundArticle, readDeskArticle } from './article-disk.ts';
import type { ArticleShelf } from './article-shelf.ts';
import type { Bases } from './bases.ts';
import type { DataTrouble } from './data-trouble.ts';
import type { StoryLock, StoryLocks } from './story-locks.ts';
import type { Versions } from './versions.ts';
import type { WindowSaves } from './window-saves.ts';

// What every way to save a story does: it reads what is there, counts the save, and writes.

/** What saving works on. */
export interface SaveContext {
  shelf: ArticleShelf;
  versions: Versions;
  bases: Bases;
  windowSaves: WindowSaves;
  locks: StoryLocks;
  trouble: DataTrouble;
  /** Whether a sync program looks after the desk: see `isSynced`. */
  synced: boolean;
  /** The id of this installation. */
  installation: string;
  /** RFC 3339, UTC */
  now(): string;
  /** Tells the windows. */
  emit(event: Event): void;
}

export interface SaveRequest {
  article: Article;
  /** The hash of the file that the window's copy is based on. */
  base: string;
  /** Tells the windows apart; of each the states that it may name as `base` are kept. */
  window?: string;
  keepVersion?: boolean;
  /** Write over a file that is damaged, which is put aside. */
  over?: boolean;
}

/** Lets a story be gone; any other fault is thrown. */
export function unlessGone(error: unknown): undefined {
  if (!(error instanceof AppError && error.code === 'no-article')) throw error;
}

/** The article in a folder of the desk; undefined where there is none. */
export async function readFound(
  shelf: ArticleShelf,
  folder: string,
): Promise<FoundArticle | undefined> {
  try {
    return await readDeskArticle(shelf.path(folder));
  } catch (error) {
    if (error instanceof AppError && error.code === 'missing') return undefined;
    throw error;
  }
}

/** Writes the words over the file that was found, unless it has them and counts these saves. */
export async function write(
  context: SaveContext,
  article: Article,
  at: { folder: string; found: FoundArticle; saves: Saves | undefined; lock: StoryLock },
): Promise<FoundArticle> {
  const { folder, found, saves, lock } = at;
  const isThere = sameWords(article, found.article);
  if (isThere && holdsSaves(found.article.saves, saves)) return found;
  const held = joinSaves(found.article.saves, saves);
  const time = isThere ? article.modified : context.now();
  const words = { ...article, modified: modifiedAt(time, article, found.article) };
  // Where nothing is new, Galleys that do this at once write the same bytes, and nobody has to merge them.
  const counted = isThere ? { ...words, saves: held } : await countSave(context, words, held);
  const written = await context.shelf.write(counted, folder, found.hash, lock);
  return { ...written, article: counted, readOnly: false, notices: [] };
}

/** The article with one more save of this installation than `saves` and than any before. */
export async function countSave(
  { bases, installation }: Pick<SaveContext, 'bases' | 'installation'>,
  article: Article,
  saves: Saves = {},
): Promise<Article> {
  const last = await bases.lastOwn(article.id);
  const count = Math.max(last, saves[installation] ?? 0) + 1;
  return { ...article, saves: { ...saves, [installation]: count } };
}

/** What is answered of a file. */
export function savedAs({ hash, article }: { hash: string; article: Article }): Saved {
  return { hash, modified: article.modified, saves: article.saves ?? {} };
}
