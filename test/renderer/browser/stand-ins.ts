// What jsdom lacks of a browser, for tests of our answer to keys and commands. It has no layout:
// everything is seen, nothing has a size, and no line is wrapped. Import it before the editor.
import { hostOf, linesOf, modify } from './caret.ts';

/** What is on the clipboard, or comes with a drag: texts by their media type. */
class Transfer {
  readonly files: readonly File[] = [];
  private readonly texts = new Map<string, string>();

  get types(): string[] {
    return [...this.texts.keys()];
  }

  getData(type: string): string {
    return this.texts.get(type) ?? '';
  }

  setData(type: string, text: string): void {
    this.texts.set(type, text);
  }
}

class TransferEvent extends Event {
  readonly clipboardData: Transfer | null;
  readonly dataTransfer: Transfer | null;

  constructor(
    type: string,
    init: EventInit & { clipboardData?: Transfer; dataTransfer?: Transfer } = {},
  ) {
    super(type, init);
    this.clipboardData = init.clipboardData ?? null;
    this.dataTransfer = init.dataTransfer ?? null;
  }
}

let clipboard = new Transfer();

/** Copies, cuts or pastes where the focus is, as the keys of the system do. */
export function useClipboard(type: 'copy' | 'cut' | 'paste'): void {
  const data = type === 'paste' ? clipboard : new Transfer();
  const event = new TransferEvent(type, { clipboardData: data, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(event);
  if (type !== 'paste' && event.defaultPrevented) clipboard = data;
}

Object.assign(globalThis, {
  DataTransfer: Transfer,
  ClipboardEvent: class ClipboardEvent extends TransferEvent {},
  DragEvent: class DragEvent extends TransferEvent {},
});

Object.assign(Selection.prototype, { modify });

Object.assign(Document.prototype, {
  execCommand: (command: string) => {
    if (command === 'copy') useClipboard('copy');
    return command === 'copy';
  },
});

Object.assign(Range.prototype, {
  getBoundingClientRect: () => new DOMRect(),
  getClientRects: () => [],
});

Object.assign(Element.prototype, {
  checkVisibility(this: Element) {
    return this.isConnected && this.closest('[hidden]') === null;
  },
  scrollIntoView: () => undefined,
});

Object.assign(InputEvent.prototype, {
  getTargetRanges: () => {
    const shown = getSelection();
    return shown?.rangeCount ? [new StaticRange(shown.getRangeAt(0))] : [];
  },
});

// In jsdom the time of an event counts from 1970, in browsers from the start of the page. Whoever
// asks does so while it is dispatched.
Object.defineProperty(Event.prototype, 'timeStamp', { get: () => performance.now() });

Object.defineProperties(HTMLElement.prototype, {
  contentEditable: {
    configurable: true,
    get(this: HTMLElement) {
      return this.getAttribute('contenteditable') ?? 'inherit';
    },
    set(this: HTMLElement, value: string) {
      this.setAttribute('contenteditable', value);
    },
  },
  isContentEditable: {
    configurable: true,
    get(this: HTMLElement) {
      return hostOf(this) !== null;
    },
  },
});

const focusAlone = HTMLElement.prototype.focus;

/** jsdom puts the caret into whatever has the focus; a browser does so only where text is edited. */
HTMLElement.prototype.focus = function focus(options?: FocusOptions): void {
  const shown = getSelection();
  if (shown === null) return;
  const { anchorNode, anchorOffset, focusNode, focusOffset } = shown;
  const putCaret = (): void => {
    const parent = this.parentNode;
    if (this.matches('input, textarea') && parent !== null) {
      shown.collapse(parent, [...parent.childNodes].indexOf(this));
    } else if (hostOf(this) === this && hostOf(focusNode) !== this) {
      shown.collapse(...(linesOf(this)[0]?.[0] ?? ([this, 0] as const)));
    } else if (anchorNode === null || focusNode === null) shown.removeAllRanges();
    else shown.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  };
  addEventListener('focus', putCaret, { capture: true, once: true });
  focusAlone.call(this, options);
  removeEventListener('focus', putCaret, true);
};

// No window is narrow.
window.matchMedia = () => Object.assign(new EventTarget(), { matches: false }) as MediaQueryList;
