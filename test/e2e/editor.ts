import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { type CDPSession, type Page, test as base } from 'playwright/test';
import { type Rolldown, build } from 'vite';
import { EditorDriver } from '../renderer/editor/driver.ts';

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
  /** What the address of the page asks for: `?tools` for the tools around the text. */
  query: string;
}

/** What `test` gives each worker. */
export interface WorkerFixtures {
  /** The address of the page with the article body, which is built once. */
  harness: string;
}

/** Playwright's `test` on a page that holds nothing but the article body. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  harness: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern
    async ({}, use) => {
      const server = serveFiles(await buildHarness()).listen(0, '127.0.0.1');
      await once(server, 'listening');
      // A host of this machine may use the clipboard.
      await use(`http://harness.localhost:${(server.address() as AddressInfo).port}/`);
      server.close();
      server.closeAllConnections();
    },
    { scope: 'worker' },
  ],
  query: ['', { option: true }],
  editor: async ({ page, context, harness, query }, use) => {
    const editor = new EditorPage(page);
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.goto(`${harness}${query}`);
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

function serveFiles(files: Files) {
  return createServer(({ url = '/' }, response) => {
    const name = new URL(url, 'http://localhost').pathname.slice(1) || 'index.html';
    const body = files.get(name);
    if (body === undefined) {
      // A browser with a window asks for an icon, too.
      response.writeHead(name === 'favicon.ico' ? 204 : 404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': contentType(name),
      'content-security-policy': POLICY,
    });
    response.end(body);
  });
}

function contentType(path: string): string {
  if (path.endsWith('.html')) return 'text/html; charset=utf-8';
  if (path.endsWith('.js')) return 'text/javascript; charset=utf-8';
  if (path.endsWith('.css')) return 'text/css; charset=utf-8';
  return 'font/woff2';
}
