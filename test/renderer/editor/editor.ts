import '../browser/stand-ins.ts';
import { expect, test as base, vi } from 'vitest';
import { showHarness } from '../../e2e/harness/harness.tsx';
import { press, told, type } from '../browser/keys.ts';
import { Locator } from '../browser/locator.ts';
import { EditorDriver } from './driver.ts';

export { expect };

/**
 * The article body alone in jsdom, driven like that of the browser tests. What a test says here is
 * our answer to keys and commands; what the browser itself does with the caret in several rows, the
 * focus, the clipboard, input methods and the pointer is tested in a browser.
 */
export class EditorPage extends EditorDriver {
  readonly page = Object.assign(new Locator(() => [document.body]), {
    keyboard: { press, type },
    evaluate: async <Result, Given>(
      run: (given: Given) => Result | Promise<Result>,
      given?: Given,
    ): Promise<Result> => {
      const result = await run(given as Given);
      await told();
      return result;
    },
  });

  /** The text box. */
  get body(): Locator {
    return this.page.getByRole('textbox', { name: 'Story body' });
  }

  settle(): Promise<void> {
    return told();
  }
}

/** Vitest's `test` on a page that holds nothing but the article body. */
export const test = base.extend<{ editor: EditorPage }>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads the pattern
  editor: async ({}, use) => {
    const editor = new EditorPage();
    const note = (...parts: unknown[]) => void editor.faults.push(parts.map(String).join(' '));
    const watched = [
      vi.spyOn(console, 'error').mockImplementation(note),
      vi.spyOn(console, 'warn').mockImplementation(note),
    ];
    const app = document.createElement('div');
    app.id = 'app';
    document.body.replaceChildren(app);
    const remove = showHarness();
    await use(editor);
    remove();
    await told();
    for (const watch of watched) watch.mockRestore();
    expect(editor.faults, 'errors and warnings of the page').toEqual([]);
  },
});
