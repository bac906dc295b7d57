import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { type Merge, mergeArticles } from '../../article/merge.ts';
import { sameWords } from '../../article/same-words.ts';
import type { OpenArticle } from '../contract/calls.ts';
import type { RecoveredWords } from '../contract/recovered-words.ts';
import type { Bases } from './bases.ts';
import type { Journal, JournalEntry } from './journal.ts';
import { contentHash } from './safe-name.ts';

/**
 * An opened story with the oldest words of other sessions that its file does not have, if any are
 * kept. Those of the windows in `saving` are on their way.
 */
export async function withRecovered(
  { journal, bases }: { journal: Journal; bases: Bases },
  opened: OpenArticle,
  saving: ReadonlySet<string>,
): Promise<OpenArticle> {
  const { id } = opened.article;
  try {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop
      const entry = await journal.offer(id, saving);
      if (entry === undefined) return opened;
      const { article } = entry;
      // oxlint-disable-next-line no-await-in-loop
      const common = await bases.common(article, opened.article, '');
      const merge = common && mergeArticles(common, opened.article, article);
      if (!hasWords(opened.article, article, merge)) {
        return { ...opened, recovered: offerOf(entry, opened, common, merge) };
      }
      // oxlint-disable-next-line no-await-in-loop
      await journal.forgetOffered(id);
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { ...opened, notices: [...opened.notices, error.message] };
  }
}

/** True if nothing of the kept words is missing in the file; `merge` is of both. */
function hasWords(found: Article, kept: Article, merge: Merge | undefined): boolean {
  if (sameWords(kept, found)) return true;
  return merge?.conflicts.length === 0 && sameWords(merge.merged, found);
}

/** Kept words as they are offered for this file; `common` is what both go back to, `merge` is of both. */
function offerOf(
  { article, before, at, reason }: JournalEntry,
  { article: found, hash }: OpenArticle,
  common: Article | undefined,
  merge: Merge | undefined,
): RecoveredWords {
  const isQuarrel = common !== undefined && merge !== undefined && merge.conflicts.length > 0;
  if (
    isQuarrel &&
    before !== undefined &&
    hasWords(found, before, mergeArticles(common, found, before))
  ) {
    // These are no words of others: the window had written them, and went on from there.
    const { merged, conflicts } = mergeArticles(before, found, article);
    if (conflicts.length === 0) return { article: merged, at, reason, base: hash };
  }
  return { article, at, reason, base: baseOf(article, { found, hash }, common) };
}

/**
 * What a save of kept words is to name as its base: the file, if they were written on it as it is.
 * Else a hash that no file has, so that the save looks for the last state that both sides hold.
 */
function baseOf(
  article: Article,
  { found, hash }: { found: Article; hash: string },
  common: Article | undefined,
): string {
  if (common !== undefined && sameWords(common, found)) return hash;
  return contentHash(serializeArticle(article));
}
