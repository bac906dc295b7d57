import { describe, expect, it } from 'vitest';
import { serializeArticle } from '../../article/article-file.ts';
import { html } from '../../article/formats/html.ts';
import { fragment } from '../../article/formats/fragment.ts';
import { parseHouse } from '../../article/house.ts';
import { type ImportOptions, readImport } from '../../article/import/read.ts';
import { plainText } from '../../article/inline.ts';
import { story } from './story.ts';

const house = parseHouse({ zone: 'Asia/Tokyo' });
const read = (text: string, name = '', options: ImportOptions = {}) =>
  readImport({ name, text }, house, '2026-01-01T00:00:00Z', options).article;

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
    ['a page', html.render(story()).text],
    ['an article element', fragment.render(story()).text],
    ['a page after a byte order mark', `\uFEFF${html.render(story()).text}`],
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
