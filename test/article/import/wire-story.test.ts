import { describe, expect, test } from 'vitest';
import { createArticle } from '../../../article/article.ts';
import { linesOf } from '../../../article/blocks/holds.ts';
import { datelineBlock, p } from '../build.ts';
import { parseHouse } from '../../../article/house.ts';
import { type WireStory, fillStory, readWireStory } from '../../../article/import/wire-story.ts';

const house = parseHouse({ zone: 'Asia/Tokyo', datelineStyle: 'jiji' });
const NOW = '2026-03-02T00:00:00Z';
const read = (...lines: string[]) => readWireStory(lines.join('\n'), house, NOW);

const STAMP = '11:01 JST, December 25, 2021';
const LEAD = 'Two ferries collided in thick fog on Monday, the harbor office said.';
const DATELINED = `OSLO, Norway (AP) — ${LEAD}`;
const MORE = 'The port was closed for the morning, and crews were asked to wait outside.';
const LAST = 'All 214 passengers were brought ashore within the hour.';
const HEADLINE = 'Ferries collide in harbor fog';

describe('text that is a whole wire story', () => {
  test.each([
    ['a stamp and paragraphs', [STAMP, LEAD, MORE, LAST], ['stamp']],
    ['a headline above a dateline', [HEADLINE, DATELINED, MORE], ['headline', 'dateline']],
    ['a byline above a dateline', ['By Ann Lake', DATELINED, MORE], ['byline', 'dateline']],
    [
      'all that a page has',
      ['BC-XX--Fog,Bjt', HEADLINE, 'By Ann Lake', STAMP, DATELINED, MORE, 'Related', '- One'],
      ['slugline', 'headline', 'byline', 'stamp', 'dateline', 'sidebars', 'edNote'],
    ],
    [
      'kicker and standfirst',
      ['Fog', HEADLINE, '', 'The harbor is shut.', '', 'By Ann Lake', '', DATELINED, '', MORE],
      ['kicker', 'headline', 'standfirst', 'byline', 'dateline'],
    ],
    [
      'a dateline and a sidebar',
      [DATELINED, MORE, LAST, 'Top Articles', '- One', '- Two'],
      ['dateline', 'sidebars'],
    ],
  ])('is told by %s', (_, lines, parts) => {
    expect(read(...lines)?.parts).toEqual(parts);
  });

  test.each([
    ['paragraphs alone', [LEAD, MORE, LAST]],
    ['a headline and paragraphs', [HEADLINE, LEAD, MORE, LAST]],
    ['a dateline alone, which is offered by itself', [DATELINED, MORE, LAST]],
    ['a dateline with one paragraph', [HEADLINE, DATELINED]],
    ['a stamp with one paragraph', [STAMP, LEAD]],
    ['a list', ['- One', '- Two', '- Three', '- Four']],
    ['what no article may hold', [STAMP, LEAD, MORE, `${LAST}\0`]],
    ['nothing', ['']],
  ])('is not told by %s', (_, lines) => {
    expect(read(...lines)).toBeUndefined();
  });
});

describe('a story that is filled from copy', () => {
  const copy = read(
    'BC-XX--Fog,Bjt',
    HEADLINE,
    'By Ann Lake',
    STAMP,
    DATELINED,
    MORE,
    LAST,
    'Related',
    '- One',
  ) as WireStory;

  test('gets every field while nothing was written in it, over the byline that the desk gave', () => {
    const photo = { name: 'Cid Moor', role: 'photo' as const };
    const story = createArticle(NOW, { bylines: [{ name: 'Me', role: 'author' }, photo] });
    const { after, body, filled, kept } = fillStory(story, copy, true);
    expect(kept).toEqual([]);
    expect(filled).toEqual(copy.parts);
    expect(after).toEqual({
      slugline: 'BC-XX--Fog',
      headline: HEADLINE,
      bylines: [{ name: 'Ann Lake', role: 'author' }, photo],
      bylineText: 'By Ann Lake',
      stamp: copy.article.stamp,
      edNote: 'Bjt',
    });
    expect(body).toEqual(copy.article.body);
  });

  test('gets kicker and standfirst, or keeps its own and has those of the copy in its text', () => {
    const own = { kicker: 'Sea', standfirst: 'Mine.' };
    const lines = ['Fog', HEADLINE, '', 'The harbor is shut.', '', STAMP, '', DATELINED, '', MORE];
    const told = read(...lines) as WireStory;
    const fresh = fillStory(createArticle(NOW), told, true);
    expect(fresh.after).toMatchObject({ kicker: 'Fog', standfirst: 'The harbor is shut.' });
    const { kept, body } = fillStory(createArticle(NOW, own), told, false);
    expect(kept).toEqual(['kicker', 'standfirst']);
    expect(linesOf(body).slice(0, 2)).toEqual(['Fog', 'The harbor is shut.']);
  });

  test('gets what was put right as notes at its end', () => {
    const told = read(
      STAMP,
      DATELINED,
      MORE,
      LAST,
      '',
      '(Correction: It was Sunday.)',
    ) as WireStory;
    const { body } = fillStory(createArticle(NOW), told, true);
    expect(body.at(-1)).toMatchObject({
      type: 'correction',
      content: [{ text: 'It was Sunday.' }],
    });
  });

  test('keeps all that it has, and every word of the copy', () => {
    const story = createArticle(NOW, {
      slugline: 'mine',
      headline: 'Mine',
      bylines: [{ name: 'Me', role: 'author' }],
      stamp: { printed: 'today' },
      edNote: 'Call the port.',
      body: [
        datelineBlock({ places: [{ name: 'ROME' }], style: 'ap', printed: 'ROME — ' }),
        p('Before.'),
      ],
    });
    const { after, body, kept } = fillStory(story, copy, false);
    expect(kept).toEqual(['slugline', 'headline', 'byline', 'stamp', 'dateline']);
    expect(after).toEqual({ edNote: 'Call the port.\nBC-XX--Fog\nBjt' });
    expect(linesOf(body)).toEqual([
      HEADLINE,
      'By Ann Lake',
      STAMP,
      DATELINED,
      MORE,
      LAST,
      'Related',
      'One',
    ]);
    expect(body.map(({ type }) => type)).not.toContain('dateline');
  });
});
