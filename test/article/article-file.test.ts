import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { VERSION } from '../../article/migrations.ts';
import { AppError } from '../../article/app-error.ts';
import {
  MAX_TEXT_BYTES,
  cleanText,
  readArticleFile,
  serializeArticle,
} from '../../article/article-file.ts';
import { article, datelineBlock, p, sidebar } from './build.ts';
import { arbitraryArticle } from './arbitrary.ts';

const file = (fields: object): string =>
  JSON.stringify({
    format: 'galley-article',
    version: 1,
    id: 'a',
    created: '2026-01-01T00:00:00Z',
    modified: '2026-01-01T00:00:00Z',
    ...fields,
  });

/** The error that reading a file ends with. */
function refusal(text: string): AppError {
  try {
    readArticleFile(text);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('the file was read');
}

/** The same data with every object's keys in another order. */
function shuffled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shuffled);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, item]): [string, unknown] => [key, shuffled(item)])
      .toReversed(),
  );
}

describe('an article file', () => {
  test('reads back as the article that was written, with all that is unknown in it', () => {
    fc.assert(
      fc.property(arbitraryArticle(), (story) => {
        const text = serializeArticle(story);
        const opened = readArticleFile(text);
        expect(opened.article).toEqual(story);
        expect(serializeArticle(opened.article)).toBe(text);
        expect(opened.readOnly).toBe(false);
        expect(opened.notices).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('has the same bytes in whatever order its keys came', () => {
    fc.assert(
      fc.property(arbitraryArticle({ maxBlocks: 3 }), (story) => {
        const text = serializeArticle(story);
        const other = readArticleFile(JSON.stringify(shuffled(JSON.parse(text))));
        expect(serializeArticle(other.article)).toBe(text);
      }),
    );
  });

  test('begins with its format and version, has known keys in their order, and ends with a newline', () => {
    const story = { ...article(p('One.')), 'x-later': 1, 'x-first': 2 };
    const text = serializeArticle(story);
    expect(
      text.startsWith(`{\n  "format": "galley-article",\n  "version": ${VERSION},\n  "id": `),
    ).toBe(true);
    expect(text.endsWith('\n}\n')).toBe(true);
    expect(text).not.toContain('\r');
    expect(Object.keys(JSON.parse(text) as object).slice(-4)).toEqual([
      'review',
      'history',
      'x-first',
      'x-later',
    ]);
  });

  test('keeps text as it was typed, also where Unicode has another form for it', () => {
    const typed = 'Zu\u0308rich 辻󠄀 ﬁ e\u0301';
    const text = serializeArticle({ ...article(p(typed)), headline: typed });
    const { article: read } = readArticleFile(text);
    expect(read.headline).toBe(typed);
    expect(read.body[0]).toMatchObject({ content: [{ text: typed }] });
  });

  test('keeps a block of a type that it does not know, and gives it an id', () => {
    const block = { type: 'chart', data: [1, { deep: null }] };
    const first = readArticleFile(
      file({ body: [block, { ...block, id: 'c' }, { ...block, id: 'c' }] }),
    );
    const text = serializeArticle(first.article);
    const written = (JSON.parse(text) as { body: object[] }).body;
    expect(written.map((one) => ({ ...one, id: '' }))).toEqual(
      [1, 2, 3].map(() => ({ ...block, id: '' })),
    );
    expect(new Set(written.map((one) => (one as { id: string }).id)).size).toBe(3);
    expect(readArticleFile(text).article).toEqual(first.article);
  });

  test('puts an empty paragraph after a dateline that has none', () => {
    const dateline = datelineBlock({ places: [{ name: 'OSLO' }], style: 'ap', printed: 'OSLO — ' });
    const { article: read } = readArticleFile(file({ body: [dateline, sidebar('More', [])] }));
    expect(read.body.map(({ type }) => type)).toEqual(['dateline', 'paragraph', 'sidebar']);
  });
});

describe('a file that cannot be read is refused with the place and the fault', () => {
  test.each<[string, object, string]>([
    [
      'a place without a name',
      { body: [{ type: 'dateline', style: 'ap', printed: '', places: [{ name: null }] }] },
      'body[0].places[0].name: expected text, got null',
    ],
    ['a heading of level 1', { body: [{ type: 'heading', level: 1 }] }, 'body[0].level'],
    [
      'a mark without a type',
      { body: [{ type: 'paragraph', content: [{ text: 'a', marks: [{}] }] }] },
      'body[0].content[0].marks[0].type: expected text, got nothing',
    ],
    [
      'a link to nowhere',
      { body: [{ type: 'paragraph', content: [{ text: 'a', marks: [{ type: 'link' }] }] }] },
      'body[0].content[0].marks[0]: expected either href or article',
    ],
    [
      'an item in a nested list',
      {
        body: [
          {
            type: 'list',
            kind: 'bulleted',
            items: [{ lists: [{ type: 'list', kind: 'round', items: [] }] }],
          },
        ],
      },
      'body[0].items[0].lists[0].kind',
    ],
    [
      'a sidebar in a sidebar',
      {
        body: [
          {
            type: 'sidebar',
            kind: 'factbox',
            placement: 'rail',
            body: [{ type: 'sidebar', kind: 'links', placement: 'rail' }],
          },
        ],
      },
      'body[0].body[0]: a sidebar cannot hold a sidebar',
    ],
    ['a status that is none', { status: 'gone' }, 'status: expected draft or in-review'],
    ['an urgency of 10', { urgency: 10 }, 'urgency: expected at most 9, got 10'],
    [
      'a stamp without an offset',
      { stamp: { printed: '', instant: '2021-12-25T11:01:00' } },
      'stamp.instant: expected a time with its offset',
    ],
    ['a body that is text', { body: 'One.' }, 'body: expected a list, got "One."'],
    ['no text', { headline: 7 }, 'headline: expected text, got 7'],
    ['an id with a space', { id: 'a b' }, 'id: expected an id'],
    ['an id with a NUL', { id: '\0' }, 'id: expected an id'],
    ['a NUL', { headline: 'ab\0c' }, 'headline: a NUL character at offset 2'],
    [
      'another format',
      { format: 'galley-desk' },
      'format: expected galley-article, got "galley-desk"',
    ],
  ])('%s', (_, fields, message) => {
    const error = refusal(file(fields));
    expect(error.code).toBe('invalid');
    expect(error.message).toContain(message);
    expect(error.message.startsWith(error.path ?? '?')).toBe(true);
  });

  test('no JSON at all', () => {
    expect(refusal('{"format": ').code).toBe('not-json');
    expect(refusal('').code).toBe('not-json');
    expect(refusal('[]')).toMatchObject({
      code: 'invalid',
      message: 'expected an object, got a list',
    });
  });

  test('a NUL between the keys, with its offset', () => {
    expect(refusal('{}\0')).toMatchObject({
      code: 'nul',
      message: expect.stringContaining('offset 2') as string,
    });
  });

  test('more than 16 MB', () => {
    expect(refusal(' '.repeat(MAX_TEXT_BYTES + 1)).code).toBe('too-large');
  });
});

describe('a file of a newer version', () => {
  test('opens to be read only', () => {
    const opened = readArticleFile(
      file({ version: VERSION + 1, headline: 'From tomorrow', wires: [] }),
    );
    expect(opened.readOnly).toBe(true);
    expect(opened.article).toMatchObject({
      version: VERSION + 1,
      headline: 'From tomorrow',
      wires: [],
    });
  });

  test('that cannot even be shown is refused as newer, not as damaged', () => {
    expect(refusal(file({ version: 3, headline: { parts: [] } }))).toMatchObject({
      code: 'newer-version',
      path: 'version',
    });
  });
});

describe('damage that can be mended is, and the person is told', () => {
  test('half a character becomes U+FFFD, in values and in keys', () => {
    const opened = readArticleFile(file({ headline: 'a\uD83Db', 'x\uDC00': 1 }));
    expect(opened.article.headline).toBe('a\uFFFDb');
    expect(Object.keys(opened.article)).toContain('x\uFFFD');
    expect(opened.notices.join(' ')).toMatch(/damaged character/u);
  });

  test('a byte order mark is dropped', () => {
    expect(readArticleFile(`\uFEFF${file({})}`).notices).toHaveLength(1);
  });

  test('plain text loses its Windows line ends, JSON keeps those inside its texts', () => {
    expect(cleanText('one\r\ntwo\rthree').text).toBe('one\ntwo\nthree');
    expect(readArticleFile(file({ headline: 'a\r\nb' })).article.headline).toBe('a\r\nb');
  });

  test('sound text is left as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!/[\r\0]|^\uFEFF/u.test(text));
        expect(cleanText(text)).toEqual({ text, notices: [] });
      }),
    );
  });
});
