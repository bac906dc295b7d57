import { type Saves, savedSince } from '../../article/saves.ts';
import { AppError } from '../../article/app-error.ts';
import type { Event } from '../contract/events.ts';
import type { ArticleShelf } from './article-shelf.ts';
import { readDeskArticle } from './article-disk.ts';

interface Context {
  shelf: ArticleShelf;
  /** The id of this installation. */
  installation: string;
  /** Tells the windows. */
  emit(event: Event): void;
}

/** The stories that were put in the trash in this run, to tell when one of them is back. */
export class TrashedHere {
  private readonly context: Context;
  private readonly stories = new Map<string, Saves>();

  constructor(context: Context) {
    this.context = context;
  }

  /** A story was put in the trash; `saves` are those that its file was made with. */
  note(id: string, saves: Saves = {}): void {
    this.stories.set(id, saves);
  }

  /** A story was taken back from here: that is no news. */
  forget(id: string): void {
    this.stories.delete(id);
  }

  /** Tells of those among these stories that are on the desk again. */
  async look(ids: readonly string[]): Promise<void> {
    const { shelf, installation, emit } = this.context;
    for (const id of ids) {
      const before = this.stories.get(id);
      const folder = before && shelf.index.folderOf(id);
      if (before === undefined || folder === undefined) continue;
      try {
        // oxlint-disable-next-line no-await-in-loop
        const { article } = await readDeskArticle(shelf.path(folder));
        const writers = savedSince(before, article.saves);
        // The folder comes back before the words that brought it: the next change tells.
        if (writers.length === 0 || !this.stories.delete(id)) continue;
        const by = writers.find((other) => other !== installation);
        const { headline } = article;
        emit({ name: 'story-back', data: { id, headline, ...(by !== undefined && { by }) } });
      } catch (error) {
        // It has moved again; the next change tells.
        if (!(error instanceof AppError)) throw error;
      }
    }
  }
}
