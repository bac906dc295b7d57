import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import type { ArticleShelf } from './article-shelf.ts';
import type { Journal, JournalEntry } from './journal.ts';
import { isInTrash } from './trash.ts';

/**
 * Puts articles back on the desk that are only in the journal: their folder went while they could
 * not be written. Answers what the person must know of those that the desk does not take; they
 * stay in the journal. A journal that cannot be read is told with every story that is opened.
 */
export async function restoreLost(
  { journal, shelf }: { journal: Journal; shelf: ArticleShelf },
  store: (article: Article) => Promise<unknown>,
): Promise<string[]> {
  const kept = await journal.all().catch((error: unknown): JournalEntry[] => {
    if (!(error instanceof AppError)) throw error;
    console.warn(error.message);
    return [];
  });
  const notices: string[] = [];
  for (const { article } of kept) {
    if (shelf.index.folderOf(article.id) !== undefined) continue;
    try {
      // oxlint-disable-next-line no-await-in-loop
      if (!(await isInTrash(shelf.desk.trash, article.id))) await store(article);
    } catch (error) {
      if (!(error instanceof AppError)) console.error(error);
      const name = article.headline || article.slugline || article.id;
      const reason = error instanceof Error ? error.message : String(error);
      notices.push(
        `“${name}”: this story is not on the desk any more, and its last words could not be put back there. They are kept on this computer, and the next start tries again. ${reason}`,
      );
    }
  }
  for (const notice of notices) console.warn(notice);
  return notices;
}
