import { expect, test } from 'vitest';
import type { Block } from '../../../article/blocks/blocks.ts';
import { parseHouse } from '../../../article/house.ts';
import { readHtml } from '../../../article/import/html.ts';
import { plainText } from '../../../article/inline.ts';

const house = parseHouse({ name: 'The Harbour Gazette', zone: 'UTC' });
const importPage = (head: string, body: string) =>
  readHtml(
    `<html><head>${head}</head><body><article><h1>Storm</h1>${body}</article></body></html>`,
    house,
    '2026-01-01T00:00:00Z',
  ).article;
const outline = (block: Block) =>
  block.type === 'dateline'
    ? `[${block.printed}]`
    : block.type === 'paragraph'
      ? plainText(block.content)
      : block.type;

const STORY = '<p>PARIS (AFP) — One storm came.</p><p>Two.</p>';
const TIME = '<time datetime="2025-12-24T10:00:00Z">24 December 2025</time>';

test('a byline and a time before the text fill what is empty, and the dateline is read', () => {
  const { bylines, stamp, body } = importPage('', `<p>By Ann Lee</p><p>${TIME}</p>${STORY}`);
  expect(bylines).toEqual([{ name: 'Ann Lee', role: 'author' }]);
  expect(stamp?.instant).toBe('2025-12-24T10:00:00+00:00');
  expect(body.map(outline)).toEqual(['[PARIS (AFP) — ]', 'One storm came.', 'Two.']);
});

test('a name is a byline where the page marks it as one', () => {
  const marked = importPage('', `<p class="byline">Ann Lee and Bo Ford</p>${STORY}`);
  expect(marked.bylines.map(({ name }) => name)).toEqual(['Ann Lee', 'Bo Ford']);
  expect(marked.body.map(outline)[0]).toBe('[PARIS (AFP) — ]');
  const bare = importPage('', `<p>Ann Lee and Bo Ford</p>${STORY}`);
  expect(bare.bylines).toEqual([]);
  expect(bare.body.map(outline)[0]).toBe('Ann Lee and Bo Ford');
});

test('what another place says stays said; the words stay in the text', () => {
  const { bylines, body } = importPage(
    '<meta name="author" content="Cy Dale">',
    `<p>By Ann Lee</p><p>Updated ${TIME}</p>${STORY}`,
  );
  expect(bylines.map(({ name }) => name)).toEqual(['Cy Dale']);
  expect(body.map(outline)).toEqual([
    'By Ann Lee',
    'Updated 24 December 2025',
    '[PARIS (AFP) — ]',
    'One storm came.',
    'Two.',
  ]);
});
