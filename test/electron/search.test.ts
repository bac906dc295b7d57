import path from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Article } from '../../article/article.ts';
import { article, image, li, list, p, quote, sidebar } from '../article/build.ts';
import { newArticleId } from '../../article/ids.ts';
import { ArticleIndex, type ListFilter } from '../../electron/services/article-index.ts';
import { rowOf } from '../../electron/services/index-row.ts';
import type { SnippetRun } from '../../electron/contract/calls.ts';
import { runs } from '../article/runs.ts';
import { temporaryFolder } from './temporary.ts';

type Story = Partial<Article> & { headline: string };

/** An index of stories, and a search in it that answers headlines, the best first. */
async function deskOf(...stories: Story[]) {
  const index = new ArticleIndex(path.join(await temporaryFolder(), 'index.sqlite'));
  onTestFinished(() => index.close());
  for (const [number, story] of stories.entries()) {
    const whole = { ...article(), ...story, id: newArticleId() };
    index.put(rowOf(whole, { folder: `s${number}`, hash: `${number}`, stamp: '' }));
  }
  const listed = (search: string, filter: ListFilter = {}) => index.list({ search, ...filter });
  return {
    index,
    listed,
    found: (search: string, filter?: ListFilter) =>
      listed(search, filter).map(({ headline }) => headline),
  };
}

const dateline = (name: string, source: string) => ({
  type: 'dateline' as const,
  id: 'd',
  places: [{ name }],
  source,
  style: 'ap',
  printed: `${name} (${source}) — `,
});

const HARBOUR: Story = {
  headline: 'Harbour tunnel to open in March',
  slugline: 'harbour-tunnel',
  section: 'Politics',
  status: 'draft',
  bylines: [{ name: 'Ada Prøve', role: 'author' }],
  body: [
    dateline('BERGEN', 'Fjordbyrå'),
    p('The first of two tunnels will open eight months late.'),
    quote([p('Softer clay than expected')], 'The builder'),
    image({ alt: 'A crane over the quay', caption: 'Workers at dawn', credit: 'Lens Agency' }),
    sidebar('Most read', [list('numbered', li('Night ferries run all winter'))]),
  ],
};
const FERRY: Story = {
  headline: 'Night ferry gets a new crew',
  section: 'Ports',
  status: 'approved',
  bylines: [{ name: 'Ben Oksanen', role: 'author' }],
  body: [p('The harbour council voted for the tunnel as well.')],
};
const VOTE: Story = {
  headline: 'Council votes on buses',
  section: 'Politics',
  status: 'in-review',
  body: [p('The budget draft comes later.')],
};

describe('a search', () => {
  test('looks through the first million characters of a story, its headline first', async () => {
    const body = [p('Ferries wait.'), p('w'.repeat(1024 * 1024)), p('Tunnels open.')];
    const { found, listed } = await deskOf({ headline: 'A book of a story', body });
    expect(found('ferries')).toEqual(['A book of a story']);
    expect(found('book')).toEqual(['A book of a story']);
    expect(found('tunnels')).toEqual([]);
    expect(
      listed('ferries')[0]!
        .snippet!.map(({ text }) => text)
        .join(''),
    ).toBe('Ferries wait.');
  });

  test.each<[query: string, ...found: Story[]]>([
    // Every word is wanted, in any place; the headline counts most.
    ['harbour tunnel', HARBOUR, FERRY],
    ['harbour AND tunnel', HARBOUR, FERRY],
    ['buses OR ferry', VOTE, FERRY],
    ['harbour NOT ferry', HARBOUR],
    ['harbour AND NOT ferry', HARBOUR],
    ['NOT harbour', VOTE],
    ['NOT (harbour OR votes)'],
    ['(buses OR ferry) council', VOTE, FERRY],
    ['ferry OR NOT harbour', FERRY, VOTE],
    ['"open in March"', HARBOUR],
    ['“open in March”', HARBOUR],
    ['"March in open"'],
    ['tunn*', HARBOUR, FERRY],
    ['tunn'],
    ['"harbour tun"*', HARBOUR],
    // Lower case operators are words.
    ['buses or ferry'],
    // Fields.
    ['headline:tunnel', HARBOUR],
    ['slugline:harbour-tunnel', HARBOUR],
    ['section:politics', HARBOUR, VOTE],
    ['section:politics status:draft', HARBOUR],
    ['status:in-review', VOTE],
    ['byline:prøve', HARBOUR],
    ['byline:prove', HARBOUR],
    ['byline:"ada prøve" OR byline:ben', HARBOUR, FERRY],
    ['dateline:bergen', HARBOUR],
    ['dateline:fjordbyra', HARBOUR],
    ['caption:crane', HARBOUR],
    ['caption:lens', HARBOUR],
    ['caption:dawn NOT body:dawn', HARBOUR],
    ['sidebar:ferries', HARBOUR],
    ['body:ferries'],
    ['body:clay', HARBOUR],
    ['Headline:FERR*', FERRY],
    // A status is not looked for among the words.
    ['draft', VOTE],
    ['approved'],
  ])('for %s finds what it says', async (query, ...expected) => {
    const { found } = await deskOf(HARBOUR, FERRY, VOTE);
    const headlines = expected.map(({ headline }) => headline);
    // bm25 orders what is equally good; the headline alone must come first.
    expect(found(query).toSorted()).toEqual(headlines.toSorted());
    if (query.startsWith('harbour')) expect(found(query)).toEqual(headlines);
  });

  test('puts a hit in the headline above many in the body', async () => {
    const { found } = await deskOf(
      { headline: 'Often', body: [p('tunnel '.repeat(40))] },
      { headline: 'The tunnel', body: [p('words '.repeat(900))] },
      { headline: 'Once', body: [p('A tunnel among many other words of a story.')] },
    );
    expect(found('tunnel')).toEqual(['The tunnel', 'Often', 'Once']);
  });

  test('takes accents, case and forms of a letter for the same', async () => {
    const { found } = await deskOf(
      {
        headline: 'Żółw in Łódź',
        body: [p('Ærøskøbing, straße, ﬁle, ＴＯＫＹＯ, İzmir, co\u00ADop')],
      },
      { headline: 'مُحَمَّد' },
    );
    for (const query of [
      'zolw LODZ',
      'aeroskobing',
      'STRASSE',
      'file',
      'tokyo',
      'izmir',
      'coop',
      'Żółw',
    ]) {
      expect(found(query), query).toEqual(['Żółw in Łódź']);
    }
    expect(found('محمد').length).toBe(1);
  });

  test('finds words of scripts that write none apart, and no others', async () => {
    const { found } = await deskOf(
      { headline: '図書館船「しおさい」、離島めぐり再開', body: [p('2021年に東京で、スーパー')] },
      { headline: '서울에서 열린 회의' },
      { headline: 'การประชุมที่กรุงเทพ' },
    );
    for (const query of ['図書館', '東京', '2021年', 'スーパー', '離島めぐり 東京', '図*']) {
      expect(found(query).length, query).toBe(1);
    }
    expect(found('서울').length).toBe(1);
    expect(found('กรุงเทพ').length).toBe(1);
    for (const query of ['京東', '図館', 'すーぱー', '서에'])
      expect(found(query), query).toEqual([]);
  });

  test.each([
    ['"harbour tunnel', [HARBOUR, FERRY]],
    ['harbour tunnel OR', []],
    ['OR', []],
    ['AND harbour', []],
    ['(harbour', [HARBOUR, FERRY]],
    ['harbour)', [HARBOUR, FERRY]],
    ['section:politics "harbour', [HARBOUR]],
    ['harbour — tunnel!', [HARBOUR, FERRY]],
    ['colour:blue', []],
    ['10:30', []],
  ])('that is not well-formed, such as %s, is one for plain words', async (query, expected) => {
    const { found } = await deskOf(HARBOUR, FERRY, VOTE);
    expect(found(query).toSorted()).toEqual(expected.map(({ headline }) => headline).toSorted());
  });

  test('is never an error, whatever is typed', async () => {
    const { listed } = await deskOf(HARBOUR, FERRY);
    const pieces = fc.constantFrom(
      ...`" ( ) * AND OR NOT NEAR harbour : { } ^ - section: status: + ' \\ ; 図 𞤀 rank search`.split(
        ' ',
      ),
      ' ',
      '\u0000',
      '\uD83D',
    );
    const queries = fc.oneof(
      fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 30 }),
    );
    fc.assert(
      fc.property(queries, fc.boolean(), (search, typing) => {
        listed(search, { typing });
      }),
      runs(500),
    );
    for (const query of [
      '('.repeat(5000),
      'NOT '.repeat(5000),
      'a OR '.repeat(5000),
      'a '.repeat(9000),
    ]) {
      expect(() => listed(query)).not.toThrow();
    }
  });

  test('while it is typed takes the last word as unfinished', async () => {
    const { found } = await deskOf(HARBOUR, VOTE);
    expect(found('harb', { typing: true })).toEqual([HARBOUR.headline]);
    expect(found('tun harb', { typing: true })).toEqual([]);
    expect(found('harb ', { typing: true })).toEqual([]);
    expect(found('status:in', { typing: true })).toEqual([VOTE.headline]);
  });

  test('keeps to the status that is chosen', async () => {
    const { found } = await deskOf(HARBOUR, FERRY, VOTE);
    expect(found('council', { status: 'approved' })).toEqual([FERRY.headline]);
    expect(found('NOT council', { status: 'draft' })).toEqual([HARBOUR.headline]);
  });

  test('follows what is changed and removed', async () => {
    const { index, found } = await deskOf(HARBOUR);
    const row = rowOf(
      { ...article(p('Other words')), id: 'x', headline: 'X' },
      { folder: 's0', hash: '', stamp: '' },
    );
    index.put(row);
    expect(found('harbour')).toEqual([]);
    expect(found('other')).toEqual(['X']);
    index.remove('s0');
    expect(found('other')).toEqual([]);
  });
});

const shown = (snippet: SnippetRun[] | undefined) =>
  snippet?.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('');

describe('a snippet', () => {
  test.each([
    ['tunnels late', 'The first of two [tunnels] will open eight months [late].'],
    ['"two tunnels"', 'The first of [two tunnels] will open eight months late.'],
    ['clay', 'Softer [clay] than expected'],
    ['crane', 'A [crane] over the quay'],
    ['winter ferr*', 'Night [ferries] run all [winter]'],
    ['byline:ada', 'By [Ada] Prøve'],
    ['march', 'Harbour tunnel to open in [March]'],
    ['status:draft', '[draft]'],
    ['body:open', 'The first of two tunnels will [open] eight months late.'],
  ])('for %s shows the hits in their line', async (query, expected) => {
    const { listed } = await deskOf(HARBOUR);
    expect(shown(listed(query)[0]?.snippet)).toBe(expected);
  });

  test('shows the words as they are written', async () => {
    const { listed } = await deskOf({
      headline: 'x',
      body: [p('Über Zu\u0308rich und Straße, ﬁle.'), p('2021年に東京で😀会議')],
    });
    expect(shown(listed('zurich')[0]?.snippet)).toBe('Über [Zu\u0308rich] und Straße, ﬁle.');
    expect(shown(listed('strasse file')[0]?.snippet)).toBe(
      'Über Zu\u0308rich und [Straße], [ﬁle].',
    );
    expect(shown(listed('東京 会議')[0]?.snippet)).toBe('2021年に[東京]で😀[会議]');
  });

  test('is cut around the first hit, between words', async () => {
    const { listed } = await deskOf({
      headline: 'x',
      body: [p(`${'before '.repeat(60)}needle ${'after '.repeat(60)}`)],
    });
    const snippet = shown(listed('needle')[0]?.snippet)!;
    expect(snippet).toMatch(/^…before before before \[needle\] after .*after…$/u);
    expect(snippet.length).toBeLessThan(170);
  });

  test('shows the word that says more, where no line has all', async () => {
    const { listed } = await deskOf({
      headline: 'x',
      body: [p('The council met.'), p('A ferry came.')],
    });
    expect(shown(listed('the ferry')[0]?.snippet)).toBe('A [ferry] came.');
  });

  test('loses no character of its line, and marks what was asked', async () => {
    const { index, listed } = await deskOf();
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('abc', 'É', '東', 'か\u3099', ' ', '-', 'ﬃ', '😀', 'ß', '\u0301'),
          { maxLength: 12 },
        ),
        (parts) => {
          const text = `${parts.join('')} needle`;
          index.put(
            rowOf(
              { ...article(p(text)), id: 'y', headline: 'h' },
              { folder: 'y', hash: '', stamp: '' },
            ),
          );
          const snippet = listed('needle')[0]?.snippet ?? [];
          expect(snippet.map((run) => run.text).join('')).toBe(text);
          expect(snippet.filter(({ hit }) => hit).map((run) => run.text)).toEqual(['needle']);
        },
      ),
      runs(100),
    );
  });
});
