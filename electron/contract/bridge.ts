import type { Reply } from './calls.ts';
import type { Event } from './events.ts';

/** All that the preload gives a window: one call, one stream of events. */
export interface Bridge {
  call(name: string, args: unknown): Promise<Reply>;
  /** Answers a function that ends the listening. */
  on(listener: (event: Event) => void): () => void;
  /** Answers a `flush` event: everything is written, or has been given up. */
  flushed(): void;
}
