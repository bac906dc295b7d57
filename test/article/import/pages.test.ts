import { existsSync, readFileSync } from 'node:fs';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../../article/article.ts';
import type { Block } from '../../../article/blocks/blocks.ts';
import type { Hold, Holder } from '../../../article/blocks/holds.ts';
import { holdsOf } from '../../../article/blocks/holds.ts';
import { html } from '../../../article/formats/html.ts';
import { parseHouse } from '../../../article/house.ts';
import { readHtml } from '../../../article/import/html.ts';
import { type Run, plainText } from '../../../article/inline.ts';
import { render } from '../render.ts';

type Counts = Record<
  | 'words'
  | 'links'
  | 'headings'
  | 'lists'
  | 'list_items'
  | 'blockquotes'
  | 'images'
  | 'captions'
  | 'tables'
  | 'table_cells'
  | 'embeds',
  number
>;

interface Page {
  name: string;
  file: string;
  folder: URL;
  counts: Counts;
}

/** Pages of our own making, with what was counted in them by hand. */
const own = new URL('../../fixtures/pages/', import.meta.url);
const shared = new URL('../../../../shared/pages/', import.meta.url);

function pagesIn(folder: URL): Page[] {
  const index = new URL('index.json', folder);
  if (!existsSync(index)) return [];
  const { pages } = JSON.parse(readFileSync(index, 'utf8')) as { pages: Omit<Page, 'folder'>[] };
  return pages.map((page) => ({ ...page, folder }));
}
const house = parseHouse({ name: 'The Harbour Gazette', zone: 'UTC' });
const NOW = '2026-01-01T00:00:00Z';

/** Tags that were counted in the source, and that are nothing on the page. */
const NOTHING: Record<string, Partial<Counts>> = {
  // The heading that it begins with is its headline.
  harbour: { headings: 1 },
  // Two links of its picture galleries lead to `#`.
  engadget: { links: 2 },
  // Its one caption is empty.
  'ars-1': { captions: 1 },
  // One item of a list is empty.
  'nytimes-3': { list_items: 1 },
  // Two cells stand in no table; the heading that it begins with is its headline.
  'lwn-1': { table_cells: 2, headings: 1, links: 1 },
  'medium-1': { headings: 1 },
  // The links beside its headings hold an icon alone.
  'gitlab-blog': { links: 4 },
};

const source = ({ file, folder }: Page) => readFileSync(new URL(file, folder), 'utf8');
const importPage = (text: string) => readHtml(text, house, NOW).article;

/** What of an article a reader meets, counted the way the pages were. */
class Count {
  readonly counts: Counts = {
    words: 0,
    links: 0,
    headings: 0,
    lists: 0,
    list_items: 0,
    blockquotes: 0,
    images: 0,
    captions: 0,
    tables: 0,
    table_cells: 0,
    embeds: 0,
  };
  /** The text of the article in the order of reading. */
  readonly text: string[] = [];

  constructor({ headline, body }: Article) {
    this.text.push(headline);
    body.forEach((block) => this.block(block));
    this.counts.words = this.text.join(' ').split(/\s+/u).filter(Boolean).length;
  }

  private block(block: Block): void {
    const { counts } = this;
    if (block.type === 'heading') counts.headings += 1;
    if (block.type === 'quote') counts.blockquotes += 1;
    if (block.type === 'list') {
      counts.lists += 1;
      counts.list_items += block.items.length;
    }
    if (block.type === 'table') {
      counts.tables += 1;
      counts.table_cells += block.rows.flatMap(({ cells }) => cells).length;
    }
    // The name of an embed's site is no word of the page.
    if (block.type === 'embed') counts.embeds += 1;
    else this.held(block, holdsOf(block));
  }

  private held(holder: Holder, holds: readonly Hold[]): void {
    if ('alt' in holder) this.picture(holder as unknown as { caption: Run[]; credit: string });
    for (const hold of holds) {
      const held = (holder as unknown as Record<string, unknown>)[hold.key];
      if (held === undefined) continue;
      if (hold.is === 'text') this.text.push(held as string);
      else if (hold.is === 'runs') this.runs(held as Run[]);
      else if (hold.is === 'blocks') (held as Block[]).forEach((block) => this.block(block));
      else if (hold.is === 'parts')
        (held as Holder[]).forEach((part) => this.held(part, hold.holds));
    }
  }

  private picture({ caption, credit, ...rest }: { caption: Run[]; credit: string }): void {
    this.counts.images += 1;
    if (caption.length > 0 || credit !== '') this.counts.captions += 1;
    if ('href' in rest) this.counts.links += 1;
  }

  private runs(runs: readonly Run[]): void {
    let last: string | undefined;
    for (const run of runs) {
      const link = 'text' in run ? run.marks?.find(({ type }) => type === 'link') : undefined;
      const href = link !== undefined && 'href' in link ? link.href : undefined;
      if (href !== undefined && href !== last) this.counts.links += 1;
      last = href;
    }
    this.text.push(plainText(runs));
  }
}

/** The letters of a page in their order, without the white space between them. */
function letters(text: string): string {
  return text.replace(/\s+/gu, '');
}

function textIn(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node) || (node.type === 'element' && node.tagName === 'svg')) return '';
  return node.children.map(textIn).join('');
}

/** An article as data, without its ids and clocks. */
function withoutIds(article: Article): unknown {
  const text = JSON.stringify({ ...article, id: '', created: '', modified: '' });
  return JSON.parse(text, (key, value: unknown) => (key === 'id' ? undefined : value)) as unknown;
}

test('an author whom a page names as “By …” in its data is printed with one “By”', () => {
  const data = { '@type': 'NewsArticle', author: [{ name: 'By Anna Lake' }, { name: 'Ben Ford' }] };
  const page = `<script type="application/ld+json">${JSON.stringify(data)}</script><p>Words.</p>`;
  expect(importPage(page).bylines.map(({ name }) => name)).toEqual(['Anna Lake', 'Ben Ford']);
});

for (const [which, folder] of [
  ['pages as other houses make them', own],
  ['pages of other houses (../shared/pages; skipped where it is not there)', shared],
] as const) {
  const pages = pagesIn(folder);
  describe.skipIf(folder === shared && pages.length === 0)(which, () => {
    const table: string[][] = [];
    test.for(pages.map((page) => [page.name, page] as const))(
      '%s arrives with every word, link, heading, item, quote, picture, caption and cell',
      ([name, page]) => {
        const article = importPage(source(page));
        const { counts, text } = new Count(article);
        expect(letters(text.join(' '))).toBe(letters(textIn(fromHtml(source(page)))));
        const { words, ...structure } = counts;
        const wanted = Object.fromEntries(
          (Object.keys(structure) as (keyof typeof structure)[]).map((key) => [
            key,
            page.counts[key] - (NOTHING[name]?.[key] ?? 0),
          ]),
        );
        table.push([name, `${words}`, ...Object.values(structure).map(String)]);
        expect(structure).toEqual(wanted);
      },
    );

    test.for(pages.map((page) => [page.name, page] as const))(
      '%s is the same story after it was exported as a page and imported again',
      ([, page]) => {
        const article = importPage(source(page));
        const again = importPage(render(html, article, { house }).text);
        expect(withoutIds(again)).toEqual(withoutIds(article));
      },
    );

    test('the figures', () => {
      const head = 'page words links heads lists items quotes images captions tables cells embeds';
      const rows = [head.split(' '), ...table];
      expect(rows).toHaveLength(pages.length + 1);
      const lines = rows.map((row) =>
        row.map((one, at) => (at === 0 ? one.padEnd(18) : one.padStart(8))).join(' '),
      );
      process.stdout.write(`${lines.join('\n')}\n`);
    });
  });
}
