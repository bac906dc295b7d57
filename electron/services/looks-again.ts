import { AppError } from '../../article/app-error.ts';

/** When a story that was saved is looked at again, in milliseconds. */
const AFTER = [1000, 3000, 10_000];

/**
 * Looks at stories again some time after they were saved: where files come by a sync program, nothing
 * tells that one was written over.
 */
export class LooksAgain {
  private readonly look: (id: string) => Promise<void>;
  private readonly waiting = new Map<string, NodeJS.Timeout[]>();
  private isOver = false;

  constructor(look: (id: string) => Promise<void>) {
    this.look = look;
  }

  /** A story was saved just now. */
  after(id: string): void {
    this.stop(id);
    if (this.isOver) return;
    const timers = AFTER.map((wait) => {
      const timer = setTimeout(() => {
        if (timer === timers.at(-1)) this.waiting.delete(id);
        void this.lookAt(id);
      }, wait);
      timer.unref();
      return timer;
    });
    this.waiting.set(id, timers);
  }

  /** Looks at these stories, one after the other. */
  async at(ids: readonly string[]): Promise<void> {
    for (const id of ids) {
      if (this.isOver) return;
      // oxlint-disable-next-line no-await-in-loop
      await this.lookAt(id);
    }
  }

  /** Looks at nothing any more. */
  end(): void {
    this.isOver = true;
    for (const id of this.waiting.keys()) this.stop(id);
  }

  private stop(id: string): void {
    for (const timer of this.waiting.get(id) ?? []) clearTimeout(timer);
    this.waiting.delete(id);
  }

  private async lookAt(id: string): Promise<void> {
    try {
      await this.look(id);
    } catch (error) {
      // Nobody waits for it; the next look does it again.
      console.warn(error instanceof AppError ? error.message : error);
    }
  }
}
