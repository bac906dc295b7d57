import type { Article } from '../../article/article.ts';
import type { Saves } from '../../article/saves.ts';

/** The last save of a story by a window. */
export interface WindowSave {
  /** What the window had, with the counts of the file that was made of it. */
  words: Article;
  /** The hash of the file where that has these words and no others. */
  hash: string | undefined;
  /** True where words of it met those of another, and are in a copy of the story. */
  lost: boolean;
}

interface Asked {
  article: Article;
  base: string;
  window?: string;
}

/** Saves that are remembered; of the windows heard of last. */
const MOST = 100;

/**
 * What the windows have written. One that did not hear the answer to its save names the base of it
 * again: its next save goes on from the words of the one before.
 */
export class WindowSaves {
  private readonly last = new Map<string, WindowSave & { base: string }>();

  note(
    { article, base, window }: Asked,
    saves: Saves | undefined,
    hash: string | undefined,
    lost = false,
  ): void {
    if (window === undefined) return;
    const key = keyOf(article.id, window);
    this.last.delete(key);
    this.last.set(key, { base, hash, lost, words: { ...article, ...(saves && { saves }) } });
    const [oldest] = this.last.keys();
    if (this.last.size > MOST && oldest !== undefined) this.last.delete(oldest);
  }

  /** The save before, if this one starts from the same base. */
  before({ article, base, window = '' }: Asked): WindowSave | undefined {
    const last = this.last.get(keyOf(article.id, window));
    return last?.base === base ? last : undefined;
  }
}

function keyOf(id: string, window: string): string {
  return `${id} ${window}`;
}
