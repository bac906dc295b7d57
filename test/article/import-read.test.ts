import { describe, expect, it } from 'vitest';
import { serializeArticle } from '../../article/article-file.ts';
import { html } from '../../article/formats/html.ts';
import { fragment } from '../../article/formats/fragment.ts';
import { parseHouse } from '../../article/house.ts';
import { type ImportOptions, readImport } from '../../article/import/read.ts';
import { plainText } from '../../article/inline.ts';
import { story } from './story.ts';
import { render } from './render.ts';

const house = parseHouse({ zone: 'Asia/Tokyo' });
const read = (text: string, name = '', options: ImportOptions = {}) =>
  readImport({ name, text }, house, '2026-01-01T00:00:00Z', options).article;

const names = (text: string, name: string) => {
  const { headline, slugline } = read(text, name);
  return [headline, slugline];
};
const outline = (text: string, name = 'a.html') => {
  const { headline, body } = read(text, name);
  return [headline, ...body.map(({ type }) => type)];
};

describe('an import is read by what it is', () => {
  it('an article file, as a new story unless it keeps its id', () => {
    const file = serializeArticle(story());
    const original = JSON.parse(file) as { id: string };
    expect(read(file)).toEqual({ ...story(), id: expect.any(String), body: expect.any(Array) });
    expect(read(file).id).not.toBe(original.id);
    expect(serializeArticle(read(file, 'article.json', { keepId: true }))).toBe(file);
    expect(read(`\uFEFF${file}`).headline).toBe(story().headline);
  });

  it.each([
    ['a page', render(html, story()).text],
    ['an article element', render(fragment, story()).text],
    ['a page after a byte order mark', `\uFEFF${render(html, story()).text}`],
  ])('%s', (_, text) => {
    expect(read(text)).toMatchObject({ headline: story().headline, stamp: story().stamp });
  });

  it('loose HTML, by its first tag or by its name', () => {
    for (const [text, name] of [
      ['<p>One</p><p>Two</p>', ''],
      ['One<p>Two', 'story.html'],
    ] as const) {
      const { body } = read(text, name);
      expect(body.map((block) => ('content' in block ? plainText(block.content) : ''))).toEqual([
        'One',
        'Two',
      ]);
    }
  });

  it('without a headline, by the name of its file, so that stories can be told apart', () => {
    expect(names('<p>The port is shut.</p>', 'Desk/port-3.html')).toEqual(['', 'port-3']);
    expect(names('The port is shut.', 'C:\\Desk\\港 4.txt')).toEqual(['', '港 4']);
    expect(names('The port is shut.', 'port.v2.md')).toEqual(['', 'port.v2']);
    expect(names('The port is shut.', '')).toEqual(['', '']);
    expect(names('# Port\n\nIt is shut.', 'port.md')).toEqual(['Port', '']);
    expect(names('---\nlayout: x\n---\n# Port\n\nIt is shut.', 'port.md')).toEqual(['Port', '']);
  });

  it('with the first heading or the title as its headline, where nothing else is', () => {
    const lead = '<p>It is shut.</p>';
    expect(outline(`<title>Port</title>${lead}`)).toEqual(['Port', 'paragraph']);
    expect(outline(`<title>x</title><h2>Port</h2>${lead}`)).toEqual(['Port', 'paragraph']);
    expect(outline(`<meta property="og:title" content="Port"><h2>Now</h2>${lead}`)).toEqual([
      'Port',
      'heading',
      'paragraph',
    ]);
    expect(outline(`<h4>Sea</h4><h2>Port</h2>${lead}`)).toEqual([
      '',
      'heading',
      'heading',
      'paragraph',
    ]);
    expect(outline(`${lead}<h2>Port</h2>`)).toEqual(['', 'paragraph', 'heading']);
    expect(outline('## Port\n\nIt is shut.', 'a.md')).toEqual(['Port', 'paragraph']);
  });

  it('a page of others, with a notice that says what came and what to check', () => {
    const page = '<h1>Port</h1><p class="byline">By Ann Lake</p><p>It is shut.</p><p>All day.</p>';
    const { notices } = readImport({ name: 'a.html', text: page }, house, '2026-01-01T00:00:00Z');
    expect(notices).toEqual([
      expect.stringMatching(
        /^Taken from the page: the headline, the byline and the text\. Not found on it: the standfirst and the publication time\. Compare with the page: /u,
      ),
    ]);
  });

  it('anything else as wire copy', () => {
    const { body } = read('TOKYO (Jiji Press) — Some 20,000 pages.\n\n<3 says the minister.');
    expect(body.map(({ type }) => type)).toEqual(['dateline', 'paragraph', 'paragraph']);
  });

  it('a broken article file is refused with the place', () => {
    expect(() => read('{"format": ', 'article.json')).toThrow(
      expect.objectContaining({ code: 'not-json' }),
    );
    expect(() => read('{"format": "galley-article", "version": 1, "id": 7}')).toThrow(/^id: /u);
  });

  it('an article file of a newer Galley is refused', () => {
    const newer = serializeArticle({ ...story(), version: 99 });
    expect(() => read(newer)).toThrow(expect.objectContaining({ code: 'newer-version' }));
  });

  it.each([
    ['story.docx', '', 'word-file'],
    ['', 'PK\u0003\u0004', 'word-file'],
    ['story.pdf', '', 'unsupported'],
    ['', '{\\rtf1\\ansi', 'unsupported'],
  ])('the file %j that begins with %j is refused with the advice to paste', (name, text, code) => {
    expect(() => read(text, name)).toThrow(
      expect.objectContaining({ code, message: expect.stringMatching(/copy the text and paste/u) }),
    );
  });
});
