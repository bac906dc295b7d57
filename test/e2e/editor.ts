import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { type CDPSession, type Page, test as base } from 'playwright/test';
import { type Rolldown, build } from 'vite';
import type { Block } from '../../article/blocks/blocks.ts';
import type { Harness } from './harness/harness.tsx';

// A host of this machine may use the clipboard; no server answers there, the test does.
const ADDRESS = 'http://harness.localhost';
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'";

declare global {
  interface Window {
    harness: Harness;
  }
}

type Files = ReadonlyMap<string, string | Uint8Array>;

/** The article body alone on a page, driven with real keys. */
export class EditorPage {
  readonly page: Page;
  /** Errors and warnings of the page so far; a test that leaves one behind fails. */
  readonly faults: string[] = [];
  private session: CDPSession | undefined;

  constructor(page: Page) {
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

  async load(blocks: readonly Block[], language?: string): Promise<void> {
    await this.page.evaluate(([loaded, lang]) => window.harness.load(loaded, lang), [
      blocks,
      language,
    ] as const);
    await this.page.evaluate(() => new Promise(requestAnimationFrame));
    await this.body.focus();
  }

  /** The article as the editor last told it, after it was checked against what is shown. */
  blocks(): Promise<readonly Block[]> {
    return this.page.evaluate(() => window.harness.check());
  }

  /** The lines of the article in a short form: `[TOKYO — ] text`, `## crosshead`, `- item`. */
  async lines(): Promise<string[]> {
    return shortLines(await this.blocks());
  }

  async caret() {
    await this.settle();
    return this.page.evaluate(() => window.harness.caret());
  }

  /** Puts the caret into the first line with this text, after so many characters of it. */
  async place(text: string, offset = 0): Promise<void> {
    await this.page.evaluate(
      ([wanted, at]) => {
        const root = document.querySelector('.article-text') as HTMLElement;
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const inButton = node.parentElement?.closest('button') !== null;
          const start = inButton ? -1 : (node.textContent ?? '').indexOf(wanted);
          if (start !== -1) {
            root.focus();
            getSelection()?.collapse(node, start + at);
            return;
          }
        }
        throw new Error(`no text reads ${wanted}`);
      },
      [text, offset] as const,
    );
    await this.settle();
  }

  /** Presses keys one after the other, as `page.keyboard.press` names them. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    await this.settle();
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await this.settle();
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

  /** Pastes as a person does, from what another program put on the clipboard. */
  async paste(data: Readonly<Record<string, string>>): Promise<void> {
    await this.page.evaluate((entries) => {
      const transfer = new DataTransfer();
      for (const [type, text] of entries) transfer.setData(type, text);
      const target = getSelection()?.anchorNode?.parentElement ?? document.activeElement;
      target?.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }),
      );
    }, Object.entries(data));
    await this.settle();
  }

  /** The browser reports selections and changes of the page a moment later. */
  async settle(): Promise<void> {
    await this.page.evaluate(
      () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
    );
  }
}

/** The lines of blocks in a short form. */
export function shortLines(blocks: readonly Block[], indent = ''): string[] {
  const lines: string[] = [];
  let dateline = '';
  for (const block of blocks) {
    if (block.type === 'dateline') dateline = `[${block.printed}]`;
    else if (block.type === 'paragraph') {
      lines.push(indent + dateline + shortRuns(block.content));
      dateline = '';
    } else if (block.type === 'heading') {
      lines.push(`${indent}${'#'.repeat(block.level)} ${shortRuns(block.content)}`);
    } else if (block.type === 'list') lines.push(...shortList(block, indent));
    else if (block.type === 'sidebar') {
      lines.push(`${indent}= ${block.title} (${block.kind}, ${block.placement})`);
      lines.push(...shortLines(block.body, `${indent}  `));
    } else if (block.type === 'quote') {
      lines.push(...shortLines(block.body, `${indent}> `));
      if (block.attribution !== '') lines.push(`${indent}> — ${block.attribution}`);
    } else if (block.type === 'pullquote') {
      const by = block.attribution === '' ? '' : ` — ${block.attribution}`;
      lines.push(`${indent}“${shortRuns(block.content)}”${by}`);
    } else if (block.type === 'correction') {
      lines.push(`${indent}! ${shortRuns(block.content)} (${block.kind})`);
    } else lines.push(`${indent}(${block.type})`);
  }
  return lines;
}

function shortList(list: Extract<Block, { type: 'list' }>, indent: string): string[] {
  const marker = list.kind === 'numbered' ? '1.' : '-';
  return list.items.flatMap((item) => [
    `${indent}${marker} ${shortRuns(item.content)}`,
    ...(item.lists ?? []).flatMap((nested) => shortList(nested, `${indent}  `)),
  ]);
}

function shortRuns(runs: Extract<Block, { type: 'paragraph' }>['content']): string {
  return runs.map((run) => ('break' in run ? '⏎' : run.text)).join('');
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
