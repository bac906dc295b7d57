import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleToJson } from '../../../article/article-file.ts';
import type { Article } from '../../../article/article.ts';
import { text as wireText } from '../../../article/formats/text.ts';
import { parseHouse } from '../../../article/house.ts';
import { readWire } from '../../../article/import/wire.ts';
import { publish } from '../../../article/publish.ts';

const house = parseHouse({ zone: 'Asia/Tokyo', datelineStyle: 'jiji' });
const NOW = '2021-12-26T00:00:00Z';

const importText = (text: string) => readWire(text, house, NOW).article;
const exportText = (article: Article) => wireText.render(article).text;

/** All that is published, without ids and clocks. */
function publishedParts(article: Article): unknown {
  const { published } = publish(article);
  return JSON.parse(
    JSON.stringify(articleToJson(published as unknown as Article), (key, value: unknown) =>
      key === 'id' || key === 'modified' ? undefined : value,
    ),
  );
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
function wordsOf(text: string): string[] {
  return (
    text
      .split('\n')
      .flatMap((line) => [...segmenter.segment(line)])
      .filter(({ isWordLike }) => isWordLike)
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
const block = fc.oneof(
  { weight: 4, arbitrary: sentence },
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

const RUNS = Number(process.env.WIRE_RUNS ?? 300);

describe('import, export, import', () => {
  test('gives an equal article for wire copy of any make', () => {
    fc.assert(fc.property(wireLike, expectStable), { numRuns: RUNS });
  });

  test('gives an equal article for any lines of text', () => {
    fc.assert(fc.property(anyLines, expectStable), { numRuns: RUNS });
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
