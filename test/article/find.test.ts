import { describe, expect, test } from 'vitest';
import { AppError } from '../../article/app-error.ts';
import { type Article, createArticle, parseArticle } from '../../article/article.ts';
import { type FindQuery, makeFinder } from '../../article/find.ts';
import { editLines, storyLines } from '../../article/story-lines.ts';
import { p } from './build.ts';

const NOW = '2026-01-01T00:00:00Z';
const bold = { type: 'bold' } as const;
const link = { type: 'link', href: 'https://example.com/' } as const;
const thread = { type: 'comment', thread: 't1' } as const;

const story = (body: unknown[], fields: Partial<Article> = {}) =>
  parseArticle({ ...createArticle(NOW, fields), body });
const found = (query: string | FindQuery, article: Article) =>
  makeFinder(typeof query === 'string' ? { text: query } : query)
    .hits(article)
    .map(({ line, from, to }) => line.text.slice(from, to));
const inText = (query: FindQuery, text: string) => found(query, story([p(text)]));

const words = (place: string) => [{ text: `quay ${place}` }];

/** The story with every hit replaced. */
function replaced(query: FindQuery, replacement: string, article: Article): Article {
  const finder = makeFinder(query);
  const edits = finder.hits(article).map((hit) => finder.edit(hit, replacement));
  return { ...article, ...editLines(article, edits) } as Article;
}

describe('what is found', () => {
  test('is found in every place where one writes, in the order in which it is read', () => {
    const picture = {
      alt: 'quay alt',
      caption: words('caption'),
      credit: 'quay credit',
      copyright: '',
    };
    const article = story(
      [
        {
          type: 'dateline',
          id: 'd',
          places: [{ name: 'OSLO' }],
          style: 'ap',
          printed: 'OSLO quay — ',
        },
        { type: 'paragraph', id: 'p', content: words('lead') },
        {
          type: 'list',
          id: 'l',
          kind: 'bulleted',
          items: [{ id: 'i', content: words('item'), lists: [] }],
        },
        { type: 'image', id: 'm', ...picture },
        { type: 'gallery', id: 'g', images: [{ id: 'g1', ...picture }], caption: words('gallery') },
        {
          type: 'quote',
          id: 'q',
          body: [{ type: 'paragraph', id: 'qp', content: words('quoted') }],
          attribution: 'quay said',
        },
        {
          type: 'table',
          id: 't',
          caption: words('table'),
          rows: [{ id: 'r', cells: [{ id: 'c', content: words('cell') }] }],
        },
        {
          type: 'sidebar',
          id: 's',
          kind: 'factbox',
          title: 'quay title',
          placement: 'rail',
          body: [{ type: 'paragraph', id: 'sp', content: words('box') }],
        },
      ],
      {
        headline: 'quay headline',
        kicker: 'quay kicker',
        standfirst: 'quay standfirst',
        slugline: 'quay-slug',
        keywords: ['quay one', 'fog'],
        bylines: [{ role: 'author', name: 'Ana Quay' }],
        edNote: 'quay note',
      },
    );
    const hits = makeFinder({ text: 'quay' }).hits(article);
    const places = hits.map(({ line }) => line.text.replace(/quay[ -]?/iu, ''));
    expect(places.join()).toBe(
      'kicker,headline,standfirst,OSLO — ,lead,item,alt,caption,credit,alt,caption,credit,gallery,quoted,said,table,cell,title,box,slug,note,By Ana ,one, fog',
    );
    expect(
      new Set(storyLines(article).map(({ block, part, key }) => `${block} ${part} ${key}`)).size,
    ).toBe(storyLines(article).length);
  });

  test.each<[FindQuery, string, string[]]>([
    [{ text: 'tide' }, 'Tide tables, tidemarks', ['Tide', 'tide']],
    [{ text: 'tide', matchCase: true }, 'Tide tables, tidemarks', ['tide']],
    [{ text: 'tide', wholeWord: true }, 'Tide tables, tidemarks, a-tide', ['Tide', 'tide']],
    [{ text: '(tide)', wholeWord: true }, 'the (tide) is', ['(tide)']],
    [{ text: '船', wholeWord: true }, '図書館船が', ['船']],
    [{ text: 'café' }, 'cafe Café', ['Café']],
    [{ text: 'cafe', folded: true }, 'cafe Café CAFÉ', ['cafe', 'Café', 'CAFÉ']],
    [{ text: 'ＡＢＣ', folded: true }, 'abc ＡＢＣ', ['abc', 'ＡＢＣ']],
    [{ text: 'カ', folded: true }, 'ｶﾞ ｶ ガ カ', ['ｶ', 'カ']],
    [{ text: 'strasse', folded: true }, 'die Straße ist', ['Straße']],
    [
      { text: String.raw`(\d+)\s(knots?)`, regex: true },
      '20 knots, 1 knot',
      ['20 knots', '1 knot'],
    ],
    [{ text: 'x*', regex: true }, 'abc', []],
    [{ text: 'a.c' }, 'abc a.c', ['a.c']],
    [{ text: "don't" }, "We don’t, they don't", ['don’t', "don't"]],
    [{ text: '"quay"' }, 'the “quay” is', ['“quay”']],
    [{ text: 'tras', folded: true }, 'die Straße', []],
    [{ text: 'É\\w+', regex: true, folded: true }, 'Café Élan', ['Élan']],
    [{ text: '👩‍🚒' }, 'the 👩‍🚒 came', ['👩‍🚒']],
    [{ text: '' }, 'anything', []],
  ])('%j in %j', (query, text, hits) => {
    expect(inText(query, text)).toEqual(hits);
  });

  test('may have marks in its middle, and a line break between its words', () => {
    const article = story([
      {
        type: 'paragraph',
        id: 'a',
        content: [{ text: 'The har' }, { text: 'bour mas', marks: [bold] }, { text: 'ter' }],
      },
      {
        type: 'paragraph',
        id: 'b',
        content: [{ text: 'harbour' }, { break: true }, { text: 'master' }],
      },
    ]);
    expect(found('harbour master', article)).toEqual(['harbour master', 'harbour\nmaster']);
  });

  test.each([
    ['(tide', /group/iu],
    ['a)(b', /unmatched|parenthes/iu],
    [String.raw`(\w+\s?)+$x`, /for ever/u],
  ])('a regular expression that cannot be used (%s) says why', (text, reason) => {
    expect(() => makeFinder({ text, regex: true })).toThrow(AppError);
    expect(() => makeFinder({ text, regex: true })).toThrow(reason);
  });
});

describe('what is replaced', () => {
  test('has the marks of the first character, in a link and outside', () => {
    const article = story([
      {
        type: 'paragraph',
        id: 'a',
        content: [
          { text: 'The har' },
          { text: 'bour', marks: [bold] },
          { text: ' and the ' },
          { text: 'harbour', marks: [link] },
        ],
      },
    ]);
    expect(replaced({ text: 'harbour' }, 'port', article).body).toMatchObject([
      { content: [{ text: 'The port and the ' }, { text: 'port', marks: [link] }] },
    ]);
  });

  test('leaves comments some words to speak of', () => {
    const article = story([
      {
        type: 'paragraph',
        id: 'a',
        content: [{ text: 'The har' }, { text: 'bour', marks: [thread] }, { text: ' waits' }],
      },
    ]);
    expect(replaced({ text: 'harbour' }, 'port', article).body).toMatchObject([
      { content: [{ text: 'The ' }, { text: 'port', marks: [thread] }, { text: ' waits' }] },
    ]);
  });

  test('is what the groups of an expression say', () => {
    const query = { text: String.raw`(?<day>\d+) (\w+)`, regex: true };
    const article = story([p('on 5 May, on 6 June')], { headline: '7 July' });
    const now = replaced(query, '$2 $<day>$$ ($&) $9', article);
    expect(now.body).toMatchObject([
      { content: [{ text: 'on May 5$ (5 May) $9, on June 6$ (6 June) $9' }] },
    ]);
    expect(now.headline).toBe('July 7$ (7 July) $9');
  });

  test('has the second of two figures as text where there are not so many groups', () => {
    const query = { text: String.raw`(?<n>\d)k(?<more>!)?`, regex: true };
    expect(replaced(query, '$1000$<more>', story([], { headline: '5k' })).headline).toBe('5000');
  });

  test('is not what a dateline is printed of', () => {
    const article = story([
      { type: 'dateline', id: 'd', places: [{ name: 'OSLO' }], style: 'ap', printed: 'OSLO — ' },
      p('The mayor of Oslo.'),
    ]);
    expect(replaced({ text: 'oslo' }, 'Bergen', article).body).toMatchObject([
      { printed: 'OSLO — ' },
      { content: [{ text: 'The mayor of Bergen.' }] },
    ]);
  });

  test('leaves everything else the same object', () => {
    const article = story([p('One tide.'), p('Two.')]);
    const { body } = replaced({ text: 'tide' }, 'ebb', article);
    expect(body[1]).toBe(article.body[1]);
    expect(replaced({ text: 'nowhere' }, 'x', article).body).toBe(article.body);
    const list = {
      type: 'list',
      id: 'l',
      kind: 'bulleted',
      items: [{ id: 'i', content: [{ text: 'Ebb' }] }],
    };
    const withList = story([list], { headline: 'Low tide' });
    const finder = makeFinder({ text: 'tide' });
    const edits = finder.hits(withList).map((hit) => finder.edit(hit, 'ebb'));
    expect(editLines(withList, edits), 'the body is not touched').toEqual({ headline: 'Low ebb' });
  });

  test('is the byline and a keyword as well, which are kept in parts', () => {
    const article = story([], {
      keywords: ['tide tables', 'ports'],
      bylines: [{ role: 'author', name: 'Ana Tide' }],
    });
    const now = replaced({ text: 'tide' }, 'Ebb', article);
    expect(now.keywords).toEqual(['Ebb tables', 'ports']);
    expect(now.bylines).toMatchObject([{ name: 'Ana Ebb' }]);
    expect(now.bylineText).toBeUndefined();
  });
});
