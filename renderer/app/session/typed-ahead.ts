import { oneLine } from './one-line.ts';

let box: HTMLTextAreaElement | undefined;
let before: Element | null = null;

/**
 * Takes the focus and keeps what is typed, until `takeTyped` gives it to the story that is being
 * made meanwhile. `label` is what a screen reader says.
 */
export function holdTyping(label: string): void {
  before = document.activeElement;
  box = document.createElement('textarea');
  box.className = 'visually-hidden';
  box.ariaLabel = label;
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Tab') return;
    // In the head of the story it goes on to the next field, as Enter does.
    event.preventDefault();
    box?.setRangeText('\n', box.selectionEnd, box.selectionEnd, 'end');
  });
  document.body.append(box);
  box.focus({ preventScroll: true });
}

/** What was typed while it was held; nothing is held any more. */
interface Typed {
  headline: string;
  /** What followed after Enter; undefined while the headline is still being typed. */
  standfirst: string | undefined;
}

/** Ends the holding; undefined if nothing was held. The focus is by then in the story. */
export function takeTyped(): Typed | undefined {
  if (box === undefined) return undefined;
  const [headline = '', ...more] = box.value.split('\n');
  box.remove();
  box = undefined;
  before = null;
  return {
    headline: oneLine(headline),
    standfirst: more.length === 0 ? undefined : oneLine(more.join('\n')),
  };
}

/** Ends the holding for a story that could not be made: the focus goes back to where it was. */
export function giveBackFocus(): Typed | undefined {
  const place = before;
  const typed = takeTyped();
  if (place instanceof HTMLElement) place.focus();
  return typed;
}
