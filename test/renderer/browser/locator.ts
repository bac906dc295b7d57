import { expect } from 'vitest';
import { linesOf } from './caret.ts';
import { told, type } from './keys.ts';

const ROLES: Readonly<Record<string, string>> = {
  alert: '[role=alert]',
  button: 'button',
  checkbox: 'input[type=checkbox]',
  columnheader: 'th',
  group: '[role=group]',
  img: '[role=img], img',
  listitem: 'li',
  textbox: '[role=textbox], textarea, input:not([type]), input[type=text]',
};

interface ByName {
  name?: string | RegExp;
  exact?: boolean;
}

/** Elements of the page, found anew each time they are asked for, as those of Playwright are. */
export class Locator {
  private readonly find: () => HTMLElement[];

  constructor(find: () => HTMLElement[]) {
    this.find = find;
  }

  getByRole(role: keyof typeof ROLES, { name, exact = false }: ByName = {}): Locator {
    const fits = (element: Element) =>
      name === undefined || isSaid(element.ariaLabel ?? wordsOf(element), name, exact);
    return this.within(ROLES[role] ?? `[role=${role}]`, fits);
  }

  getByText(text: string, { exact = false }: { exact?: boolean } = {}): Locator {
    const isSmallest = (element: Element) =>
      isSaid(wordsOf(element), text, exact) &&
      ![...element.children].some((child) => isSaid(wordsOf(child), text, exact));
    return this.within('*', isSmallest);
  }

  getByLabel(label: string): Locator {
    return this.within('[aria-label]', (element) => isSaid(element.ariaLabel ?? '', label, false));
  }

  locator(selector: string): Locator {
    return this.within(selector, () => true);
  }

  first(): Locator {
    return this.nth(0);
  }

  last(): Locator {
    return this.nth(-1);
  }

  nth(index: number): Locator {
    return new Locator(() => this.find().slice(index).slice(0, 1));
  }

  all(): Promise<Locator[]> {
    return Promise.resolve(this.find().map((element) => new Locator(() => [element])));
  }

  /** The elements as they are now. */
  elements(): readonly HTMLElement[] {
    return this.find();
  }

  focus(): Promise<void> {
    this.one().focus();
    return told();
  }

  /** Presses the pointer on an element; in text the caret goes to its end. */
  async click(): Promise<void> {
    const element = this.one();
    const init = { bubbles: true, cancelable: true };
    element.dispatchEvent(new PointerEvent('pointerdown', init));
    if (element.dispatchEvent(new MouseEvent('mousedown', init))) {
      element.closest<HTMLElement>('button, input, textarea, [contenteditable]')?.focus();
      const end = linesOf(element).at(-1)?.at(-1);
      if (element.isContentEditable && end !== undefined) getSelection()?.collapse(...end);
      await told();
    }
    element.dispatchEvent(new PointerEvent('pointerup', init));
    element.dispatchEvent(new MouseEvent('mouseup', init));
    element.click();
    await told();
  }

  /** Writes this text in the place of what a field holds. */
  async fill(text: string): Promise<void> {
    const element = this.one();
    element.focus();
    if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
      element.value = text;
      element.dispatchEvent(new InputEvent('input', { bubbles: true }));
    } else {
      getSelection()?.selectAllChildren(element);
      await told();
      await type(text);
    }
    await told();
  }

  private one(): HTMLElement {
    const [element, ...more] = this.find();
    if (element === undefined || more.length > 0) {
      throw new Error(`expected one element, found ${element === undefined ? 0 : more.length + 1}`);
    }
    return element;
  }

  private within(selector: string, fits: (element: Element) => boolean): Locator {
    return new Locator(() =>
      this.find().flatMap((element) =>
        [...element.querySelectorAll<HTMLElement>(selector)].filter(fits),
      ),
    );
  }
}

const inOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
const wordsOf = (element: Element): string => inOneLine(element.textContent ?? '');

function isSaid(words: string, wanted: string | RegExp, exact: boolean): boolean {
  if (wanted instanceof RegExp) return wanted.test(words);
  return exact ? words === wanted : words.toLowerCase().includes(wanted.toLowerCase());
}

/** Looks again until what is seen is what is expected: React draws a moment later. */
async function seen(look: () => unknown, expected: unknown) {
  await expect.poll(look, { interval: 5 }).toEqual(expected);
  return { pass: true, message: () => 'it is not so' };
}

expect.extend({
  toBeFocused: (locator: Locator) =>
    seen(() => locator.elements().includes(document.activeElement as HTMLElement), true),
  toBeVisible: (locator: Locator) => seen(() => locator.elements().length, 1),
  toContainText: (locator: Locator, text: string) =>
    seen(() => locator.elements().map(wordsOf), [expect.stringContaining(text)]),
  toHaveAttribute: (locator: Locator, name: string, value?: string) =>
    seen(
      () => locator.elements().map((element) => element.getAttribute(name)),
      [value ?? expect.any(String)],
    ),
  toHaveCount: (locator: Locator, count: number) => seen(() => locator.elements().length, count),
  toHaveText: (locator: Locator, text: string | string[]) =>
    seen(() => locator.elements().map(wordsOf), [text].flat().map(inOneLine)),
});

declare module 'vitest' {
  // oxlint-disable-next-line no-unused-vars -- the parameters must be those that Vitest declares
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> {
    toBeFocused(): Promise<void>;
    toBeVisible(): Promise<void>;
    toContainText(text: string): Promise<void>;
    toHaveAttribute(name: string, value?: string): Promise<void>;
    toHaveCount(count: number): Promise<void>;
    toHaveText(text: string | string[]): Promise<void>;
  }
}
