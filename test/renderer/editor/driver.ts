import type { Block } from '../../../article/blocks/blocks.ts';
import type { Harness } from '../../e2e/harness/harness.tsx';
import { shortLines } from './short-lines.ts';

declare global {
  interface Window {
    harness: Harness;
  }
}

/** A page of a browser, or what stands in for one. */
export interface Ground {
  evaluate<Result, Given>(
    run: (given: Given) => Result | Promise<Result>,
    given: Given,
  ): Promise<Result>;
  evaluate<Result>(run: () => Result | Promise<Result>): Promise<Result>;
  keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
}

/** The article body alone on a page: what tests in a browser and in jsdom have in common. */
export abstract class EditorDriver {
  abstract readonly page: Ground;
  /** Errors and warnings of the page so far; a test that leaves one behind fails. */
  readonly faults: string[] = [];

  /** The browser reports selections and changes of the page a moment later. */
  abstract settle(): Promise<void>;

  async load(blocks: readonly Block[], language?: string): Promise<void> {
    await this.page.evaluate(([loaded, lang]) => window.harness.load(loaded, lang), [
      blocks,
      language,
    ] as const);
    await this.settle();
    await this.page.evaluate(() => document.querySelector<HTMLElement>('.article-text')?.focus());
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

  /** Presses keys one after the other, as `page.keyboard.press` of Playwright names them. */
  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    await this.settle();
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
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
}
