import { hostOf } from './caret.ts';
import { useClipboard } from './stand-ins.ts';

/** Presses a key as `page.keyboard.press` of Playwright names it: `Control+Shift+ArrowLeft`. */
export async function press(chord: string): Promise<void> {
  const names = chord.split('+');
  const name = names.pop() ?? '';
  const shiftKey = names.includes('Shift');
  const letter = shiftKey && name.length === 1 ? name.toUpperCase() : name;
  const key = name === 'Space' ? ' ' : letter;
  const event = new KeyboardEvent('keydown', {
    key,
    code: codeOf(key),
    shiftKey,
    ctrlKey: names.includes('Control'),
    altKey: names.includes('Alt'),
    bubbles: true,
    cancelable: true,
  });
  if (focused().dispatchEvent(event)) actOn(event);
  await told();
}

/** Types letter by letter, as `page.keyboard.type` does. */
export async function type(text: string): Promise<void> {
  for (const letter of text) await press(letter === '\n' ? 'Enter' : letter);
}

/** Resolves when the page was told of its selection, and has drawn itself again. */
export async function told(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await new Promise(setImmediate);
}

const focused = (): Element => document.activeElement ?? document.body;

function codeOf(key: string): string {
  if (/^[a-z]$/iu.test(key)) return `Key${key.toUpperCase()}`;
  return /^\d$/u.test(key) ? `Digit${key}` : key === ' ' ? 'Space' : key;
}

/** What the browser does by itself with a key that nobody took. */
function actOn(event: KeyboardEvent): void {
  const { key, ctrlKey, altKey, shiftKey } = event;
  const target = focused();
  const clipboard = ({ c: 'copy', x: 'cut', v: 'paste' } as const)[key.toLowerCase()];
  if (ctrlKey && clipboard !== undefined) useClipboard(clipboard);
  else if (key === 'Tab') focusBeside(target, shiftKey ? -1 : 1);
  else if (target instanceof HTMLButtonElement) {
    if (key === 'Enter' || key === ' ') target.click();
  } else if (isTextControl(target)) actInControl(target, event);
  else if (hostOf(target) === target) {
    if (altKey) return;
    if (key in MOVES || key === 'Backspace' || key === 'Delete') actOnCaret(target, event);
    else if (ctrlKey && key === 'a') getSelection()?.selectAllChildren(target);
    else if (key.length === 1 && !ctrlKey) write(target, key);
  }
}

const MOVES: Readonly<Record<string, readonly ['backward' | 'forward', string, string]>> = {
  ArrowLeft: ['backward', 'character', 'word'],
  ArrowRight: ['forward', 'character', 'word'],
  ArrowUp: ['backward', 'line', 'line'],
  ArrowDown: ['forward', 'line', 'line'],
  Home: ['backward', 'lineboundary', 'documentboundary'],
  End: ['forward', 'lineboundary', 'documentboundary'],
};

function actOnCaret(host: Element, { key, ctrlKey, shiftKey }: KeyboardEvent): void {
  const shown = getSelection();
  const move = MOVES[key];
  if (shown === null) return;
  if (move !== undefined) {
    const [direction, alone, withControl] = move;
    shown.modify(shiftKey ? 'extend' : 'move', direction, ctrlKey ? withControl : alone);
    return;
  }
  const direction = key === 'Delete' ? 'forward' : 'backward';
  if (shown.isCollapsed) shown.modify('extend', direction, ctrlKey ? 'word' : 'character');
  edit(host, ctrlKey ? `deleteWord${direction}` : `deleteContent${direction}`, null);
}

const write = (host: Element, data: string): void => edit(host, 'insertText', data);

/** Writes over what is selected, unless the page does it itself. */
function edit(host: Element, inputType: string, data: string | null): void {
  const init = { inputType, data, bubbles: true };
  if (!host.dispatchEvent(new InputEvent('beforeinput', { ...init, cancelable: true }))) return;
  const shown = getSelection();
  if (shown === null || shown.rangeCount === 0 || hostOf(shown.anchorNode) !== host) return;
  const range = shown.getRangeAt(0);
  range.deleteContents();
  const { startContainer, startOffset } = range;
  if (data !== null && startContainer instanceof Text) {
    startContainer.insertData(startOffset, data);
    shown.collapse(startContainer, startOffset + data.length);
  } else if (data !== null) {
    const text = document.createTextNode(data);
    range.insertNode(text);
    shown.collapse(text, data.length);
  }
  host.dispatchEvent(new InputEvent('input', init));
}

type TextControl = HTMLInputElement | HTMLTextAreaElement;

const isTextControl = (target: Element): target is TextControl =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.selectionStart !== null);

function actInControl(control: TextControl, { key, ctrlKey, shiftKey }: KeyboardEvent): void {
  const { value, selectionStart: start, selectionEnd: end } = control;
  if (start === null || end === null) return;
  const put = (from: number, to: number, data: string): void => {
    control.setRangeText(data, Math.max(from, 0), to, 'end');
    control.dispatchEvent(new InputEvent('input', { data, bubbles: true }));
  };
  const go = (to: number): void => {
    const at = Math.min(Math.max(to, 0), value.length);
    control.setSelectionRange(shiftKey ? Math.min(start, at) : at, shiftKey ? end : at);
  };
  if (ctrlKey && key === 'a') control.select();
  else if (ctrlKey || control.readOnly) return;
  else if (key.length === 1) put(start, end, key);
  else if (key === 'Backspace') put(start === end ? start - 1 : start, end, '');
  else if (key === 'Delete') put(start, start === end ? end + 1 : end, '');
  else if (key === 'ArrowLeft') go(start - 1);
  else if (key === 'ArrowRight') go(end + 1);
  else if (key === 'Home') go(0);
  else if (key === 'End') go(value.length);
}

/** Tab goes to the next of what can have the focus, in the order of the page. */
function focusBeside(from: Element, step: 1 | -1): void {
  const all = [
    ...document.querySelectorAll<HTMLElement>(
      'button, input, textarea, select, [contenteditable], [tabindex]',
    ),
  ];
  const stops = all.filter(
    (one) =>
      one === from ||
      ((hostOf(one) === one || one.tabIndex >= 0) &&
        one.tabIndex >= 0 &&
        !one.matches(':disabled')),
  );
  stops[stops.indexOf(from as HTMLElement) + step]?.focus();
}
