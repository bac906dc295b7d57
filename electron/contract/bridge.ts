import type { Article } from '../../article/article.ts';
import type { Reply } from './calls.ts';
import type { Event } from './events.ts';

/** An open story whose last words are not in its file, and why, for the person. */
export interface Unwritten {
  article: Article;
  reason: string;
}

/** All that the preload gives a window: one call, one stream of events. */
export interface Bridge {
  call(name: string, args: unknown): Promise<Reply>;
  /** Answers a function that ends the listening. */
  on(listener: (event: Event) => void): () => void;
  /** Answers a `flush` event: everything is written but these. */
  flushed(unwritten: readonly Unwritten[]): void;
}
