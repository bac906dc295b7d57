import type { HereStory } from './here-files.ts';

const MINUTE = 60_000;

/** For how long nothing was typed into the stories that are open here. */
export class QuietTimes {
  private readonly clock: () => number;
  private readonly opened = new Map<string, number>();
  private readonly typed = new Map<string, number>();

  /** `clock` answers milliseconds that never go back. */
  constructor(clock: () => number) {
    this.clock = clock;
  }

  /** Something was typed into a story. */
  end(id: string): void {
    this.typed.set(id, this.clock());
  }

  /** A story is open no more. */
  forget(id: string): void {
    this.opened.delete(id);
    this.typed.delete(id);
  }

  /**
   * As `HereStory.quiet` says it. Who opens a story and has its writing mark counts as typing at that
   * moment.
   */
  of({ id, mark }: HereStory): HereStory['quiet'] {
    const now = this.clock();
    const opened = this.opened.get(id) ?? now;
    this.opened.set(id, opened);
    const typed = this.typed.get(id) ?? -Infinity;
    const quiet = now - (mark > 0 ? Math.max(opened, typed) : typed);
    if (quiet > 5 * MINUTE) return 5;
    return quiet > 2 * MINUTE ? 2 : undefined;
  }
}
