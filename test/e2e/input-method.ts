import type { Page } from 'playwright/test';

/** Composes text as an input method does. */
export interface InputMethod {
  /** Shows the text that it is at. */
  compose(text: string): Promise<unknown>;
  /** Puts text in the place of it. */
  commit(text: string): Promise<unknown>;
}

/** An input method for the field that has the focus in a page. */
export async function inputMethod(page: Page): Promise<InputMethod> {
  const session = await page.context().newCDPSession(page);
  return {
    compose: (text) =>
      session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      }),
    commit: (text) => session.send('Input.insertText', { text }),
  };
}
