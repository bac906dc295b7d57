import { type Page, test as base } from 'playwright/test';
import { EditorDriver } from '../renderer/editor/driver.ts';
import { type InputMethod, inputMethod } from './input-method.ts';

/** The article body alone on a page, driven with real keys. */
export class EditorPage extends EditorDriver {
  readonly page: Page;
  private method: InputMethod | undefined;

  constructor(page: Page) {
    super();
    this.page = page;
    page.on('pageerror', (error) => this.faults.push(error.stack ?? error.message));
    page.on('console', (message) => {
      const bad = message.type() === 'error' || message.type() === 'warning';
      if (bad) this.faults.push(message.text());
    });
  }

  /** The text box. */
  get body() {
    return this.page.getByRole('textbox', { name: 'Story body' });
  }

  /** Composes as an input method does: each stage replaces the one before, the last is committed. */
  async compose(...stages: string[]): Promise<void> {
    this.method ??= await inputMethod(this.page);
    for (const text of stages) await this.method.compose(text);
    await this.method.commit(stages.at(-1) ?? '');
    await this.settle();
  }

  async settle(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
    );
  }
}

/** What `test` gives each test. */
export interface Fixtures {
  editor: EditorPage;
  /** What the address of the page asks for: `?tools` for the tools around the text. */
  query: string;
}

/** Playwright's `test` on a page that holds nothing but the article body. */
export const test = base.extend<Fixtures>({
  query: ['', { option: true }],
  editor: async ({ page, context, query }, use) => {
    const editor = new EditorPage(page);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const answer = await page.goto(`${process.env['GALLEY_HARNESS']}${query}`);
    if (answer?.ok() === false) throw new Error(await answer.text());
    await editor.body.waitFor();
    await use(editor);
    base.expect(editor.faults, 'errors and warnings of the page').toEqual([]);
  },
});

export const expect = test.expect;
