import { SIMPLE_MARKS } from '../../article/marks/marks.ts';
import * as fc from 'fast-check';
import { type Article, STATUSES, parseArticle } from '../../article/article.ts';

export interface ArticleOptions {
  /** Keys, blocks and marks that this Galley does not know (default true). */
  unknown?: boolean;
  /** What never publishes: notes, comments, suggestions, slugline, note to the desk (default true). */
  internal?: boolean;
  /** Empty paragraphs, lists and titles, and breaks at the ends of a block (default true). */
  empty?: boolean;
  /** The text of runs and fields; by default any text that a file may hold. */
  text?: fc.Arbitrary<string>;
  /** The most blocks in the body (default 6). */
  maxBlocks?: number;
}

type Json = Record<string, unknown>;

/** Any text without NUL and lone surrogates, also scripts of all kinds, markup and white space. */
export const anyText: fc.Arbitrary<string> = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.string({ unit: 'binary', maxLength: 8 }),
    fc.constantFrom(
      '<b>&amp;</b>',
      ' ',
      '\t\u00A0',
      'a  b',
      '東京で地震',
      'حادث',
      '— “x” …',
      '1. a',
    ),
  )
  .map((text) => text.replaceAll('\0', ''));

const WORDS = (
  'the a minister said Friday some 20,000 pieces of information were leaked U.S. don’t “quoted” ' +
  'Zürich 東京 São Paulo (UPDATE 1) ¥80 billion high-speed & <missiles> it, however; costs 5%'
).split(' ');

/** A line of words as a newsroom writes them: no white space at its ends, none doubled. */
export const newsText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
  .map((words) => words.join(' '));

/** Datelines as house styles print them. */
export const DATELINES: readonly Json[] = [
  {
    places: [{ name: 'TOKYO' }],
    source: 'Jiji Press',
    style: 'jiji',
    printed: 'TOKYO (Jiji Press) — ',
  },
  {
    places: [{ name: 'HAYWARD', region: 'Calif.' }],
    source: 'AP',
    style: 'ap',
    printed: 'HAYWARD, Calif. (AP) — ',
  },
  {
    places: [{ name: 'WASHINGTON' }, { name: 'KHOBAR', country: 'Saudi Arabia' }],
    source: 'Reuters',
    style: 'reuters',
    printed: 'WASHINGTON/KHOBAR, Saudi Arabia (Reuters) - ',
  },
];

const name = fc.stringMatching(/^[a-z]{1,8}$/u);
const moment = fc
  .date({ min: new Date('1987-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const url = name.map((word) => `https://example.com/${word}?a=1&b=2`);

const some = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 3 });
const when = <T>(allowed: boolean, value: fc.Arbitrary<T>) => (allowed ? [value] : []);

/**
 * Whole articles as they are after parsing. Ids are `article-1` and `b1`, `b2` … in the order of
 * the body, so that a failing case prints the same every time.
 */
export function arbitraryArticle(options: ArticleOptions = {}): fc.Arbitrary<Article> {
  const { unknown = true, internal = true, empty = true, maxBlocks = 6 } = options;
  const text = options.text ?? anyText;

  const extraKeys: fc.Arbitrary<Json> = unknown
    ? fc.oneof(
        { weight: 4, arbitrary: fc.constant({}) },
        {
          weight: 1,
          arbitrary: fc.dictionary(
            name.map((word) => `x-${word}`),
            fc.jsonValue({ maxDepth: 2, noUnicodeString: false }).map(withoutNul),
          ),
        },
      )
    : fc.constant({});
  const withExtras = (object: fc.Arbitrary<Json>): fc.Arbitrary<Json> =>
    fc.tuple(object, extraKeys).map(([known, extra]) => ({ ...extra, ...known }));

  const suggestion = fc.record({
    id: name,
    kind: fc.constantFrom('insert', 'delete'),
    by: text,
    at: moment,
  });
  const mark: fc.Arbitrary<Json> = fc.oneof(
    withExtras(fc.record({ type: fc.constantFrom(...SIMPLE_MARKS) })),
    fc.record({ type: fc.constant('link'), href: url }),
    fc.record({ type: fc.constant('link'), article: name }),
    ...when(internal, fc.constant({ type: 'note' })),
    ...when(internal, fc.record({ type: fc.constant('comment'), thread: name })),
    ...when(
      internal,
      suggestion.map((value): Json => ({ type: 'suggestion', ...value })),
    ),
    ...when(unknown, fc.record({ type: fc.constant('highlight'), colour: name })),
  );
  const textRun: fc.Arbitrary<Json> = fc.record(
    { text, marks: fc.array(mark, { maxLength: 3 }).map(oneLink) },
    { requiredKeys: ['text'] },
  );
  const inline = fc
    .array(
      fc.oneof(
        { weight: 5, arbitrary: withExtras(textRun) },
        { weight: 1, arbitrary: fc.constant({ break: true }) },
      ),
      { minLength: empty ? 0 : 1, maxLength: 4 },
    )
    .map((runs) => (empty ? runs : [{ text: 'Then ' }, ...runs, { text: ' so.' }]));

  const { list } = fc.letrec<{ list: Json }>((tie) => ({
    list: fc.record({
      type: fc.constant('list'),
      kind: fc.constantFrom('bulleted', 'numbered'),
      items: fc.array(
        withExtras(
          fc.record(
            {
              content: inline,
              lists: fc.oneof(
                { maxDepth: 2 },
                fc.constant([]),
                fc.array(tie('list'), { minLength: 1, maxLength: 2 }),
              ),
            },
            { requiredKeys: ['content'] },
          ),
        ),
        { minLength: empty ? 0 : 1, maxLength: 3 },
      ),
    }),
  }));
  const withSuggestion = (block: fc.Arbitrary<Json>) =>
    internal
      ? fc
          .tuple(block, fc.option(suggestion, { freq: 5, nil: undefined }))
          .map(([value, note]): Json => (note ? { ...value, suggestion: note } : value))
      : block;
  const paragraph = fc.record({ type: fc.constant('paragraph'), content: inline });
  const heading = fc.record({
    type: fc.constant('heading'),
    level: fc.constantFrom(2, 3, 4),
    content: inline,
  });
  const words = empty ? text : text.map((line) => line.trim() || 'Someone');
  const picture: fc.Arbitrary<Json> = withExtras(
    fc
      .record(
        {
          file: fc.constantFrom('9f2c41d07ab3e655.jpg', '00ff00ff00ff00ff00ff00ff.png'),
          source: url,
          href: url,
          alt: words,
          decorative: fc.constant(true),
          caption: inline,
          credit: text,
          copyright: text,
          width: fc.integer({ min: 1, max: 9000 }),
          height: fc.integer({ min: 1, max: 9000 }),
          from: fc.record({ caption: text, alt: text, credit: text }, { requiredKeys: [] }),
        },
        { requiredKeys: empty ? [] : ['alt', 'caption'] },
      )
      // What is only said of a picture that is here or elsewhere.
      .map(({ from, ...rest }) => (internal && from !== undefined ? { ...rest, from } : rest)),
  );
  const image = picture.map((parts): Json => ({ ...parts, type: 'image' }));
  const embed = fc.record(
    { type: fc.constant('embed'), url, provider: text, title: text },
    { requiredKeys: ['type', 'url'] },
  );
  const cell: fc.Arbitrary<Json> = withExtras(
    fc.record(
      {
        content: inline,
        header: fc.constant(true),
        colspan: fc.integer({ min: 2, max: 3 }),
        rowspan: fc.integer({ min: 2, max: 3 }),
        blocks: fc
          .tuple(
            fc.oneof(list, image, embed),
            fc.array(fc.oneof(paragraph, image), { maxLength: 2 }),
          )
          .map(([first, others]) => [first, ...others]),
      },
      { requiredKeys: ['content'] },
    ),
  );
  const row = withExtras(
    fc.record({ cells: fc.array(cell, { minLength: empty ? 0 : 1, maxLength: 2 }) }),
  );
  const table = fc
    .tuple(
      fc.record(
        {
          type: fc.constant('table'),
          rows: fc.array(row, { minLength: empty ? 0 : 2, maxLength: 3 }),
          caption: inline,
        },
        { requiredKeys: ['type', 'rows'] },
      ),
      fc.boolean(),
    )
    .map(([made, headed]): Json => (headed ? { ...made, rows: withHeader(made.rows) } : made));
  const simple: fc.Arbitrary<Json> = fc.oneof(
    { weight: 4, arbitrary: paragraph },
    heading,
    list,
    image,
    table,
    fc.constant<Json>({ type: 'divider' }),
  );
  const plain: fc.Arbitrary<Json> = fc.oneof(
    { weight: 6, arbitrary: simple },
    fc.record({
      type: fc.constant('quote'),
      body: fc.array(withExtras(simple), { minLength: empty ? 0 : 1, maxLength: 3 }),
      attribution: text,
    }),
    fc.record({ type: fc.constant('pullquote'), content: inline, attribution: text }),
    fc.record({
      type: fc.constant('gallery'),
      images: fc.array(picture, { minLength: empty ? 0 : 1, maxLength: 3 }),
      caption: inline,
    }),
    embed,
    fc.record(
      {
        type: fc.constant('correction'),
        kind: fc.constantFrom('correction', 'clarification', 'update'),
        at: moment,
        content: inline,
      },
      { requiredKeys: ['type', 'kind', 'content'] },
    ),
    ...when(
      unknown,
      fc.record({
        type: fc.constantFrom('poll', 'map', 'unknown'),
        words: text,
        data: fc.jsonValue({ maxDepth: 2 }).map(withoutNul),
      }),
    ),
  );
  const sidebarKeys = {
    type: fc.constant('sidebar'),
    title: empty ? text : text.map((title) => title.trim() || 'More'),
    placement: fc.constantFrom('rail', 'inline'),
  };
  const sidebar: fc.Arbitrary<Json> = fc.oneof(
    fc.record({
      ...sidebarKeys,
      kind: fc.constantFrom('links', 'ranking'),
      body: list.map((one) => [one]),
    }),
    fc.record({
      ...sidebarKeys,
      kind: fc.constant('factbox'),
      body: fc.array(withSuggestion(withExtras(plain)), { minLength: empty ? 0 : 1, maxLength: 3 }),
    }),
  );
  const dateline: fc.Arbitrary<Json> = fc.constantFrom(...DATELINES).map((parts) => ({
    type: 'dateline',
    ...parts,
  }));
  const body = fc.array(
    fc.oneof(
      { weight: 6, arbitrary: withSuggestion(withExtras(plain)).map((block) => [block]) },
      { weight: 2, arbitrary: withSuggestion(withExtras(sidebar)).map((block) => [block]) },
      {
        weight: 1,
        arbitrary: fc.tuple(
          withExtras(dateline),
          fc.record({ type: fc.constant('paragraph'), content: inline }),
        ),
      },
    ),
    { maxLength: maxBlocks },
  );

  const fields: fc.Arbitrary<Json> = fc.record(
    {
      language: fc.constantFrom('en', 'ja', 'ar', 'de-CH', 'fr'),
      status: fc.constantFrom(...STATUSES),
      urlSlug: name,
      canonicalUrl: url,
      kicker: text,
      headline: text,
      standfirst: text,
      bylines: some(
        withExtras(
          fc.record(
            {
              name: text,
              role: fc.constantFrom('author', 'reporting', 'photo', 'editing'),
              email: fc.constant('desk@example.com'),
              url,
            },
            { requiredKeys: ['name', 'role'] },
          ),
        ),
      ),
      bylineText: text,
      section: text,
      keywords: some(text),
      genre: text,
      urgency: fc.integer({ min: 1, max: 9 }),
      lengthTarget: fc.record({
        unit: fc.constantFrom('words', 'characters', 'lines'),
        value: fc.nat(),
        tolerance: fc.nat(),
      }),
      stamp: fc.constantFrom(
        {
          instant: '2021-12-25T11:01:00+09:00',
          zone: 'Asia/Tokyo',
          printed: '11:01 JST, December 25, 2021',
        },
        { printed: '3 p.m. IST, 4 May 2024' },
      ),
      corrections: some(
        withExtras(
          fc.record({
            at: moment,
            kind: fc.constantFrom('correction', 'clarification', 'update'),
            text,
          }),
        ),
      ),
    },
    { requiredKeys: [] },
  );
  const internals: fc.Arbitrary<Json> = internal
    ? fc.record(
        {
          slugline: text,
          edNote: text,
          embargo: fc.record({
            local: fc.constant('2021-12-26T00:01'),
            zone: fc.constant('Asia/Tokyo'),
            instant: fc.constant('2021-12-26T00:01:00+09:00'),
          }),
          review: fc.record({
            threads: some(fc.record({ id: name, text })),
            suggestions: some(fc.record({ id: name, text })),
          }),
          history: some(
            fc.record(
              {
                at: moment,
                by: text,
                from: fc.constantFrom(...STATUSES),
                to: fc.constantFrom(...STATUSES),
                note: text,
              },
              { requiredKeys: ['at', 'by', 'from', 'to'] },
            ),
          ),
        },
        { requiredKeys: [] },
      )
    : fc.constant({});

  return fc
    .tuple(fields, internals, extraKeys, body, moment, moment)
    .map(([known, secret, extra, blocks, created, modified]) =>
      parseArticle({
        ...extra,
        ...known,
        ...secret,
        format: 'galley-article',
        version: 1,
        id: 'article-1',
        created,
        modified,
        body: numbered(blocks.flat()),
      }),
    );
}

/** Gives each block and list item its id, in the order of the text. */
function numbered(blocks: Json[]): Json[] {
  let next = 0;
  const holder = (value: Json): Json => {
    next += 1;
    const id = `b${next}`;
    const rows = ROWS.filter((key) => Array.isArray(value[key]));
    const held = rows.map((key) => [key, (value[key] as Json[]).map(holder)]);
    return { ...value, id, ...Object.fromEntries(held) };
  };
  return blocks.map(holder);
}

/** Where blocks and parts with ids of their own are. */
const ROWS = ['body', 'items', 'lists', 'images', 'rows', 'cells', 'blocks'];

/** The first row of a table made a header row. */
function withHeader(rows: Json[]): Json[] {
  return rows.map((row, index) =>
    index > 0
      ? row
      : { ...row, cells: (row.cells as Json[]).map((cell) => ({ ...cell, header: true })) },
  );
}

/** A run has one link at most. */
function oneLink(marks: Json[]): Json[] {
  const first = marks.find(({ type }) => type === 'link');
  return marks.filter((mark) => mark.type !== 'link' || mark === first);
}

function withoutNul<T>(value: T): T {
  return JSON.parse(JSON.stringify(value).replaceAll('\\u0000', '')) as T;
}
