import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleToJson } from '../../../article/article-file.ts';
import { type Article, createArticle } from '../../../article/article.ts';
import type { Block } from '../../../article/blocks/blocks.ts';
import type { List } from '../../../article/blocks/list/list.ts';
import * as build from '../build.ts';
import { detectDateline } from '../../../article/dateline/detect.ts';
import { text as wireText } from '../../../article/formats/text.ts';
import { parseHouse } from '../../../article/house.ts';
import { readWire } from '../../../article/import/wire.ts';
import { publish } from '../../../article/publish.ts';
import { DATELINES, newsText } from '../arbitrary.ts';
import { runs } from '../runs.ts';
import { render } from '../render.ts';

const house = parseHouse({ zone: 'Asia/Tokyo', datelineStyle: 'jiji' });
const NOW = '2021-12-26T00:00:00Z';

const importText = (text: string) => readWire(text, house, NOW).article;
const exportText = (article: Article) => render(wireText, article, { house }).text;

/** All that is published, without ids and clocks. */
function publishedParts(article: Article): unknown {
  const { published } = publish(article);
  return JSON.parse(
    JSON.stringify(articleToJson(published as unknown as Article), (key, value: unknown) =>
      key === 'id' || key === 'modified' ? undefined : value,
    ),
  );
}

/** What says in wire copy what a line is: it is there where it has to be. */
const SAID = new Set(['Headline', 'Byline', 'Kicker', 'Standfirst', 'Published', 'Dateline']);
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
function wordsOf(text: string): string[] {
  return (
    text
      .split('\n')
      .flatMap((line) => [...segmenter.segment(line)])
      .filter(({ isWordLike, segment }) => isWordLike && !SAID.has(segment))
      // A narrow no-break space (U+202F) is a part of the word before it; at the end it is no ink.
      .map(({ segment }) => segment.trim())
  );
}

function expectStable(text: string): void {
  const first = importText(text);
  const printed = exportText(first);
  const second = importText(printed);
  expect(publishedParts(second)).toEqual(publishedParts(first));
  expect(exportText(second)).toBe(printed);
}

/** Every word of the text is in the article as often as it was written. */
function expectEveryWord(text: string): void {
  const article = importText(text);
  const { slugline, edNote } = article;
  const kept = wordsOf(`${slugline}\n${exportText(article)}\n${edNote}`);
  expect(kept.toSorted()).toEqual(wordsOf(text).toSorted());
}

const sentence = fc
  .array(
    fc.constantFrom(
      ...'the minister said Friday 20,000 pieces of “defense” information U.S. don’t high-speed (UPDATE 1) 東京 — it'.split(
        ' ',
      ),
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((words) => `${words.join(' ')}.`);
const title = fc.constantFrom(
  'Top Articles in Politics',
  'JN ACCESS RANKING',
  'Related:',
  'The new rules are:',
  'Bridge closes for a year',
  'By the sea, a town waits',
  'ENDS',
  'TOKYO',
  'TRAFFIC',
  'Harbour traffic',
);
const stampLine = fc.constantFrom(
  '11:01 JST, December 25, 2021',
  'KYODO NEWS - Dec 25, 2021 - 11:01',
  '3 p.m. IST, 4 May 2024',
  '25:00 JST, December 25, 2021',
);
const bylineLine = fc.constantFrom('By Anna Lake', 'By ANNA LAKE and Ben Ford', 'By Reuters');
const deskLine = fc.constantFrom(
  'BC-XX--Harbor Fire, 1st Ld-Writethru, 300',
  'BC-XX--Second Slug,Bjt',
  '^Bridge closes for a year<',
  'Eds: UPDATES with quotes from the harbor master and the crew of the second',
  'boat. Will be updated.',
  '(Eds: Note the',
  'spelling of the name.)',
  '(SUBS 3rd graf to fix name)',
  'URGENT',
  'HFR 6 a.m. Sunday',
  'x x x',
  'AP Photo XX101, XX102',
  'Associated Press Writer',
  'HARBOUR-TUNNEL',
);
const datelineLine = fc
  .tuple(
    fc.constantFrom(
      'TOKYO (Jiji Press) — ',
      'HELSINKI, Dec. 24 (Xinhua) -- ',
      'MOSCOW ',
      'WARNING - ',
      'VAIL, Colorado 1996-12-07\n',
      'By ANNA LAKE BRUSSELS, Belgium (AP) -- ',
    ),
    sentence,
  )
  .map(([head, rest]) => head + rest);
const markerPart = fc.constantFrom(
  '-',
  '- ',
  '* ',
  '•  ',
  '– ',
  '1. ',
  '2. ',
  '3) ',
  '5. ',
  '  - ',
  '\t1. ',
  '    * ',
  '-\n',
  '1.\n',
);
const itemLines = fc
  .array(
    fc.tuple(markerPart, fc.oneof(sentence, title, fc.constantFrom('30 -', '* *', '', 'more-'))),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((items) => items.map((item) => item.join('')).join('\n'));
const wrapped = fc
  .tuple(fc.array(sentence, { minLength: 2, maxLength: 5 }), fc.integer({ min: 60, max: 90 }))
  .map(([sentences, column]) => fill(sentences.join(' '), column));
const trailer = fc.constantFrom(
  'ENDS',
  '-30-',
  '###',
  '(more)',
  '/ends',
  '- 30 -',
  '* * *',
  '—30—',
);
/** What is set apart by its form, or almost. */
const apart = fc.oneof(
  fc
    .tuple(fc.constantFrom('-', '--', '---', '–'), fc.oneof(title, fc.constantFrom('30', 'x -')))
    .map(([hyphens, words]) => `${hyphens} ${words} ${hyphens}`),
  fc
    .tuple(
      fc.array(fc.oneof(sentence, title, itemLines), { minLength: 1, maxLength: 3 }),
      fc.constantFrom('> ', '>', '> > ', '  > '),
    )
    .map(([parts, sign]) => parts.join('\n\n').replaceAll(/^/gmu, sign)),
  fc
    .array(
      fc.array(fc.oneof(title, fc.constantFrom('', '12', '---', '-', '1.')), { maxLength: 4 }),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    .map((rows) => rows.map((cells) => cells.join('\t')).join('\n')),
  fc.constantFrom(
    '[Pull quote]\n> We are sorry.\n> — Anna Lake',
    '> — Anna Lake',
    '[Facts: The bridge]',
    '[Facts]',
    '[Ranking: Most read]',
    '[End of box]',
    'Correction: It is two years',
    'Update, 11:01 JST, December 25, 2021: It is two years.',
    'Correction, he said, came late: it did.',
    '(Correction: It is two years.)',
    'Headline: Bridge closes',
    'Headline:',
    'Byline: Anna Lake\nHeadline: Bridge closes for a year',
    'Dateline: On the ferry,\nThe fog is thick.',
    'Dateline: TOKYO (Jiji Press) —',
  ),
);
const block = fc.oneof(
  { weight: 4, arbitrary: sentence },
  { weight: 2, arbitrary: apart },
  { weight: 2, arbitrary: itemLines },
  wrapped,
  title,
  stampLine,
  bylineLine,
  deskLine,
  datelineLine,
  trailer,
);
const wireLike = fc
  .array(fc.tuple(block, fc.constantFrom('\n', '\n\n', '\n \n\n', '\r\n')), { maxLength: 12 })
  .map((blocks) => blocks.map((pair) => pair.join('')).join(''));

function fill(text: string, column: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= column) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines.join('\n');
}

const anyLines = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc.string({ unit: 'binary', maxLength: 10 }),
      fc.constantFrom('', ' ', '-', '1.', 'By A', '\u2028', '\uFEFF', '\u00A0- x', '* * *', '-30-'),
    ),
    { maxLength: 8 },
  )
  .map((lines) => lines.join('\n').replaceAll('\0', ''));

const RUNS = runs(150).numRuns;
/** A part of the runs, in whole numbers: fast-check goes on for ever after any other. */
const shareOfRuns = (parts: number) => Math.ceil(RUNS / parts);

describe('import, export, import', () => {
  test('gives an equal article for wire copy of any make', () => {
    fc.assert(fc.property(wireLike, expectStable), { numRuns: RUNS });
  });

  test('gives an equal article for any lines of text', () => {
    fc.assert(fc.property(anyLines, expectStable), { numRuns: RUNS });
  });
});

/** Words of a story that are nothing else than that. */
const words = newsText.filter(
  (text) =>
    /\p{L}/u.test(text) &&
    detectDateline(text) === undefined &&
    !/^(?:[<(“]|1\))|—|[<>]$/u.test(text),
);
const paragraph = words.map((text) => build.p(`${text}.`));
const attribution = fc.constantFrom('', 'Anna Lake', 'Ben Ford, harbour master');
const { list } = fc.letrec<{ list: List }>((tie) => ({
  list: fc
    .tuple(
      fc.constantFrom('bulleted' as const, 'numbered' as const),
      fc.array(
        fc
          .tuple(words, fc.option(tie('list'), { nil: undefined, maxDepth: 4 }))
          .map(([text, inner]) => build.li(text, ...(inner === undefined ? [] : [inner]))),
        { minLength: 1, maxLength: 3 },
      ),
    )
    .map(([kind, items]) => build.list(kind, ...items)),
}));
const heading = fc
  .tuple(words, fc.constantFrom(2 as const, 3 as const, 4 as const))
  .map(([text, level]) => build.heading(text, level));
const table = fc
  .tuple(
    fc.array(fc.array(words, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 4 }),
    fc.constantFrom('', 'Ships in port', 'Ships, by port.'),
    fc.boolean(),
    fc.boolean(),
  )
  .map(([rows, caption, header, gap]) =>
    build.table(
      rows.map((cells, at) => (gap && at === 1 ? ['', ...cells.slice(1)] : cells)),
      { caption, header },
    ),
  );
const minute = fc
  .integer({ min: 0, max: 5_000_000 })
  .map((minutes) => new Date(Date.UTC(2018, 0) + minutes * 60_000).toISOString());
const note = fc.record({
  kind: fc.constantFrom('correction' as const, 'clarification' as const, 'update' as const),
  at: fc.oneof(fc.constant(''), minute),
  text: words,
});
const noteBlock = note.map(({ text, ...rest }) => build.correction(text, rest));
const pullquote = fc.tuple(words, attribution).map(([text, by]) => build.pullquote(text, by));
const plain: fc.Arbitrary<Block> = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  heading,
  list,
  table,
  noteBlock,
  pullquote,
  fc.constant(0).map(() => build.divider()),
);
/** No list follows another one directly: such two are one. */
const row = (one: fc.Arbitrary<Block>, minLength = 0) =>
  fc
    .array(one, { minLength, maxLength: 5 })
    .filter((blocks) =>
      blocks.every(({ type }, at) => type !== 'list' || blocks[at - 1]?.type !== type),
    );
const quote: fc.Arbitrary<Block> = fc
  .tuple(
    row(
      fc.oneof(
        { weight: 3, arbitrary: plain },
        row(plain, 1).map((body) => build.quote(body)),
      ),
      1,
    ),
    attribution,
  )
  .map(([body, by]) => build.quote(body, by));
const boxTitle = fc.constantFrom(
  'Top Articles in Politics',
  'JN ACCESS RANKING',
  'What is known.',
  'Related:',
  '',
);
const sidebar = fc.oneof(
  fc
    .tuple(boxTitle, list, fc.constantFrom('links' as const, 'ranking' as const))
    .map(([titled, one, kind]) => build.sidebar(titled, [one], { kind })),
  fc
    .tuple(boxTitle, row(fc.oneof(plain, quote), 1))
    .map(([titled, body]) => build.sidebar(titled, body, { kind: 'factbox' })),
);
const dateline = fc.oneof(
  fc.constantFrom(...DATELINES).map((parts) => parts as { printed: string }),
  fc
    .constantFrom('AT SEA — ', 'On the ferry, ', 'MOSCOW ', 'In the fog - ')
    .map((printed) => ({ printed })),
);
const lead = fc
  .tuple(dateline, words)
  .map(([parts, text]): Block[] => [
    build.datelineBlock({ places: [], style: 'ap', ...parts }),
    build.p(`The ${text}.`),
  ]);
const ownStory: fc.Arbitrary<Article> = fc
  .record({
    kicker: fc.oneof(fc.constant(''), words, fc.constantFrom('TRAFFIC', 'Traffic', 'URGENT')),
    headline: fc.oneof(
      words,
      fc.constantFrom(
        '',
        'Bridge closes',
        'Is it safe?',
        'By the sea',
        'HARBOUR-TUNNEL',
        'Oslo - the end',
      ),
    ),
    standfirst: fc.oneof(
      fc.constant(''),
      words,
      words.map((text) => `${text}.`),
    ),
    bylineText: fc.constantFrom(
      '',
      'By Anna Lake',
      'By ANNA LAKE and Ben Ford',
      'Anna Lake',
      'from our correspondent',
      'Text: Anna Lake',
      'By Anna Lake, AP Writer',
    ),
    printed: fc.constantFrom(
      '',
      '11:01 JST, December 25, 2021',
      'At noon',
      'KYODO NEWS - Dec 25, 2021 - 11:01',
    ),
    corrections: fc.array(note, { maxLength: 2 }),
    start: fc.oneof(fc.constant([]), lead, row(plain)),
    body: row(fc.oneof({ weight: 3, arbitrary: plain }, quote, sidebar), 1),
    end: fc.oneof(fc.constant([]), lead),
  })
  .map(({ printed, start, body, end, ...fields }) =>
    createArticle(NOW, {
      ...fields,
      ...(printed === '' ? {} : { stamp: { printed } }),
      // Words that could be a dateline follow no other line.
      body: [...start, build.p('The harbour is shut.'), ...body, ...end],
    }),
  );

/** What plain text says of a story. */
function toldParts({ published }: { published: ReturnType<typeof publish>['published'] }): unknown {
  const { kicker, headline, standfirst, byline, stamp, corrections, body } = published;
  const told = { kicker, headline, standfirst, byline, stamp: stamp?.printed, corrections, body };
  return JSON.parse(JSON.stringify(told), (key, value: unknown) => {
    if (key === 'id' || key === 'placement') return undefined;
    if (key === 'at' && value !== '') return Date.parse(value as string);
    if (typeof value === 'object' && value !== null && 'printed' in value) return value.printed;
    return value;
  });
}

describe('a story that was written here', () => {
  test('comes back from its wire copy as what it was', () => {
    fc.assert(
      fc.property(ownStory, (story) => {
        const back = importText(render(wireText, story, { house }).text);
        expect(toldParts(publish(back))).toEqual(toldParts(publish(story)));
      }),
      { numRuns: shareOfRuns(2) },
    );
  });

  test.each(['ja', 'ar', 'de', 'fr', 'es', 'nl'])('and in %s too', (language) => {
    const there = parseHouse({ ...house, language });
    fc.assert(
      fc.property(ownStory, (story) => {
        const copy = render(wireText, { ...story, language }, { house: there }).text;
        const back = readWire(copy, there, NOW).article;
        expect(toldParts(publish(back))).toEqual(toldParts(publish(story)));
      }),
      { numRuns: shareOfRuns(15) },
    );
  });
});

describe('no word is lost or made up', () => {
  test('for wire copy of any make', () => {
    fc.assert(fc.property(wireLike, expectEveryWord), { numRuns: RUNS });
  });

  test('for any lines of text', () => {
    fc.assert(fc.property(anyLines, expectEveryWord), { numRuns: RUNS });
  });
});

test('a line that names a source or a place is no dateline', () => {
  for (const line of ['Data: World Bank, 2025', 'Lieu : Grand Palais']) {
    const { body } = importText(`Prices rise\n\nPrices rose in May.\n\n${line}\n`);
    expect(body.map(({ type }) => type)).toEqual(['paragraph', 'paragraph']);
    expect(body.at(-1)).toMatchObject({ content: [{ text: line }] });
  }
});

test('a table with empty cells is a table', () => {
  const rows = [
    ['Day', 'Buses', 'Trams'],
    ['12', '', ''],
    ['', '', '7'],
  ];
  const { body } = importText(
    exportText({
      ...createArticle(NOW),
      body: [build.p('Words.'), build.table(rows, { header: true })],
    }),
  );
  expect(body.at(-1)).toMatchObject({
    type: 'table',
    rows: rows.map((cells) => ({
      cells: cells.map((text) => ({ content: text === '' ? [] : [{ text }] })),
    })),
  });
});

test('a box that is not closed before the next begins is words', () => {
  const { body } = importText(
    'Prices rise\n\nPrices rose.\n\n[Facts: One]\n\n- First\n\n[Facts: Two]\n\n- Second\n\n[End of box]\n',
  );
  expect(body.filter(({ type }) => type === 'sidebar')).toMatchObject([{ title: 'Two' }]);
});

test('of a quotation without words, only who said it comes back', () => {
  const text = '> \n> — Anna Lake\n';
  expect(importText(text).body).toMatchObject([
    { type: 'quote', body: [], attribution: 'Anna Lake' },
  ]);
  expectStable(text);
});
