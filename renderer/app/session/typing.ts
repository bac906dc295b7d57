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

let run: Run | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let place = 0;
let composing = false;
let waiting: (() => void)[] = [];

/**
 * Watches where and how a person types in this window, for `typingNow`. A click, a key that moves
 * the caret, and each word of an input method begin another place.
 */
export function watchTyping(): () => void {
  const listening = new AbortController();
  const options = { capture: true, signal: listening.signal };
  // A field that went while it was composed in has not told of the end.
  window.addEventListener('focusin', endComposing, options);
  for (const name of ['pointerdown', 'focusin', 'compositionstart']) {
    window.addEventListener(name, goElsewhere, options);
  }
  window.addEventListener('compositionstart', () => (composing = true), options);
  window.addEventListener('compositionend', endComposing, options);
  window.addEventListener('keydown', onKey, options);
  window.addEventListener('beforeinput', onInput, options);
  window.addEventListener('input', onInput, options);
  return () => {
    listening.abort();
    endComposing();
  };
}

/** The typing that is being done at this moment; undefined where a change has another cause. */
export function typingNow(): Run | undefined {
  return run;
}

/** True while an input method is at a word: its text and its caret are not to be changed. */
export function isComposing(): boolean {
  return composing;
}

/** Resolves when no input method is at a word, and the text has what it was at. */
export function composed(): Promise<void> {
  return composing ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve();
}

function endComposing(): void {
  if (!composing) return;
  composing = false;
  const all = waiting;
  waiting = [];
  // The text takes the word in the course of this event.
  setTimeout(() => all.forEach((resolve) => resolve()));
}

function goElsewhere(): void {
  place += 1;
}

function onKey(event: KeyboardEvent): void {
  if (!event.isComposing) endComposing();
  if (LEADING.test(event.key)) goElsewhere();
  const isPlain = !(event.ctrlKey || event.metaKey || event.altKey);
  // A letter may open a paragraph for itself before it is written.
  const kind = event.key.length === 1 ? 'write' : KINDS[event.key];
  hear(isPlain ? kind : undefined, PAUSE);
}

function onInput(event: Event): void {
  // A person may look at what an input method offers for as long as it takes.
  if (event instanceof InputEvent && event.isComposing) hear('compose', Infinity);
  else hear(event instanceof InputEvent ? KINDS[event.inputType] : undefined, PAUSE);
}

/** What comes of an event is there before the next one: the text follows in a microtask. */
function hear(kind: string | undefined, within: number): void {
  run = kind === undefined ? undefined : { name: `${kind} ${place}`, within };
  clearTimeout(timer);
  timer = setTimeout(() => {
    run = undefined;
  });
}
