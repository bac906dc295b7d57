/** Typing that goes on: a change within so many milliseconds of the last one belongs to it. */
export interface Run {
  name: string;
  within: number;
}

/** Typing goes on until nothing was typed for so many milliseconds. */
const PAUSE = 800;

const KINDS: Partial<Record<string, string>> = {
  insertText: 'write',
  deleteContentBackward: 'backspace',
  deleteContentForward: 'delete',
  Backspace: 'backspace',
  Delete: 'delete',
};

/** The keys that lead to another place in a text. */
const LEADING = /^(?:Arrow|Home|End|Page|Tab|Enter)/u;

/** How a person types in a window at this moment. */
export class Typing {
  private run: Run | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private place = 0;
  private composing = false;
  private waiting: (() => void)[] = [];

  /**
   * Watches where and how a person types. A click, a key that moves the caret, and each word of an
   * input method begin another place. Answers a function that ends it.
   */
  watch(): () => void {
    const listening = new AbortController();
    const options = { capture: true, signal: listening.signal };
    const endComposing = () => this.endComposing();
    const goElsewhere = () => (this.place += 1);
    // A field that went while it was composed in has not told of the end.
    window.addEventListener('focusin', endComposing, options);
    for (const name of ['pointerdown', 'focusin', 'compositionstart']) {
      window.addEventListener(name, goElsewhere, options);
    }
    window.addEventListener('compositionstart', () => (this.composing = true), options);
    window.addEventListener('compositionend', endComposing, options);
    window.addEventListener('keydown', (event) => this.onKey(event), options);
    window.addEventListener('beforeinput', (event) => this.onInput(event), options);
    window.addEventListener('input', (event) => this.onInput(event), options);
    return () => {
      listening.abort();
      endComposing();
    };
  }

  /** The typing that is being done at this moment; undefined where a change has another cause. */
  get now(): Run | undefined {
    return this.run;
  }

  /** True while an input method is at a word: its text and its caret are not to be changed. */
  get isComposing(): boolean {
    return this.composing;
  }

  /** Resolves when no input method is at a word, and the text has what it was at. */
  composed(): Promise<void> {
    return this.composing
      ? new Promise((resolve) => this.waiting.push(resolve))
      : Promise.resolve();
  }

  private endComposing(): void {
    if (!this.composing) return;
    this.composing = false;
    const all = this.waiting;
    this.waiting = [];
    // The text takes the word in the course of this event.
    setTimeout(() => all.forEach((resolve) => resolve()));
  }

  private onKey(event: KeyboardEvent): void {
    if (!event.isComposing) this.endComposing();
    if (LEADING.test(event.key)) this.place += 1;
    const isPlain = !(event.ctrlKey || event.metaKey || event.altKey);
    // A letter may open a paragraph for itself before it is written.
    const kind = event.key.length === 1 ? 'write' : KINDS[event.key];
    this.hear(isPlain ? kind : undefined, PAUSE);
  }

  private onInput(event: Event): void {
    // A person may look at what an input method offers for as long as it takes.
    if (event instanceof InputEvent && event.isComposing) this.hear('compose', Infinity);
    else this.hear(event instanceof InputEvent ? KINDS[event.inputType] : undefined, PAUSE);
  }

  /** What comes of an event is there before the next one: the text follows in a microtask. */
  private hear(kind: string | undefined, within: number): void {
    this.run = kind === undefined ? undefined : { name: `${kind} ${this.place}`, within };
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.run = undefined;
    });
  }
}
