import { describe, expect, test } from 'vitest';
import { parseHouse } from '../../../article/house.ts';
import { readWire } from '../../../article/import/wire.ts';
import { plainText } from '../../../article/inline.ts';

const house = parseHouse({ zone: 'America/New_York', datelineStyle: 'ap' });
const read = (text: string) => readWire(text, house, '2026-03-02T00:00:00Z').article;
const textsOf = (text: string) =>
  read(text).body.map((block) =>
    block.type === 'paragraph'
      ? plainText(block.content)
      : block.type === 'dateline'
        ? block.printed
        : block.type,
  );

const LEAD = 'Two ferries collided in thick fog on Monday, and all passengers were brought ashore.';
const MORE = 'The harbor master closed the port for the morning and asked crews to wait outside.';

describe('the head of agency copy', () => {
  const story = [
    'BC-XX--Harbor Fog, 1st Ld-Writethru, 300',
    '^Two ferries collide in harbor fog<',
    '^Eds: UPDATES with quotes from the harbor master and from the crew of the',
    'second boat. Will be updated.<',
    '^AP Photo XX101, XX102<',
    '^By ANN EXAMPLE=',
    '^Associated Press Writer=',
    `HARBOR CITY, Fla. (AP) — ${LEAD}`,
    '',
    '(SUBS 2nd graf to fix the spelling of harbor)',
    '',
    MORE,
    '',
    'xxx',
  ].join('\n');

  test('fills the fields; what is for the desk alone is in its note, in order', () => {
    const { slugline, headline, bylineText, bylines, edNote } = read(story);
    expect({ slugline, headline, bylineText, bylines }).toEqual({
      slugline: 'BC-XX--Harbor Fog',
      headline: 'Two ferries collide in harbor fog',
      bylineText: 'By ANN EXAMPLE, Associated Press Writer',
      bylines: [{ name: 'ANN EXAMPLE', role: 'author' }],
    });
    expect(edNote.split('\n')).toEqual([
      '1st Ld-Writethru, 300',
      'Eds: UPDATES with quotes from the harbor master and from the crew of the second boat. Will be updated.',
      'AP Photo XX101, XX102',
      '(SUBS 2nd graf to fix the spelling of harbor)',
      'xxx',
    ]);
    expect(textsOf(story)).toEqual(['HARBOR CITY, Fla. (AP) — ', LEAD, MORE]);
  });

  test.each([
    'BC-XX--Harbor Fog,Bjt',
    'AM-Harbor Fog, 2nd Add',
    'PM-XX--Harbor-Fog',
    'XX--Harbor Fog, Adv, 412',
  ])('%s is a keyword line', (line) => {
    const [slug = '', version = ''] = line.split(/,\s*(.*)/su);
    const { slugline, edNote } = read(`${line}\n\n${LEAD}\n\n${MORE}`);
    expect([slugline, edNote]).toEqual([slug, version]);
  });

  test.each([
    'BC-based company closes its yard',
    'AM-FM radio stations merge',
    'US--China talks go on',
    'AM-FM radio in Oslo, 1924',
  ])('%s is a headline', (line) => {
    const { slugline, headline } = read(`${line}\n\n${LEAD}\n\n${MORE}`);
    expect([slugline, headline]).toEqual(['', line]);
  });

  test('of two keyword lines the first is the slugline', () => {
    const { slugline, edNote } = read(`BC-XX--Fog,Bjt\nBC-XX--Harbor, 2nd Ld\n\n${LEAD}`);
    expect([slugline, edNote]).toEqual(['BC-XX--Fog', 'Bjt\nBC-XX--Harbor, 2nd Ld']);
  });

  test('an affiliation below the byline belongs to it, and so does one beside it', () => {
    for (const below of ['Associated Press Writer', 'The Associated Press', 'AP Business Writer']) {
      const { bylineText, bylines } = read(`Fog\nBy Ann Lake\n${below}\n\n${LEAD}\n\n${MORE}`);
      expect([bylineText, bylines]).toEqual([
        `By Ann Lake, ${below}`,
        [{ name: 'Ann Lake', role: 'author' }],
      ]);
    }
    const { bylines } = read(`Fog\nBy Ann Lake, staff writer\n\n${LEAD}\n\n${MORE}`);
    expect(bylines).toEqual([{ name: 'Ann Lake', role: 'author' }]);
  });
});

test('a byline in the language of the house is one, and names the same people', () => {
  const french = parseHouse({ zone: 'Europe/Paris', language: 'fr' });
  const copy = `Deux ferries dans le brouillard\nPar Anne Lac et Luc Port\n\n${LEAD}\n\n${MORE}`;
  const { bylineText, bylines } = readWire(copy, french, '2026-03-02T00:00:00Z').article;
  expect(bylineText).toBe('Par Anne Lac et Luc Port');
  expect(bylines.map(({ name }) => name)).toEqual(['Anne Lac', 'Luc Port']);
  expect(read(copy).bylineText).toBeUndefined();
});

describe('a note to editors', () => {
  test.each([
    'Eds: ADDS the names of both boats.',
    '(Eds: The names of both boats are correct.)',
    'URGENT',
    'ADV12',
    'ADV for Sunday, March 8',
    'HFR 6 a.m. Sunday',
    'HOLD FOR RELEASE UNTIL 0600 GMT',
    'FOR IMMEDIATE RELEASE',
    'For release Sunday, March 8',
    'EMBARGOED UNTIL 0600 GMT',
    '(RECASTS with new death toll)',
    '(Adds details, background)',
    'SUBS 3rd graf pvs to correct the day',
    'x x x',
    'xxxx',
    'AP Photo XX101',
    'With AP Photos.',
    'AP-XX-03-02-26 1101GMT',
  ])('%s is never in the text, wherever it stands', (note) => {
    for (const lines of [
      [note, '', LEAD, '', MORE],
      [LEAD, '', note, '', MORE],
      [LEAD, '', MORE, '', note],
      ['Ferries collide', note, 'By Ann Lake', '', LEAD, '', MORE],
    ]) {
      const text = lines.join('\n');
      expect(textsOf(text)).toEqual([LEAD, MORE]);
      expect(read(text).edNote).toBe(note);
    }
  });

  test('goes on to its bracket, but never through the story', () => {
    const wrapped = '(Eds: The names of both\nboats are correct.)';
    expect(read(`${wrapped}\n${LEAD}`).edNote).toBe(wrapped.replace('\n', ' '));
    const open = read(`(Eds: no end\nOSLO (AP) — ${LEAD}\n${MORE} (UPDATE 1)`);
    expect(open.edNote).toBe('(Eds: no end');
    expect(open.body.map(({ type }) => type)).toEqual(['dateline', 'paragraph', 'paragraph']);
  });

  test.each([
    'AP Photo/Ann Lake',
    'Edsel Ford was there.',
    'URGENT talks go on in the capital.',
    'For release from harbor duty a crew must wait two weeks.',
    '(UPDATE 1)',
    'The flag was marked XXX.',
  ])('%s is none', (line) => {
    const { body, edNote } = read(`${LEAD}\n\n${line}\n\n${MORE}`);
    expect(edNote).toBe('');
    expect(body).toHaveLength(3);
  });
});
