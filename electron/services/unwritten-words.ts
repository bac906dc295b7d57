import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import type { Journal } from './journal.ts';
import { KeyedQueue } from './keyed-queue.ts';

/** How long the desk may take for a save before its words are kept on this machine, in milliseconds. */
const PATIENCE = 300;
/** Windows whose last save is remembered. */
const MOST = 100;
const SLOW = 'Galley was ended before the desk had taken them';

/**
 * Sees to it that the journal has the newest words of each window that were asked to be saved and
 * are not known to be in their file.
 */
export class UnwrittenWords {
  private readonly journal: Journal;
  private readonly now: () => string;
  /** The journal has what came last, also where that was soon after another. */
  private readonly queue = new KeyedQueue();
  private readonly newest = new Map<string, Article>();
  private readonly saving = new Map<Promise<unknown>, { id: string; window: string }>();
  /** What each window has sent last; of the windows heard of last. */
  private readonly sent = new Map<string, Article>();

  /** `now` answers RFC 3339, UTC. */
  constructor(journal: Journal, now: () => string) {
    this.journal = journal;
    this.now = now;
  }

  /**
   * Runs the save of these words. Where it fails they are in the journal; throws an AppError
   * `not-kept` when they could not be kept there either.
   */
  during<T>(article: Article, window: string, save: () => Promise<T>): Promise<T> {
    const done = this.keepWhile(article, window, save);
    this.saving.set(done, { id: article.id, window });
    const end = () => this.saving.delete(done);
    done.then(end, end);
    return done;
  }

  /** Keeps words that are newer than those being saved; `reason` tells why, for the person. */
  keep(article: Article, window: string, reason = SLOW): Promise<void> {
    this.newest.set(keyOf(article.id, window), article);
    return this.keepNewest(article, window, reason);
  }

  /** Forgets all words of a window for a story: they are in another file. */
  forgetAll(id: string, window: string): Promise<void> {
    return this.queue.run(keyOf(id, window), () => {
      this.newest.delete(keyOf(id, window));
      return this.journal.forget(id, window);
    });
  }

  /** The windows with a save of the story under way. */
  windowsOf(id: string): Set<string> {
    const saves = [...this.saving.values()].filter((save) => save.id === id);
    return new Set(saves.map(({ window }) => window));
  }

  /** Resolves when every save that was asked for so far is over, and its words are where they are to be. */
  async idle(): Promise<void> {
    await Promise.allSettled(this.saving.keys());
    await this.queue.idle();
  }

  private async keepWhile<T>(article: Article, window: string, save: () => Promise<T>): Promise<T> {
    const key = keyOf(article.id, window);
    this.newest.set(key, article);
    this.noteSent(key, article);
    const late = setTimeout(() => {
      this.keepNewest(article, window, SLOW).catch((error: unknown) => console.warn(error));
    }, PATIENCE);
    try {
      const saved = await save();
      await this.forget(article, window);
      return saved;
    } catch (error) {
      await this.keepFailed(this.newest.get(key) ?? article, window, error);
      throw error;
    } finally {
      clearTimeout(late);
    }
  }

  private keepNewest(article: Article, window: string, reason: string): Promise<void> {
    const key = keyOf(article.id, window);
    return this.queue.run(key, async () => {
      // Newer ones were kept, or these are in their file.
      if (this.newest.get(key) !== article) return;
      const before = this.sent.get(key);
      const isOther = before !== undefined && before !== article;
      const entry = { article, ...(isOther && { before }), at: this.now(), reason };
      await this.journal.keep(entry, window);
    });
  }

  private noteSent(key: string, article: Article): void {
    this.sent.delete(key);
    this.sent.set(key, article);
    const [oldest] = this.sent.keys();
    if (this.sent.size > MOST && oldest !== undefined) this.sent.delete(oldest);
  }

  private async keepFailed(article: Article, window: string, error: unknown): Promise<void> {
    const reason = error instanceof Error ? error.message : String(error);
    try {
      await this.keepNewest(article, window, reason);
    } catch (second) {
      const also = second instanceof Error ? second.message : String(second);
      throw new AppError(
        'not-kept',
        `${reason}; and the words could not be kept on this computer either: ${also}. Copy them out of the window before you close it`,
        { cause: error },
      );
    }
  }

  /** These words are in their file; newer ones stay. */
  private forget(article: Article, window: string): Promise<void> {
    const key = keyOf(article.id, window);
    return this.queue.run(key, async () => {
      if ((this.newest.get(key) ?? article) !== article) return;
      this.newest.delete(key);
      await this.journal.forget(article.id, window);
    });
  }
}

function keyOf(id: string, window: string): string {
  return `${id} ${window}`;
}
