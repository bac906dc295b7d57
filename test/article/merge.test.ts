import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Article, parseArticle } from '../../article/article.ts';
import { articleToJson } from '../../article/article-file.ts';
import type { Block } from '../../article/blocks/blocks.ts';
import {
  article,
  datelineBlock,
  heading,
  image,
  li,
  list,
  p,
  place,
  quote,
  sidebar,
  table,
} from './build.ts';
import type { TableCell, TableRow } from '../../article/blocks/table/table.ts';
import { linesOf } from '../../article/blocks/holds.ts';
import { type Run, plainText } from '../../article/inline.ts';
import { mergeArticles } from '../../article/merge.ts';
import { mergeTexts } from '../../article/merge-runs.ts';
import { DATELINES, arbitraryArticle } from './arbitrary.ts';
import { runs } from './runs.ts';

const lead = p('Ships may pass again.');
const second = p('The harbour was closed for a week.');
const third = p('Work goes on.');
const base = article(lead, second, third);
const withBody = (...body: Block[]): Article => ({ ...base, body });
const statusStep = (at: string, by: string) => ({ at, by, from: 'draft', to: 'draft' }) as const;
const text = (words: string): Run[] => [{ text: words }];
const bold = (words: string): Run => ({ text: words, marks: [{ type: 'bold' }] });
const texts = ({ body }: Article) =>
  body.map((block) =>
    'content' in block
      ? block.content.map((run) => 'text' in run && run.text).join('')
      : block.type,
  );

const WORDS = 'The harbour was closed for a week.';
const writing = (content: string) => withBody(lead, { ...second, content: text(content) }, third);
/** The texts of a merge without conflicts, which is the same in whatever order. */
function mergedTexts(ours: Article, theirs: Article) {
  const [one, other] = [mergeArticles(base, ours, theirs), mergeArticles(base, theirs, ours)];
  expect([one.conflicts, other.conflicts]).toEqual([[], []]);
  expect(other.merged).toEqual(one.merged);
  return texts(one.merged).slice(0, -1);
}

describe('two people change the same story', () => {
  test('changes in different paragraphs are both in the merged story', () => {
    const ours = withBody({ ...lead, content: [{ text: 'Ships pass.' }] }, second, third);
    const theirs = withBody(lead, second, { ...third, content: [{ text: 'Work is done.' }] });
    const { merged, conflicts } = mergeArticles(base, ours, theirs);
    expect(conflicts).toEqual([]);
    expect(texts(merged)).toEqual([
      'Ships pass.',
      'The harbour was closed for a week.',
      'Work is done.',
    ]);
  });

  test('the same paragraph changed by both is a conflict that names its place', () => {
    const ours = withBody(lead, { ...second, content: [{ text: 'Ours.' }] }, third);
    const theirs = withBody(lead, { ...second, content: [{ text: 'Theirs.' }] }, third);
    expect(mergeArticles(base, ours, theirs).conflicts).toEqual(['body[1]']);
  });

  describe('in one paragraph', () => {
    const before = p('The harbour is open again after a week.');
    const merge = (ours: Run[], theirs: Run[], start: Run[] = before.content) => {
      const side = (content: Run[]) => withBody(lead, { ...before, content }, third);
      const result = mergeArticles(side(start), side(ours), side(theirs));
      const other = mergeArticles(side(start), side(theirs), side(ours));
      expect(other.conflicts).toEqual(result.conflicts);
      const { content } = result.merged.body[1] as { content: Run[] };
      if (result.conflicts.length === 0) {
        expect(other.merged).toEqual(result.merged);
        return content;
      }
      expect(content).toEqual(ours);
      return result.conflicts;
    };

    test('words that one adds at the start and the other at the end are both there', () => {
      expect(
        merge(
          text('Today the harbour is open again after a week.'),
          text('The harbour is open again after a week. Ships sail.'),
        ),
      ).toEqual(text('Today the harbour is open again after a week. Ships sail.'));
    });

    test('marks stay with the words that they were put on, and those of the other side come in', () => {
      expect(
        merge(
          [{ text: 'The ' }, bold('harbour'), { text: ' is open again after a week.' }],
          text('The harbour is open again after a long week.'),
        ),
      ).toEqual([{ text: 'The ' }, bold('harbour'), { text: ' is open again after a long week.' }]);
      const broken: Run[] = [{ text: 'One line.' }, { break: true }, { text: 'Another line.' }];
      expect(
        merge(
          [{ text: 'One long line.' }, { break: true }, { text: 'Another line.' }],
          [{ text: 'One line.' }, { break: true }, { text: 'Another line at last.' }],
          broken,
        ),
      ).toEqual([{ text: 'One long line.' }, { break: true }, { text: 'Another line at last.' }]);
    });

    test('sentences that both add at one place stand there behind each other', () => {
      const end = 'The harbour is open again after a week.';
      expect(merge(text(`${end} Ours.`), text(`${end} Theirs.`))).toEqual(
        text(`${end} Ours. Theirs.`),
      );
      expect(merge(text('So. Now'), text('So. Then'), text('So. '))).toEqual(text('So. Now Then'));
      // Both go on at the end of a line, where one had begun.
      expect(
        merge(text(`${end} Ours goes on`), text(`${end} Ours Theirs`), text(`${end} Ours`)),
      ).toEqual(text(`${end} Ours Theirs goes on`));
      // What was merged before is not there twice.
      expect(merge(text(`${end} Ours. Theirs.`), text(`${end} Theirs.`))).toEqual(
        text(`${end} Ours. Theirs.`),
      );
      // Whoever writes on at a word comes first, in whatever order the words sort.
      expect(merge(text(`${end} Open`), text(`${end} Op More`), text(`${end} Op`))).toEqual(
        text(`${end} Open More`),
      );
    });

    test('a word that one still writes is not cut by words that the other puts before it', () => {
      const start = 'Nobody was killed. Th';
      expect(
        merge(text('Nobody was killed. They'), text('Nobody was killed. Now Th'), text(start)),
      ).toEqual(text('Nobody was killed. Now They'));
      // Who had written the W has gone on with it.
      expect(merge(text('Nobody. A W'), text('Nobody. Was W'), text('Nobody. W'))).toEqual(
        text('Nobody. A Was W'),
      );
    });

    test('a word that one puts right and the other writes on behind are both', () => {
      expect(
        merge(
          text('The harbour is open again after a month.'),
          text('The harbour is open again after a week. Ships sail.'),
        ),
      ).toEqual(text('The harbour is open again after a month. Ships sail.'));
      expect(merge(text('The crane fe'), text('The craen fell'), text('The craen fe'))).toEqual(
        text('The crane fell'),
      );
    });

    test('marks that one puts on or takes off hold for what the other writes among the words', () => {
      expect(
        merge(
          [{ text: 'The ' }, bold('harbour is open'), { text: ' again after a week.' }],
          text('The harbour is wide open again after a week.'),
        ),
      ).toEqual([{ text: 'The ' }, bold('harbour is wide open'), { text: ' again after a week.' }]);
      const all = [bold('The harbour is open again after a week.')];
      const more = 'The harbour is open again after a week. Ships sail.';
      expect(merge(all, text(more))).toEqual([bold(more)]);
      expect(merge(before.content, [bold(more)], all)).toEqual(text(more));
    });

    test('the same words, or words next to each other, are a conflict: no phrase is of two people', () => {
      const end = 'The harbour is open again after a week.';
      const conflict = ['body[1]'];
      const start = 'The man was guilty of it.';
      const pairs: [string, string, string][] = [
        [end, 'The port is open again after a week.', 'The harbour was open again after a week.'],
        [end, 'Quiet.', 'The harbour is open at last after a week.'],
        [start, 'The man was not guilty of it.', 'The man was innocent of it.'],
        [start, 'The man was guiltless of it.', 'The man was guiltyish of it.'],
        ['It cost 3.5 million.', 'It cost 13.5 million.', 'It cost 3.7 million.'],
        ['', 'One headline', 'Another headline'],
        ['It cost 5 million.', 'It cost 15 million.', 'It cost 25 million.'],
        ['Toll rises to ', 'Toll rises to 12', 'Toll rises to 14'],
        ['Fire', 'Fire kills 12', 'Fire kills 14'],
        ['He was guilty.', 'He was never guilty.', 'He was not guilty.'],
        ['They were happy.', 'They were unhappy.', 'They were overhappy.'],
        ['The cat sat', 'The dog black sat', 'The cat black sat'],
        ['Ships may pass.', 'Ships may sail. Work goes on.', 'Ships may pass. Work goes on.'],
        // One of the two may be an older state of the other.
        [end, `${end} Two ships sail at noon.`, `${end} At noon two ships sail at noon.`],
      ];
      for (const [from, ours, theirs] of pairs)
        expect(merge(text(ours), text(theirs), text(from))).toEqual(conflict);
      // Words of which only one side is to be published are not the same words.
      const note: Run = { text: ' Rain fell. Check!', marks: [{ type: 'note' }] };
      expect(merge(text(`${end} Rain fell.`), [{ text: end }, note], text(end))).toEqual(conflict);
      const link = (href: string): Run[] => [{ text: end, marks: [{ type: 'link', href }] }];
      expect(merge(link('https://a.example/'), link('https://b.example/'), text(end))).toEqual(
        conflict,
      );
    });

    test('where no spaces part the words, a clause is what is kept whole', () => {
      const start = text('港が開いた。船が出る。市長が話す。');
      const [one, two, three] = ['港が開いた。', '船が出る。', '市長が話す。'];
      const [ours, theirs] = ['今日港が開いた。', '市長が明日話す。'];
      expect(merge(text(ours + two + three), text(one + two + theirs), start)).toEqual(
        text(ours + two + theirs),
      );
      expect(
        merge(text('今日' + one + two + three), text('港が閉まる。' + two + three), start),
      ).toEqual(['body[1]']);
    });
  });

  test('a paragraph that one removed and the other wrote in stays', () => {
    const ours = withBody(lead, third);
    const theirs = withBody(lead, { ...second, content: [{ text: 'Rewritten.' }] }, third);
    for (const { merged, conflicts } of [
      mergeArticles(base, ours, theirs),
      mergeArticles(base, theirs, ours),
    ]) {
      expect(conflicts).toEqual([]);
      expect(texts(merged)).toEqual(['Ships may pass again.', 'Rewritten.', 'Work goes on.']);
    }
  });

  test('a paragraph that one joined to the one before it and the other wrote in is a conflict', () => {
    const [first, more] = [plainText(lead.content), plainText(second.content)];
    const theirs = withBody(lead, { ...second, content: [{ text: `${more} More.` }] }, third);
    for (const words of [more.replace('closed', 'shut')]) {
      const joined = withBody({ ...lead, content: [{ text: `${first} ${words}` }] }, third);
      expect(mergeArticles(base, joined, theirs).conflicts).toEqual(['body[1]']);
      const quoted = withBody(lead, quote([p(words)]), third);
      expect(mergeArticles(base, quoted, theirs).conflicts).toEqual(['body[1]']);
    }
  });

  test('a paragraph that one emptied and the other wrote in has those words', () => {
    const more = [{ text: 'The harbour was closed for a week. Ships waited.' }];
    const theirs = withBody(lead, { ...second, content: more }, third);
    const emptied = withBody(lead, { ...second, content: [] }, third);
    for (const { merged, conflicts } of [
      mergeArticles(base, emptied, theirs),
      mergeArticles(base, theirs, emptied),
    ]) {
      expect(conflicts).toEqual([]);
      expect(texts(merged)[1]).toBe(more[0]!.text);
    }
    const bolder = withBody(lead, { ...second, content: [bold(texts(base)[1] as string)] }, third);
    expect(texts(mergeArticles(base, emptied, bolder).merged)[1]).toBe('');
  });

  describe('a paragraph that one splits or joins while the other writes in it', () => {
    test.each([
      [`${WORDS} Ships waited.`, ['The harbour', ' was closed for a week. Ships waited.']],
      [`Today: ${WORDS}`, ['Today: The harbour', ' was closed for a week.']],
      [
        `Today: ${WORDS} Ships waited.`,
        ['Today: The harbour', ' was closed for a week. Ships waited.'],
      ],
    ])('split: %s', (written, expected) => {
      const halves = [
        { ...second, content: text('The harbour') },
        { ...p(' was closed for a week.'), id: 'half' },
      ];
      expect(mergedTexts(withBody(lead, ...halves, third), writing(written)).slice(1)).toEqual(
        expected,
      );
    });

    test.each(['', ' '])('joined with “%s” between', (between) => {
      const first = plainText(lead.content);
      const joined = withBody({ ...lead, content: text(first + between + WORDS) }, third);
      expect(mergedTexts(joined, writing(`${WORDS} Ships waited.`))).toEqual([
        `${first}${between}${WORDS} Ships waited.`,
      ]);
    });
  });

  test('the alt text of a picture is merged like a line', () => {
    const before = withBody({ ...image({ alt: 'A ferry.' }), id: 'pic' });
    const shown = (alt: string) => ({ ...before, body: [{ ...before.body[0]!, alt }] as Block[] });
    const { merged, conflicts } = mergeArticles(
      before,
      shown('At dusk: A ferry.'),
      shown('A ferry. It is lit.'),
    );
    expect(conflicts).toEqual([]);
    expect(merged.body[0]).toMatchObject({ alt: 'At dusk: A ferry. It is lit.' });
  });

  test('an empty paragraph that one removed and the other wrote in stays', () => {
    const start = withBody(lead, { ...second, content: [] });
    const { merged, conflicts } = mergeArticles(start, withBody(lead), withBody(lead, second));
    expect(conflicts).toEqual([]);
    expect(texts(merged)).toEqual(texts(withBody(lead, second)));
  });

  test('a paragraph that one makes a heading, or items of a list, has what the other writes in it', () => {
    const more = [{ text: 'The harbour was closed for a week. Ships waited.' }];
    const theirs = withBody(lead, { ...second, content: more }, third);
    const head: Block = { ...heading(''), id: second.id, content: second.content };
    const items = list('bulleted', { ...li(''), id: second.id, content: second.content });
    for (const made of [head, items]) {
      for (const { merged, conflicts } of [
        mergeArticles(base, withBody(lead, made, third), theirs),
        mergeArticles(base, theirs, withBody(lead, made, third)),
      ]) {
        expect(conflicts).toEqual([]);
        expect(merged.body.map(({ type }) => type)).toEqual(['paragraph', made.type, 'paragraph']);
        expect(linesOf(merged.body)[1]).toBe(more[0]!.text);
      }
    }
  });

  test('a paragraph that one removed and the other left alone is gone', () => {
    const { merged, conflicts } = mergeArticles(base, withBody(lead, third), {
      ...base,
      headline: 'Harbour opens',
    });
    expect(conflicts).toEqual([]);
    expect(texts(merged)).toEqual(['Ships may pass again.', 'Work goes on.']);
    expect(merged.headline).toBe('Harbour opens');
  });

  test('a paragraph moved by one and rewritten by the other is both', () => {
    const { merged, conflicts } = mergeArticles(
      base,
      withBody(third, lead, second),
      withBody(lead, second, { ...third, content: [{ text: 'Work is done.' }] }),
    );
    expect(conflicts).toEqual([]);
    expect(texts(merged)).toEqual([
      'Work is done.',
      'Ships may pass again.',
      'The harbour was closed for a week.',
    ]);
  });

  test('a headline, a standfirst and a note to the desk are merged like a line', () => {
    for (const name of ['headline', 'kicker', 'standfirst', 'edNote'] as const) {
      const start = { ...base, [name]: 'Two hurt as crane falls' };
      const { merged, conflicts } = mergeArticles(
        start,
        { ...start, [name]: 'Update: Two hurt as crane falls' },
        { ...start, [name]: 'Two hurt as crane falls in harbour' },
      );
      expect(conflicts).toEqual([]);
      expect(merged[name]).toBe('Update: Two hurt as crane falls in harbour');
    }
  });

  test('two headlines are a conflict', () => {
    const { conflicts } = mergeArticles(
      base,
      { ...base, headline: 'Harbour opens' },
      { ...base, headline: 'Ships sail' },
    );
    expect(conflicts).toEqual(['headline']);
  });

  test('a dateline stays at the head of the lead when the other side writes above it', () => {
    const dateline = datelineBlock({ places: [place('OSLO')], style: 'ap', printed: 'OSLO — ' });
    for (const id of ['0000000000', 'zzzzzzzzzz']) {
      const { merged, conflicts } = mergeArticles(
        base,
        withBody(dateline, lead, second, third),
        withBody({ ...p('Above.'), id }, lead, second, third),
      );
      expect(conflicts).toEqual([]);
      expect(merged.body.map(({ type }) => type).slice(0, 3)).toEqual([
        'paragraph',
        'dateline',
        'paragraph',
      ]);
    }
  });

  test('two datelines for one lead are a conflict', () => {
    const one = datelineBlock({ places: [place('OSLO')], style: 'ap', printed: 'OSLO — ' });
    const two = datelineBlock({ places: [place('RIGA')], style: 'ap', printed: 'RIGA — ' });
    const { conflicts } = mergeArticles(
      base,
      withBody(one, lead, second, third),
      withBody(two, lead, second, third),
    );
    expect(conflicts).not.toEqual([]);
  });

  test('a sidebar is merged item by item', () => {
    const [one, two] = [li('One'), li('Two')];
    const items = list('bulleted', one, two);
    const box = sidebar('More', [items]);
    const changed = (title: string, ...lines: ReturnType<typeof li>[]) =>
      withBody({ ...box, title, body: [{ ...items, items: lines }] });
    const { merged, conflicts } = mergeArticles(
      withBody(box),
      changed('More on this', one, two),
      changed('More', { ...one, content: [{ text: 'First' }] }, two, li('Three')),
    );
    expect(conflicts).toEqual([]);
    const found = merged.body[0];
    expect(found).toMatchObject({ title: 'More on this' });
    expect(JSON.stringify(found)).toMatch(/First.*Two.*Three/u);
  });

  test('a table is merged cell by cell, a picture field by field', () => {
    const ports = table([
      ['Port', 'Ships'],
      ['North', '23'],
    ]);
    const boat = image({ source: 'https://example.com/boat.jpg', alt: 'A boat', credit: 'Ida' });
    const withCells = (first: string, last: string): Block => {
      const [head, row] = ports.rows as [TableRow, TableRow];
      const [[a, b], [c, d]] = [head.cells, row.cells] as [TableCell[], TableCell[]];
      return {
        ...ports,
        rows: [
          { ...head, cells: [{ ...a!, content: [{ text: first }] }, b!] },
          { ...row, cells: [c!, { ...d!, content: [{ text: last }] }] },
        ],
      };
    };
    const { merged, conflicts } = mergeArticles(
      withBody(ports, boat),
      withBody(withCells('Harbour', '23'), { ...boat, alt: 'A ferry' }),
      withBody(withCells('Port', '24'), { ...boat, credit: 'Mina Kelp' }),
    );
    expect(conflicts).toEqual([]);
    expect(merged.body[0]).toEqual(withCells('Harbour', '24'));
    expect(merged.body[1]).toEqual({ ...boat, alt: 'A ferry', credit: 'Mina Kelp' });
    const both = mergeArticles(
      withBody(ports),
      withBody(withCells('Harbour', '23')),
      withBody(withCells('Haven', '23')),
    );
    expect(both.conflicts).toEqual(['body[0].rows[0].cells[0].content']);
  });

  test('steps in the history and keywords of both sides are kept in the order of time', () => {
    const { merged, conflicts } = mergeArticles(
      base,
      { ...base, keywords: ['ships'], history: [statusStep('2026-01-02T10:00:00Z', 'A')] },
      { ...base, keywords: ['ports'], history: [statusStep('2026-01-02T09:00:00Z', 'B')] },
    );
    expect(conflicts).toEqual([]);
    expect(merged.history.map(({ by }) => by)).toEqual(['B', 'A']);
    expect(merged.keywords).toEqual(['ports', 'ships']);
  });

  test.each(['threads', 'suggestions', 'keywords', 'history', 'bylines', 'corrections'])(
    'what both added under a name that is not known there (%s) is merged, or a conflict',
    (key) => {
      const { review } = base;
      const withKey = (value: unknown): Article =>
        parseArticle(
          key in base
            ? { ...base, review: { ...review, [key]: value } }
            : { ...base, [key]: value },
        );
      const values = [['ours'], ['theirs'], 'ours', 'theirs', { ours: 1 }, 1, null];
      for (const [ours, theirs] of values.flatMap((one) => values.map((two) => [one, two]))) {
        const { merged, conflicts } = mergeArticles(base, withKey(ours), withKey(theirs));
        const isWhole = [ours, theirs].every((side) =>
          JSON.stringify(merged).includes(JSON.stringify(Array.isArray(side) ? side[0] : side)),
        );
        expect(isWhole || conflicts.length > 0).toBe(true);
      }
    },
  );
});

/** One edit of a side; numbers choose places, `word` is a word that nobody else writes. */
interface Edit {
  kind: 'rewrite' | 'insert' | 'remove' | 'move' | 'dateline' | 'headline' | 'box';
  where: number;
  to: number;
}

const edits = fc.array(
  fc.record<Edit>({
    kind: fc.constantFrom(
      'rewrite',
      'rewrite',
      'insert',
      'insert',
      'remove',
      'move',
      'dateline',
      'headline',
      'box',
    ),
    where: fc.nat(30),
    to: fc.nat(30),
  }),
  { maxLength: 4 },
);

/** Applies edits; the words that they wrote and that are still there are found by their prefix. */
function edited(start: Article, steps: readonly Edit[], prefix: string): Article {
  let result = start;
  for (const [index, step] of steps.entries()) {
    const word = `${prefix}${index}`;
    const body = [...result.body];
    const at = body.length === 0 ? 0 : step.where % body.length;
    const block = body[at];
    const afterDateline = body[at - 1]?.type === 'dateline';
    if (step.kind === 'headline') result = { ...result, headline: word };
    else if (step.kind === 'insert') {
      if (!afterDateline) body.splice(at, 0, { ...p(word), id: `${word}-id` });
    } else if (step.kind === 'dateline') {
      if (block?.type === 'paragraph' && !afterDateline) {
        body.splice(at, 0, {
          ...DATELINES[0],
          type: 'dateline',
          id: `${word}-id`,
        } as unknown as Block);
      }
    } else if (block === undefined || block.type === 'dateline' || afterDateline) {
      if (block !== undefined && 'content' in block) {
        body[at] = { ...block, content: [{ text: word }] };
      }
    } else if (step.kind === 'remove') body.splice(at, 1);
    else if (step.kind === 'move') {
      body.splice(at, 1);
      let target = step.to % (body.length + 1);
      if (body[target - 1]?.type === 'dateline') target += 1;
      body.splice(target, 0, block);
    } else if (step.kind === 'box' && block.type === 'sidebar') {
      body[at] = { ...block, body: [...block.body, { ...p(word), id: `${word}-id` }] };
    } else if (step.kind === 'rewrite' && 'content' in block) {
      body[at] = { ...block, content: [{ text: word }] };
    }
    result = { ...result, body };
  }
  return result;
}

const written = (side: Article, prefix: string) =>
  new Set(JSON.stringify(articleToJson(side)).match(new RegExp(`"${prefix}\\d+"`, 'gu')));

const pairs = fc.tuple(arbitraryArticle({ maxBlocks: 8 }), edits, edits);
const often = runs(150);

describe('whatever two people type in one line', () => {
  const START = 'one two three four five six seven eight nine ten.';
  const typed = fc.array(fc.record({ at: fc.nat(60), more: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 1,
    maxLength: 3,
  });
  const line = (steps: readonly { at: number; more: number }[], name: string) => {
    let words = START.split(' ');
    for (const [index, { at, more }] of steps.entries()) {
      const own = Array.from({ length: more }, (_, each) => `${name}${index}${each}`);
      const before = at % (words.length + 1);
      words = [...words.slice(0, before), ...own, ...words.slice(before)];
    }
    return words.join(' ');
  };

  test('each word is there once and whole, the sides are exchangeable, and it can be done again', () => {
    let clean = 0;
    fc.assert(
      fc.property(typed, typed, (mine, yours) => {
        const [ours, theirs] = [line(mine, 'O'), line(yours, 'T')];
        const merged = mergeTexts(START, ours, theirs);
        expect(mergeTexts(START, theirs, ours)).toBe(merged);
        if (merged === undefined) return;
        clean += 1;
        const words = merged.split(/\s+/u);
        const all = [...START.split(' '), ...`${ours} ${theirs}`.match(/[OT]\d+/gu)!];
        expect(words.map((word) => word.replace('.', '')).toSorted()).toEqual(
          all.map((word) => word.replace('.', '')).toSorted(),
        );
        expect(mergeTexts(START, merged, theirs)).toBe(merged);
      }),
      runs(500),
    );
    expect(clean).toBeGreaterThan(300);
  });
});

describe('whatever two people do to a story', () => {
  test('no word that either wrote is lost without a conflict that keeps both sides', () => {
    let clean = 0;
    fc.assert(
      fc.property(pairs, ([start, mine, yours]) => {
        const ours = edited(start, mine, 'Ours');
        const theirs = edited(start, yours, 'Theirs');
        const { merged, conflicts } = mergeArticles(start, ours, theirs);
        const found = new Set([...written(merged, 'Ours'), ...written(merged, 'Theirs')]);
        for (const word of written(ours, 'Ours')) expect(found).toContain(word);
        if (conflicts.length > 0) return;
        clean += 1;
        for (const word of written(theirs, 'Theirs')) expect(found).toContain(word);
        for (const [index, { type }] of merged.body.entries()) {
          if (type === 'dateline') expect(merged.body[index + 1]?.type).toBe('paragraph');
        }
        expect(new Set(merged.body.map(({ id }) => id)).size).toBe(merged.body.length);
      }),
      often,
    );
    expect(clean).toBeGreaterThan(often.numRuns / 4);
  });

  test('the order of the sides does not matter', () => {
    fc.assert(
      fc.property(pairs, ([start, mine, yours]) => {
        const ours = edited(start, mine, 'Ours');
        const theirs = edited(start, yours, 'Theirs');
        const one = mergeArticles(start, ours, theirs);
        const other = mergeArticles(start, theirs, ours);
        expect(one.conflicts.length > 0).toBe(other.conflicts.length > 0);
        if (one.conflicts.length === 0) expect(other.merged).toEqual(one.merged);
      }),
      often,
    );
  });

  test('equal sides merge to that side, and an unchanged side gives way', () => {
    fc.assert(
      fc.property(pairs, ([start, mine]) => {
        const ours = edited(start, mine, 'Ours');
        for (const merge of [
          mergeArticles(start, ours, ours),
          mergeArticles(start, ours, start),
          mergeArticles(start, start, ours),
        ]) {
          expect(merge).toEqual({ merged: ours, conflicts: [] });
        }
      }),
      often,
    );
  });
});
