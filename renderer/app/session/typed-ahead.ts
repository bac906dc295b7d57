import { oneLine } from './one-line.ts';

/** What was typed while a story was being made. */
interface Typed {
  headline: string;
  /** What followed after Enter; undefined while the headline is still being typed. */
  standfirst: string | undefined;
}

/** What a person types while the story that it is for is being made. */
export class TypedAhead {
  private box: HTMLTextAreaElement | undefined;
  private before: Element | null = null;

  /**
   * Takes the focus and keeps what is typed, until `take` gives it to the story. `label` is what a
   * screen reader says.
   */
  hold(label: string): void {
    this.before = document.activeElement;
    const box = document.createElement('textarea');
    box.className = 'visually-hidden';
    box.ariaLabel = label;
    box.addEventListener('keydown', (event) => {
      if (event.key !== 'Tab') return;
      // In the head of the story it goes on to the next field, as Enter does.
      event.preventDefault();
      box.setRangeText('\n', box.selectionEnd, box.selectionEnd, 'end');
    });
    document.body.append(box);
    box.focus({ preventScroll: true });
    this.box = box;
  }

  /** Ends the holding; undefined if nothing was held. The focus is by then in the story. */
  take(): Typed | undefined {
    const { box } = this;
    if (box === undefined) return undefined;
    const [headline = '', ...more] = box.value.split('\n');
    box.remove();
    this.box = undefined;
    this.before = null;
    return {
      headline: oneLine(headline),
      standfirst: more.length === 0 ? undefined : oneLine(more.join('\n')),
    };
  }

  /** Ends the holding for a story that could not be made: the focus goes back to where it was. */
  giveBackFocus(): Typed | undefined {
    const place = this.before;
    const typed = this.take();
    if (place instanceof HTMLElement) place.focus();
    return typed;
  }
}
