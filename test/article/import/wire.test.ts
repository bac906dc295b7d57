import * as fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parseArticle } from '../../../article/article.ts';
import type { Block } from '../../../article/blocks/blocks.ts';
import type { List } from '../../../article/blocks/list/list.ts';
import { text as wireText } from '../../../article/formats/text.ts';
import { parseHouse } from '../../../article/house.ts';
import { readWire } from '../../../article/import/wire.ts';
import { plainText } from '../../../article/inline.ts';
import { anyText, newsText } from '../arbitrary.ts';
import { render } from '../render.ts';

const house = parseHouse({ zone: 'Asia/Tokyo', datelineStyle: 'jiji' });
const read = (text: string) => readWire(text, house, '2021-12-26T00:00:00Z');

function outlineList(list: List): unknown[] {
  return list.items.map(({ content, lists = [] }) =>
    lists.length === 0 ? plainText(content) : [plainText(content), ...lists.map(outlineList)],
  );
}

/** A block as one short value: its text, or what it is with what it holds. */
function outline(block: Block): unknown {
  switch (block.type) {
    case 'paragraph':
      return plainText(block.content);
    case 'dateline':
      return { dateline: block.printed };
    case 'list':
      return { [block.kind]: outlineList(block) };
    case 'sidebar':
      return {
        [`${block.kind} in the ${block.placement}`]: block.title,
        body: block.body.map(outline),
      };
    default:
      return block.type;
  }
}

const bodyOf = (text: string) => read(text).article.body.map(outline);
const LEAD = 'Some 20,000 pieces of information may have been leaked, the ministry said Friday.';

const expectHead = (text: string) => {
  const { article } = read(text);
  expect(article.headline).toBe('Bridge closes for a year');
  expect(article.bylineText).toBe('By Anna Lake and Ben Ford');
  expect(article.bylines.map(({ name }) => name)).toEqual(['Anna Lake', 'Ben Ford']);
  expect(article.stamp).toEqual({
    instant: '2021-12-25T11:01:00+09:00',
    zone: 'Asia/Tokyo',
    printed: '11:01 JST, December 25, 2021',
  });
  expect(article.body.map(outline)).toEqual([{ dateline: 'TOKYO (Jiji Press) — ' }, LEAD]);
};

describe('the head of wire copy', () => {
  test('is read in any order, with blank lines or without', () => {
    const head = [
      'Bridge closes for a year',
      'By Anna Lake and Ben Ford',
      '11:01 JST, December 25, 2021',
    ];
    const lead = `TOKYO (Jiji Press) — ${LEAD}`;
    for (const order of [
      [0, 1, 2],
      [2, 0, 1],
      [1, 2, 0],
      [0, 2, 1],
      [2, 1, 0],
      [1, 0, 2],
    ]) {
      const lines = order.map((index) => head[index] as string);
      for (const separator of ['\n', '\n\n', '\r\n', '\n  \n']) {
        expectHead([...lines, lead].join(separator));
        expectHead(`\n\n${lines.join('\n')}${separator}${lead}\n`);
      }
    }
  });

  const HEAD = 'Bridge closes for a year';
  const DECK = 'Ferries will run all night, and the port is asked for more';
  const BY = 'By Anna Lake\n11:01 JST, December 25, 2021';
  const STORY = `TOKYO (Jiji Press) — ${LEAD}`;

  test.each([
    ['a kicker below it, in capitals', `${HEAD}\nTRAFFIC\n${BY}\n\n${STORY}`, 'TRAFFIC', ''],
    ['a kicker above it', `Traffic\n${HEAD}\n\n${BY}\n\n${STORY}`, 'Traffic', ''],
    ['a kicker above it and no byline', `Traffic\n${HEAD}\n\n${STORY}`, 'Traffic', ''],
    ['a standfirst below it', `${HEAD}\n${DECK}\n${BY}\n${STORY}`, '', DECK],
    ['a standfirst set apart', `${HEAD}\n\n${DECK}.\n\n${BY}\n\n${STORY}`, '', `${DECK}.`],
    ['a standfirst before the dateline', `${HEAD}\n\n${DECK}.\n\n${STORY}`, '', `${DECK}.`],
    ['both', `Traffic\n${HEAD}\n\n${DECK}.\n\n${BY}\n\n${STORY}`, 'Traffic', `${DECK}.`],
    ['both, line by line', `Traffic\n${HEAD}\n${DECK}\n${BY}\n\n${STORY}`, 'Traffic', DECK],
  ])('has beside the headline %s', (_, copy, kicker, standfirst) => {
    const { article } = read(copy);
    expect(article).toMatchObject({ headline: HEAD, kicker, standfirst });
    expect(article.bylineText).toBe(copy.includes(BY) ? 'By Anna Lake' : undefined);
    expect(article.body.map(outline)).toEqual([{ dateline: 'TOKYO (Jiji Press) — ' }, LEAD]);
  });

  test('has no standfirst where what follows the headline may be the story', () => {
    for (const copy of [`${HEAD}\n\n${DECK}.\n\n${LEAD}`, `${HEAD}\n\n${STORY}\n\n${BY}`]) {
      const { headline, standfirst, body } = read(copy).article;
      expect([headline, standfirst]).toEqual([HEAD, '']);
      expect(body.length).toBeGreaterThan(1);
    }
  });

  test('that Galley wrote gives every field back', () => {
    const { article } = read(`${STORY}\n\nMore.\n\nTop Articles\n- One\n- Two`);
    const written = {
      ...article,
      kicker: 'Traffic on the water',
      headline: HEAD,
      standfirst: `${DECK}.`,
      bylineText: 'By Anna Lake and Ben Ford',
      stamp: { printed: '11:01 JST, December 25, 2021' },
    };
    for (const without of ['', 'kicker', 'standfirst', 'bylineText', 'stamp']) {
      const story = { ...written, ...(without === '' ? {} : { [without]: '' }) };
      if (without === 'stamp') Reflect.deleteProperty(story, 'stamp');
      const back = read(render(wireText, story).text).article;
      expect({ ...back, bylineText: back.bylineText ?? '' }).toMatchObject({
        kicker: story.kicker,
        headline: story.headline,
        standfirst: story.standfirst,
        bylineText: story.bylineText,
      });
      expect(back.stamp?.printed).toBe(story.stamp?.printed);
      expect(back.body.map(outline)).toEqual(article.body.map(outline));
    }
  });

  test.each(['HARBOUR-TUNNEL', 'UKRAINE-CRISIS/GRAIN'])(
    'has the slug %s that stands before the headline as slugline',
    (slug) => {
      for (const between of ['\n', '\n\n']) {
        const { article } = read(`${slug}${between}${HEAD}\n${BY}\n\n${STORY}`);
        expect(article).toMatchObject({ slugline: slug, headline: HEAD, kicker: '' });
        expect(article.bylineText).toBe('By Anna Lake');
      }
      const { slugline, edNote } = read(`BC-XX--Fog,Bjt\n\n${slug}\n\n${HEAD}\n\n${STORY}`).article;
      expect([slugline, edNote]).toEqual(['BC-XX--Fog', `${slug}\nBjt`]);
    },
  );

  test('has no slug in a disease, nor where no headline follows', () => {
    expect(read(`COVID-19\n${HEAD}\n\n${STORY}`).article).toMatchObject({
      slugline: '',
      kicker: 'COVID-19',
      headline: HEAD,
    });
    expect(read(`HARBOUR-TUNNEL\n\n${LEAD}`).article.slugline).toBe('');
  });

  test.each([
    ['a sentence', 'The bridge is closed.'],
    ['a lead with its dateline', 'OSLO (AP) — The bridge is closed'],
    ['an item of a list', '- The bridge is closed'],
    ['a paragraph', 'The bridge '.repeat(20)],
  ])('%s is no headline', (_, line) => {
    expect(read(`${line}\n\n${LEAD}`).article.headline).toBe('');
  });

  test('a line with nothing after it is the story, not its headline', () => {
    const { article } = read('Bridge closes for a year\nENDS');
    expect(article.headline).toBe('');
    expect(article.body.map(outline)).toEqual(['Bridge closes for a year']);
  });

  test.each(['By the sea, a town waits for spring.', 'By Monday all trains will run', 'By then'])(
    '%j is no byline',
    (line) => {
      expect(read(`${line}\n\n${LEAD}`).article.bylineText).toBeUndefined();
    },
  );

  test('a time in a zone that is in doubt is kept as printed, and the person is told what it may be', () => {
    const { article, notices } = read(`3 p.m. IST, 4 May 2024\n\nOSLO (AP) — ${LEAD}`);
    expect(article.stamp).toEqual({ printed: '3 p.m. IST, 4 May 2024' });
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/3 p\.m\. IST, 4 May 2024.*Israel.*India.*Ireland/u);
  });

  test('the dateline’s country decides what an ambiguous time means', () => {
    const { article, notices } = read(`3 p.m. IST, 4 May 2024\n\nNEW DELHI (AP) — ${LEAD}`);
    expect(article.stamp?.instant).toBe('2024-05-04T15:00:00+05:30');
    expect(notices).toEqual([]);
  });

  test('a dateline on a line of its own runs in with the text', () => {
    expect(bodyOf(`Skiing resumes\n\nVAIL, Colorado 1996-12-07\n${LEAD}`)).toEqual([
      { dateline: 'VAIL, Colorado 1996-12-07 ' },
      LEAD,
    ]);
  });

  test('a dateline’s date has the year of the stamp', () => {
    const { article } = read(`11:01 JST, January 2, 2016\n\nHELSINKI, Dec. 30 (Xinhua) -- ${LEAD}`);
    expect(article.body[0]).toMatchObject({
      type: 'dateline',
      date: '2015-12-30',
      style: 'xinhua',
    });
  });
});

describe('paragraphs', () => {
  const wrapped = [
    'The ministry said it will demand the company tighten its management of',
    'information and will review its security standards for the industry, in',
    'a bid to prevent such incidents.',
  ];

  test('that a program has wrapped are whole again', () => {
    expect(bodyOf(`${LEAD}\n\n${wrapped.join('\n')}\n\n${LEAD}`)).toEqual([
      LEAD,
      wrapped.join(' '),
      LEAD,
    ]);
  });

  test('of one word as long as a file may be are read as they are', () => {
    // A letter beyond Latin makes the text one of wide characters, which regular expressions take harder.
    const word = `${'w'.repeat(15_000_000)}ő`;
    expect(bodyOf(`Headline\n\n${word}`).at(-1) === word).toBe(true);
  });

  test('of one line each stay apart, with blank lines or without', () => {
    const lines = [LEAD, ...wrapped.map((line) => `${line} and said so again.`)];
    expect(bodyOf(lines.join('\n'))).toEqual(lines);
    expect(bodyOf(lines.join('\n\n'))).toEqual(lines);
  });

  test('that are short, one below the other, are not taken for wrapped', () => {
    const results = [
      'Harbour City 3, North Bank Rovers 1 after extra time',
      'Old Mill Wanderers 2, Lakeside 2, in front of 4,000 people who had paid to see it',
      'Hill Farm 0, Ferry United 5',
      'Green Lane 1, Upper Town 1, abandoned in fog at half-time',
    ];
    expect(bodyOf([LEAD, '', ...results].join('\n'))).toEqual([LEAD, ...results]);
  });

  test.each([
    ['OSLO, Norway (AP) -- A storm shut the port', 'of Oslo on Sunday, officials said.'],
    ['LONDON (Reuters) - First para', 'continues here.'],
  ])('two lines over which one sentence goes are one: %s', (first, second) => {
    const { body } = read(`${first}\n${second}`).article;
    expect(body.map(({ type }) => type)).toEqual(['dateline', 'paragraph']);
    const more = read(`${first}\n${second}\n\n${LEAD}`).article.body;
    expect(more.map(({ type }) => type)).toEqual(['dateline', 'paragraph', 'paragraph']);
  });

  test('a wrapped lead keeps its dateline, and the headline above it its line', () => {
    const lead = [
      'TOKYO (Jiji Press) — Some 20,000 pieces of information on defense may',
      'have been leaked in a large-scale attack on the computers of a maker of',
      'radars, the ministry said.',
    ];
    const { article } = read(
      `Defense data may have leaked\n${lead.join('\n')}\n\n${wrapped.join('\n')}`,
    );
    expect(article.headline).toBe('Defense data may have leaked');
    expect(article.body.map(outline)).toEqual([
      { dateline: 'TOKYO (Jiji Press) — ' },
      lead.join(' ').slice('TOKYO (Jiji Press) — '.length),
      wrapped.join(' '),
    ]);
  });

  test('white space is as a page shows it; a no-break space stays', () => {
    expect(bodyOf(`${LEAD}\n\n  One\t two  \u00A0three.  `)).toEqual([
      LEAD,
      'One two \u00A0three.',
    ]);
  });
});

describe('lists', () => {
  test('have any marker, also on a line of its own, and blank lines between items', () => {
    expect(bodyOf(`${LEAD}\n\n- one\n* two\n\n• three\n–\nfour\n- five`)).toEqual([
      LEAD,
      { bulleted: ['one', 'two', 'three', 'four', 'five'] },
    ]);
  });

  test('are numbered from one; a number that goes on from nothing is text', () => {
    expect(bodyOf(`${LEAD}\n\n1. one\n2) two\n3.\nthree`)).toEqual([
      LEAD,
      { numbered: ['one', 'two', 'three'] },
    ]);
    expect(bodyOf(`${LEAD}\n\n5. five`)).toEqual([LEAD, '5. five']);
    expect(bodyOf(`${LEAD}\n\n2021. A year.`)).toEqual([LEAD, '2021. A year.']);
  });

  test('nest by indentation', () => {
    expect(bodyOf(`${LEAD}\n\n- a\n  - b\n\t1. c\n\t2. d\n  - e\n- f`)).toEqual([
      LEAD,
      { bulleted: [['a', [['b', ['c', 'd']], 'e']], 'f'] },
    ]);
  });

  test('of a long item go on further in', () => {
    expect(bodyOf(`${LEAD}\n\n- one that\n  goes on\n- two`)).toEqual([
      LEAD,
      { bulleted: ['one that goes on', 'two'] },
    ]);
  });

  test('a marker with nothing after it is text', () => {
    expect(bodyOf(`${LEAD}\n\n-\n\nMore.`)).toEqual([LEAD, '-', 'More.']);
  });
});

describe('sidebars', () => {
  test('are a title directly above a list, in the rail', () => {
    expect(
      bodyOf(`${LEAD}\nTop Articles in Politics\n-\none\n-\ntwo\nMOST READ\n1. three`),
    ).toEqual([
      LEAD,
      { 'links in the rail': 'Top Articles in Politics', body: [{ bulleted: ['one', 'two'] }] },
      { 'ranking in the rail': 'MOST READ', body: [{ numbered: ['three'] }] },
    ]);
  });

  test.each([
    ['a blank line between', 'Top Articles\n\n- one', 'Top Articles'],
    ['a sentence', 'He gave two reasons.\n- one', 'He gave two reasons.'],
    ['a colon that announces the list', 'The new rules are:\n- one', 'The new rules are:'],
  ])('%s makes none', (_, text, paragraph) => {
    expect(bodyOf(`${LEAD}\n\n${text}`)).toEqual([LEAD, paragraph, { bulleted: ['one'] }]);
  });

  test('a colon after the words of a rail makes one', () => {
    expect(bodyOf(`${LEAD}\n\nRelated:\n- one`)).toEqual([
      LEAD,
      { 'links in the rail': 'Related:', body: [{ bulleted: ['one'] }] },
    ]);
  });

  test('the headline of a story is none, though key points follow it', () => {
    const { article } = read(`Bridge closes\n- No trains\n\n${LEAD}`);
    expect(article.headline).toBe('Bridge closes');
    expect(article.body.map(outline)).toEqual([{ bulleted: ['No trains'] }, LEAD]);
  });
});

/** What follows a lead. */
const only = (text: string) => read(`${LEAD}\n\n${text}`).article.body.slice(1);

describe('what stands apart by its form', () => {
  test('a line between hyphens is a crosshead, but among items one of them', () => {
    expect(only('- What now -\n\n-- And then --')).toMatchObject([
      { type: 'heading', level: 2, content: [{ text: 'What now' }] },
      { type: 'heading', level: 3, content: [{ text: 'And then' }] },
    ]);
    expect(bodyOf(`${LEAD}\n\n- one -\n- two`)).toEqual([LEAD, { bulleted: ['one -', 'two'] }]);
  });

  test('lines after a “>” are quoted, below them who said it', () => {
    expect(only('> It turned.\n>\n> - twice\n> — Ida Moor')).toMatchObject([
      { type: 'quote', attribution: 'Ida Moor', body: [{ type: 'paragraph' }, { type: 'list' }] },
    ]);
    expect(only('[Pull quote]\n> It turned.')).toMatchObject([
      { type: 'pullquote', content: [{ text: 'It turned.' }], attribution: '' },
    ]);
  });

  test('lines with tabs in them are a table, but those of a list are a list', () => {
    const [table] = only('Boats in port\nBoat\tTons\n---\t---\nAda\t40\n\t12');
    expect(table).toMatchObject({
      type: 'table',
      caption: [{ text: 'Boats in port' }],
      rows: [
        { cells: [{ header: true, content: [{ text: 'Boat' }] }, { header: true }] },
        { cells: [{ content: [{ text: 'Ada' }] }, { content: [{ text: '40' }] }] },
        { cells: [{ content: [] }, { content: [{ text: '12' }] }] },
      ],
    });
    expect(bodyOf(`${LEAD}\n\n-\tone\n-\ttwo`)).toEqual([LEAD, { bulleted: ['one', 'two'] }]);
    expect(bodyOf(`\t${LEAD}\n\t${LEAD}`)).toEqual([LEAD, LEAD]);
  });

  test('a form with a line for the dateline is a table; many such lines are read one by one', () => {
    const form = 'Dateline:\tLondon\nDesk:\tForeign\nSource:\tReuters';
    expect(only(form)).toMatchObject([{ type: 'table', rows: [{}, {}, {}] }]);
    const captioned = 'Dateline: London\nBoat\tTons\nAda\t40';
    expect(only(captioned)).toMatchObject([{ type: 'table', rows: [{}, {}] }]);
    const many = Array.from({ length: 20_000 }, () => 'Dateline: OSLO —').join('\n');
    expect(only(many).filter(({ type }) => type === 'dateline')).toHaveLength(20_000);
  });

  test('a box stands between its two lines; without the second one there is none', () => {
    const box = '[Facts: The bridge]\n\nOpened in 1964.\n\n[End of box]\n\nMore.';
    expect(only(box)).toMatchObject([
      { type: 'sidebar', kind: 'factbox', title: 'The bridge', body: [{ type: 'paragraph' }] },
      { type: 'paragraph' },
    ]);
    expect(only('[Facts: The bridge]\n\nOpened in 1964.')).toHaveLength(2);
  });

  test('what was put right is a note, at the foot of the story one of the article', () => {
    const { body, corrections } = read(
      `${LEAD}\n\nUpdate, 11:01 JST, December 25, 2021: It is open.\n\n(Correction: Two years.)`,
    ).article;
    expect(body[1]).toMatchObject({
      type: 'correction',
      kind: 'update',
      at: '2021-12-25T11:01:00+09:00',
      content: [{ text: 'It is open.' }],
    });
    expect(corrections).toEqual([{ kind: 'correction', at: '', text: 'Two years.' }]);
    expect(bodyOf(`${LEAD}\n\nCorrection, he said, is late: it was.`)).toHaveLength(2);
  });

  test.each([
    'Update: the market closed higher.',
    'Précision : le tunnel est ouvert.',
    'Rectificatif : le tunnel est ouvert.',
    'Clarification: the tunnel was never shut.',
    'Update, he said: it is open.',
    '[Update]',
  ])('a paragraph that begins like a note is none: %s', (words) => {
    expect(bodyOf(`${LEAD}\n\n${words}\n\n${LEAD}`)).toEqual([LEAD, words, LEAD]);
  });

  test.each([
    ['en', 'Correction: It is two years.', 'correction'],
    ['fr', 'Rectificatif : Le tunnel est ouvert.', 'correction'],
    ['en', '[Update: It is open.]', 'update'],
    ['en', '[Précision : Le tunnel est ouvert.]', 'clarification'],
    ['en', 'Mise à jour, 25 décembre 2021 11:01 JST : Le tunnel est ouvert.', 'update'],
  ])('in a copy in %s a note is one that says so: %s', (language, words, kind) => {
    const there = parseHouse({ ...house, language });
    const { body } = readWire(
      `${LEAD}\n\n${words}\n\n${LEAD}`,
      there,
      '2021-12-26T00:00:00Z',
    ).article;
    expect(body[1]).toMatchObject({ type: 'correction', kind });
  });

  test('a head that says what its lines are is one, in any language', () => {
    for (const head of [
      'Headline: Is it safe?\nByline: Anna Lake\nPublished: At noon',
      'Titre : Is it safe?\nSignature : Anna Lake\nPublié : At noon',
      '見出し：Is it safe?\n署名：Anna Lake\n配信：At noon',
    ]) {
      const { headline, bylineText, stamp, body } = read(`${head}\n\n${LEAD}`).article;
      expect([headline, bylineText, stamp, body.map(outline)]).toEqual([
        'Is it safe?',
        'Anna Lake',
        { printed: 'At noon' },
        [LEAD],
      ]);
    }
  });
});

describe('trailers', () => {
  test.each([
    'ENDS',
    'ends',
    '-30-',
    '- 30 -',
    '###',
    '# # #',
    '(more)',
    '/ends',
    '(END)',
    '-ends-',
  ])('%s at the very end goes to the note to the desk', (trailer) => {
    const { article } = read(`${LEAD}\n${trailer}\n\n`);
    expect(article.edNote).toBe(trailer);
    expect(article.body.map(outline)).toEqual([LEAD]);
  });

  test('all of them go, in their order, and none from the middle', () => {
    const { article } = read(`${LEAD}\n\n(more)\n\n${LEAD}\n-30-\nENDS`);
    expect(article.edNote).toBe('-30-\nENDS');
    expect(article.body.map(outline)).toEqual([LEAD, '(more)', LEAD]);
  });
});

test('text that is damaged is refused or mended, and the person is told', () => {
  expect(() => read('one\0two')).toThrow(/NUL character at offset 3/u);
  expect(read(`\uFEFF${LEAD}\r\n\uD800`).notices).toHaveLength(3);
  expect(read('').article.body).toEqual([]);
});

const words = (text: string) => text.split(/\s+/u).filter((word) => word !== '' && word !== '-');

/** A page of our own making, and one of another house that says the same kinds of things. */
const PAGES = [
  {
    name: 'a page of a paper',
    file: new URL('../../fixtures/wire-page.txt', import.meta.url),
    stamp: ['2024-03-03T09:40:00+09:00', '9:40 JST, March 3, 2024'],
    titles: ['Top Articles in Harbor News', 'HN ACCESS RANKING'],
  },
  {
    name: 'the sample page',
    file: new URL('../../../../shared/sample-page.txt', import.meta.url),
    stamp: ['2021-12-25T11:01:00+09:00', '11:01 JST, December 25, 2021'],
    titles: ['Top Articles in Politics', 'JN ACCESS RANKING'],
  },
];

describe.each(PAGES)('$name', ({ name, file, stamp: [instant, time], titles }) => {
  const given = (context: { skip(condition: boolean, note: string): void }): string => {
    const absent = name === 'the sample page' && !existsSync(file);
    context.skip(absent, '../shared/sample-page.txt is not there');
    return readFileSync(file, 'utf8');
  };

  test('gives stamp, dateline, seven paragraphs and two sidebars of five', (context) => {
    const { article, notices } = readWire(given(context), parseHouse({}), '2026-01-01T00:00:00Z');
    expect(notices).toEqual([]);
    expect(article.stamp).toEqual({ instant, zone: 'Asia/Tokyo', printed: time });
    expect(article.body[0]).toMatchObject({
      places: [{ name: 'TOKYO' }],
      source: 'Jiji Press',
      printed: 'TOKYO (Jiji Press) — ',
    });
    expect(article.body.filter(({ type }) => type === 'paragraph')).toHaveLength(7);
    const sidebars = article.body.filter((block) => block.type === 'sidebar');
    expect(sidebars.map(({ title, kind }) => [title, kind])).toEqual([
      [titles[0], 'links'],
      [titles[1], 'ranking'],
    ]);
    for (const { body } of sidebars) expect((body[0] as List).items).toHaveLength(5);
    expect([article.headline, article.bylines, article.edNote]).toEqual(['', [], '']);
  });

  test('goes out as text with every word in its place', (context) => {
    const original = given(context);
    const exported = render(wireText, read(original).article).text;
    expect(words(exported)).toEqual(words(original));
  });
});

test('whatever the copy is, its article is one that a file may hold as it is', () => {
  const line = fc.oneof(
    anyText,
    newsText,
    fc.constantFrom('', '- ', '- one', '1. first', '  - deeper', '* * *', '-30-', LEAD),
    fc.constantFrom('By Anna Lake', '11:01 JST, December 25, 2021', 'TOKYO (Jiji Press) — '),
    fc.constantFrom('TOKYO (Jiji Press) — Some', 'VAIL, Colorado 1996-12-07', 'Most Read'),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const { article } = read(lines.join('\n'));
      expect(parseArticle(structuredClone(article))).toEqual(article);
    }),
    { numRuns: 300 },
  );
});
