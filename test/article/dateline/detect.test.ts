import * as fc from 'fast-check';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Place } from '../../../article/blocks/dateline/dateline.ts';
import { detectDateline } from '../../../article/dateline/detect.ts';
import { formatDateline } from '../../../article/dateline/format.ts';
import { datelineStyles } from '../../../article/dateline/styles.ts';
import { runs } from '../runs.ts';
import { asPrinted, readLead, readLeads } from './leads.ts';

/** Each head as a wire prints it, with its places and source. */
const HEADS: [head: string, places: string[], source?: string][] = [
  ['TOKYO (Jiji Press) — ', ['TOKYO'], 'Jiji Press'],
  ['HAYWARD, Calif. (AP) — ', ['HAYWARD, Calif.'], 'AP'],
  ['DUBAI, United Arab Emirates — ', ['DUBAI, United Arab Emirates']],
  ['SAN`A, Yemen (AP) _ ', ['SAN`A, Yemen'], 'AP'],
  ['By ANNA MARIA LAKE BRUSSELS, Belgium (AP) -- ', ['BRUSSELS, Belgium'], 'AP'],
  ['By A. LAKE AP Farm Writer GROVE CITY, Ohio (AP) -- ', ['GROVE CITY, Ohio'], 'AP'],
  [
    'WEST PALM BEACH, Fla./WASHINGTON (Reuters) - ',
    ['WEST PALM BEACH, Fla.', 'WASHINGTON'],
    'Reuters',
  ],
  ['ABOARD AIR FORCE ONE (Reuters) - ', ['ABOARD AIR FORCE ONE'], 'Reuters'],
  ['ROCHESTER, N.Y., Feb 26 - ', ['ROCHESTER, N.Y.']],
  ['NEW YORK, March 12, Reuter - ', ['NEW YORK'], 'Reuter'],
  ['STOCKHOLM, Aug 29, 2014 (AFP) - ', ['STOCKHOLM'], 'AFP'],
  ['Strasbourg, 10 juil 2024 (AFP) - ', ['Strasbourg'], 'AFP'],
  ['Tokio, 25 de septiembre (Jiji Press)—', ['Tokio'], 'Jiji Press'],
  ['YILAN, Taiwan (Kyodo) -- ', ['YILAN, Taiwan'], 'Kyodo'],
  ['HELSINKI, July 8 (Xinhua) -- ', ['HELSINKI'], 'Xinhua'],
  ['Washington (dpa) - ', ['Washington'], 'dpa'],
  ['Jerez de la Frontera (Cádiz), 23 may (EFE).- ', ['Jerez de la Frontera (Cádiz)'], 'EFE'],
  ['ROMA, 01 LUG - ', ['ROMA']],
  ['(ANSA) - ROMA, 27 NOV - ', ['ROMA'], 'ANSA'],
  ['(ANSA) - NEW YORK, 27 NOV - ', ['NEW YORK'], 'ANSA'],
  ['(ANSA-AFP) - PARIGI, 27 NOV - ', ['PARIGI'], 'ANSA-AFP'],
  ['SYDNEY March 22 AAP - ', ['SYDNEY'], 'AAP'],
  ['Canadian Press - TROIS-RIVIERES, Que. (CP) - ', ['TROIS-RIVIERES, Que.'], 'CP'],
  ['Dec. 24 (Bloomberg) -- ', [], 'Bloomberg'],
  ['(Reuters) - ', [], 'Reuters'],
  ['AFP - ', [], 'AFP'],
  ['MOSCOW. Oct 5 (Interfax) - ', ['MOSCOW'], 'Interfax'],
  ['Hong Kong (CNN Business) ', ['Hong Kong'], 'CNN Business'],
  ['LONDON, Aug. 28. — ', ['LONDON']],
  ['STOCKHOLM—', ['STOCKHOLM']],
  ['FOGGIA, Italy ', ['FOGGIA, Italy']],
  ['NEW DELHI: ', ['NEW DELHI']],
  ['KANDAHAR, Afghanistan : ', ['KANDAHAR, Afghanistan']],
  [
    'SANTA CLARA, Calif., Dec. 13 /PRNewswire-FirstCall/ -- ',
    ['SANTA CLARA, Calif.'],
    'PRNewswire-FirstCall',
  ],
  ['LONDON--Oct. 12, 2004--', ['LONDON']],
  ['DALLAS/FORT WORTH AIRPORT, Texas (AP) - ', ['DALLAS/FORT WORTH AIRPORT, Texas'], 'AP'],
  [
    'GEORGETOWN, Grand Cayman, British West Indies — ',
    ['GEORGETOWN, Grand Cayman, British West Indies'],
  ],
  ['****SANTO DOMINGO, March 4 - ', ['SANTO DOMINGO']],
  ['STOCKHOLM, March 2- ', ['STOCKHOLM']],
  ['VAIL, Colorado 1996-12-07\n', ['VAIL, Colorado']],
];

const FALSE_FRIENDS = [
  'WARNING - It is not safe to go there.',
  'HARBOUR HERONS - The Herons won again.',
  'College hockey: MEN -- Two games were put off.',
  'MENDEZ: I never said so.',
  'ANNA LAKE faces a long winter.',
  'MARY Lake said it was over.',
  'Germany will pay more.',
  'QRS (Quote, Chart) was up.',
  'The moon is 2,236 miles (3,598 kilometers) wide.',
  'ESTONIA’s Lake was third.',
  'Q: Junior – We are late.',
  'Posted by A Reader - Friday, October 26, 2012 at 5:15:00 PM',
  'Monday, March 5 - The day began early.',
  'Paris - the city of light - was dark.',
  'SAN JOSE, Calif.-based firms rose.',
  'KYODO NEWS - Dec 25, 2021 - 11:01',
  'JN ACCESS RANKING',
  '- An item of a list',
  '',
];

const placesOf = (text: string) => detectDateline(text)?.places;

const styleOf = (text: string, house?: string) => {
  const found = detectDateline(text, house === undefined ? {} : { style: house });
  return [found?.style, found?.override];
};

const dateOf = (text: string, near?: string) =>
  detectDateline(text, near === undefined ? {} : { near })?.date;

describe('a dateline', () => {
  test.each(HEADS)('%j is found', (head, places, source) => {
    const found = detectDateline(`${head}The mayor said so.`);
    expect(found?.printed).toBe(head);
    expect(found?.rest).toBe('The mayor said so.');
    expect(found?.places.map(asPrinted)).toEqual(places);
    expect(found?.source).toBe(source);
  });

  test.each(FALSE_FRIENDS)('%j is none', (text) => {
    expect(detectDateline(text)).toBeUndefined();
  });

  test.each(readLeads('datelines.txt'))('is read exactly: %j', (line) => {
    const { text, places, source, rest } = readLead(line);
    const found = detectDateline(text);
    expect(found?.places.map(asPrinted)).toEqual(places);
    expect(found?.source).toBe(source);
    expect(found?.rest).toBe(rest);
  });

  test.each(readLeads('dateline-false-friends.txt'))('is not seen in %j', (text) => {
    expect(detectDateline(text)).toBeUndefined();
  });

  test.each([
    ['【東京＝時事】', ['東京'], '時事'],
    ['【ロンドン時事】', ['ロンドン'], '時事'],
    ['（東京＝時事）', ['東京'], '時事'],
    ['【カブールAFP＝時事】', ['カブール'], 'AFP＝時事'],
    ['【ワシントン24日共同】　', ['ワシントン'], '共同'],
    ['【北京、ソウル時事】', ['北京', 'ソウル'], '時事'],
  ])('%s is one, as it is printed', (head, names, source) => {
    const found = detectDateline(`${head}政府は24日、方針を発表した。`, { style: 'jiji' });
    expect(found).toEqual({
      places: names.map((name) => ({ name })),
      source,
      style: 'jiji',
      printed: head,
      override: true,
      rest: '政府は24日、方針を発表した。',
    });
  });

  test.each([
    '【写真＝時事】',
    '（写真＝共同）',
    '【速報】',
    '【日米共同】',
    '（時事）',
    '【図解・時事】',
  ])('%s is none', (head) => expect(detectDateline(`${head}政府は発表した。`)).toBeUndefined());

  test('a city before a double dash needs no source', () => {
    expect(detectDateline('WASHINGTON -- x')?.rest).toBe('x');
    expect(placesOf('OSLO -- a storm shut the port.')).toEqual([{ name: 'OSLO' }]);
    expect(detectDateline('WARNING -- a storm shut the port.')).toBeUndefined();
  });

  test('a state is a region and anything else a country', () => {
    expect(placesOf('HAYWARD, Calif. (AP) — A')).toEqual([{ name: 'HAYWARD', region: 'Calif.' }]);
    expect(placesOf('GUELPH, Ont. (CP) - A')).toEqual([{ name: 'GUELPH', region: 'Ont.' }]);
    expect(placesOf('TBILISI, Georgia (AP) — A')).toEqual([
      { name: 'TBILISI', country: 'Georgia' },
    ]);
    expect(placesOf('MACON, Georgia (AP) — A')).toEqual([{ name: 'MACON', region: 'Georgia' }]);
    expect(placesOf('CAIRNS, Australia (AP) — A')).toEqual([
      { name: 'CAIRNS', country: 'Australia' },
    ]);
  });

  test('has the style that prints it so, the house’s own first', () => {
    const tokyo = 'TOKYO (Jiji Press) — Some';
    expect(styleOf(tokyo, 'ap')).toEqual(['ap', undefined]);
    expect(styleOf(tokyo, 'jiji')).toEqual(['jiji', undefined]);
    expect(styleOf(tokyo)).toEqual(['ap', undefined]);
    expect(styleOf('TOKYO (Kyodo) -- Some', 'jiji')).toEqual(['kyodo', undefined]);
    expect(styleOf('STOCKHOLM—Some', 'jiji')).toEqual(['jiji', true]);
  });

  test('gets its year from the day of the story, and no date if that is far off', () => {
    expect(dateOf('HELSINKI, Dec. 30 (Xinhua) -- The', '2022-01-02T08:00:00Z')).toBe('2021-12-30');
    expect(dateOf('HELSINKI, July 8 (Xinhua) -- The', '2022-01-02T08:00:00Z')).toBeUndefined();
    expect(dateOf('HELSINKI, July 8 (Xinhua) -- The')).toBeUndefined();
    expect(dateOf('ROTTERDAM, 30 May 89 - The')).toBe('1989-05-30');
    expect(dateOf('HELSINKI, Feb. 30 (Xinhua) -- The', '2022-03-02T08:00:00Z')).toBeUndefined();
  });

  test('with the text after it is always the whole text', () => {
    const piece = fc.constantFrom(
      ...'TOKYO|New York|, |Calif.|(AP)|(Jiji Press)| — | - |--|: |/|Dec. 25|2021| |The|the|By |\n|*|.-'.split(
        '|',
      ),
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(piece).map((all) => all.join('')),
        ),
        (text) => {
          const found = detectDateline(text, { near: '2021-12-25' });
          if (found === undefined) return;
          expect(found.printed + found.rest).toBe(text);
          if (found.override !== true)
            expect(formatDateline(found, found.style)).toBe(found.printed);
        },
      ),
      runs(1000),
    );
  });

  test('of any house is found again as it was printed', () => {
    const place = fc.constantFrom<Place>(
      { name: 'Tokyo' },
      { name: 'Hayward', region: 'Calif.' },
      { name: 'Khobar', country: 'Saudi Arabia' },
      { name: 'Port-au-Prince', country: 'Haiti' },
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...datelineStyles),
        fc.array(place, { minLength: 1, maxLength: 3 }),
        ({ id, source }, places) => {
          const printed = formatDateline({ places, source, date: '2021-12-25' }, id);
          const found = detectDateline(`${printed}The mayor said so.`, {
            style: id,
            near: '2021-12-26',
          });
          expect(found?.printed).toBe(printed);
          expect(found?.style).toBe(id);
          expect(found?.override).toBeUndefined();
        },
      ),
    );
  });
});

const sample = new URL('../../../../shared/datelines-sample.jsonl', import.meta.url);

describe('on real leads', () => {
  interface Lead {
    n: number;
    text: string;
    places: string[];
    source: string | null;
    rest: string;
    has_dateline: boolean;
  }

  test('datelines are read exactly, and none is seen where there is none', (context) => {
    context.skip(!existsSync(sample), '../shared/datelines-sample.jsonl is not there');
    const leads = readFileSync(sample, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Lead);
    const missed: number[] = [];
    const invented: number[] = [];
    for (const lead of leads) {
      const found = detectDateline(lead.text);
      const exact =
        JSON.stringify(found?.places.map(asPrinted)) === JSON.stringify(lead.places) &&
        (found?.source ?? null) === lead.source &&
        found?.rest === lead.rest;
      if (lead.has_dateline && !exact) missed.push(lead.n);
      if (!lead.has_dateline && found !== undefined) invented.push(lead.n);
    }
    const withDateline = leads.filter((lead) => lead.has_dateline).length;
    process.stdout.write(
      `datelines: ${withDateline - missed.length} of ${withDateline} exact, ` +
        `${invented.length} of ${leads.length - withDateline} others taken for one\n`,
    );
    expect(missed.length).toBeLessThanOrEqual(2);
    expect(invented).toEqual([]);
  });
});
