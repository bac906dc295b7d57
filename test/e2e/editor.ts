import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { type CDPSession, type Page, test as base } from 'playwright/test';
import { type Rolldown, build } from 'vite';
import { EditorDriver } from '../renderer/editor/driver.ts';

// A host of this machine may use the clipboard; no server answers there, the test does.
const ADDRESS = 'http://harness.localhost';
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'";

type Files = ReadonlyMap<string, string | Uint8Array>;

/** The article body alone on a page, driven with real keys. */
export class EditorPage extends EditorDriver {
  readonly page: Page;
  private session: CDPSession | undefined;

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
    this.session ??= await this.page.context().newCDPSession(this.page);
    for (const text of stages) {
      await this.session.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    }
    await this.session.send('Input.insertText', { text: stages.at(-1) ?? '' });
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
}

/** The page with the article body, built once. */
export interface WorkerFixtures {
  harnessFiles: Files;
}

/** Playwright's `test` on a page that holds nothing but the article body. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  harnessFiles: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern
    async ({}, use) => {
      await use(await buildHarness());
    },
    { scope: 'worker' },
  ],
  editor: async ({ page, context, harnessFiles }, use) => {
    const editor = new EditorPage(page);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.route(`${ADDRESS}/**`, (route) => {
      const path = new URL(route.request().url()).pathname.slice(1) || 'index.html';
      const body = harnessFiles.get(path);
      if (body === undefined) return route.fulfill({ status: 404 });
      return route.fulfill({
        body: typeof body === 'string' ? body : Buffer.from(body),
        contentType: contentType(path),
        headers: { 'content-security-policy': POLICY },
      });
    });
    await page.goto(`${ADDRESS}/`);
    await editor.body.waitFor();
    await use(editor);
    base.expect(editor.faults, 'errors and warnings of the page').toEqual([]);
  },
});

export const expect = test.expect;

async function buildHarness(): Promise<Files> {
  const root = fileURLToPath(new URL('harness', import.meta.url));
  const output = (await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    mode: 'development',
    plugins: [react()],
    resolve: { conditions: ['development', 'module', 'browser'] },
    define: { 'process.env.NODE_ENV': '"development"' },
    build: { write: false, minify: false, target: 'es2024', assetsInlineLimit: 0 },
  })) as Rolldown.RolldownOutput;
  return new Map(
    output.output.map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]),
  );
}

function contentType(path: string): string {
  if (path.endsWith('.html')) return 'text/html; charset=utf-8';
  if (path.endsWith('.js')) return 'text/javascript; charset=utf-8';
  if (path.endsWith('.css')) return 'text/css; charset=utf-8';
  return 'font/woff2';
}
