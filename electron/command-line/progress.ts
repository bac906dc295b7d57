import type { Length } from '../../article/counts.ts';
import type { Terminal } from './terminal.ts';

/** Between two lines about the progress, in milliseconds. */
const EVERY = 1000;

/** Says how far a run of many stories is: not more than a line a second, and one at its end. */
export class Progress {
  private readonly total: number;
  private readonly terminal: Terminal;
  private done = 0;
  private said = Date.now();

  constructor(total: number, terminal: Terminal) {
    this.total = total;
    this.terminal = terminal;
  }

  /** One more story was dealt with. */
  step(): void {
    this.done += 1;
    if (Date.now() - this.said < EVERY) return;
    this.said = Date.now();
    this.terminal.warn(`note: ${this.done} of ${this.total} stories\n`);
  }

  /** The run is over; `written` stories are there, of this length in all. */
  end(written: number, { words, characters }: Length): void {
    this.terminal.warn(
      `note: ${written} of ${this.total} stories written, ${words} words, ${characters} characters\n`,
    );
  }
}
