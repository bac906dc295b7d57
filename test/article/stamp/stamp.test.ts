import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { formatStamp } from '../../../article/stamp/format.ts';
import { type StampPlace, parseStamp } from '../../../article/stamp/parse.ts';

const TOKYO: StampPlace = { zone: 'Asia/Tokyo' };
const NEW_YORK: StampPlace = { zone: 'America/New_York' };

/** The instant and zone that a stamp is read as; the candidates' zones where it is ambiguous. */
function read(text: string, place: StampPlace = TOKYO): unknown {
  const parsed = parseStamp(text, place);
  if (parsed === undefined) return undefined;
  if (parsed.kind === 'ambiguous') return parsed.candidates.map(({ zone }) => zone);
  expect(parsed.stamp.printed).toBe(text.trim());
  return [parsed.stamp.instant, parsed.stamp.zone];
}

const night = (zone: string) => read(`1:30 a.m. ${zone}, Nov. 6, 2022`, NEW_YORK);

describe('a printed time', () => {
  test.each<[string, StampPlace, string, string]>([
    ['11:01 JST, December 25, 2021', NEW_YORK, '2021-12-25T11:01:00+09:00', 'Asia/Tokyo'],
    ['11:01 a.m. EST, Dec. 25, 2021', NEW_YORK, '2021-12-25T11:01:00-05:00', 'America/New_York'],
    [
      'Updated 5:44 PM ET, Tue November 19, 2019',
      TOKYO,
      '2019-11-19T17:44:00-05:00',
      'America/New_York',
    ],
    [
      'Updated 5:44 PM ET, Fri July 19, 2019',
      TOKYO,
      '2019-07-19T17:44:00-04:00',
      'America/New_York',
    ],
    [
      'Sat 25 Dec 2021 11.01 GMT',
      { zone: 'Europe/London' },
      '2021-12-25T11:01:00+00:00',
      'Europe/London',
    ],
    ['Sat 25 Dec 2021 11.01 GMT', TOKYO, '2021-12-25T11:01:00+00:00', 'Etc/GMT'],
    [
      'December 25, 2021 at 11:01 a.m. EST',
      NEW_YORK,
      '2021-12-25T11:01:00-05:00',
      'America/New_York',
    ],
    ['KYODO NEWS - Dec 25, 2021 - 11:01', TOKYO, '2021-12-25T11:01:00+09:00', 'Asia/Tokyo'],
    ['2021-12-25 11:01:00+09:00', TOKYO, '2021-12-25T11:01:00+09:00', 'Asia/Tokyo'],
    ['2021-12-25T02:01:00Z', TOKYO, '2021-12-25T02:01:00+00:00', 'UTC'],
    ['212101 GMT Nov 18', TOKYO, '2018-11-21T21:01:00+00:00', 'Etc/GMT'],
    ['2014-07-16 13:00:03 GMT+00:00', TOKYO, '2014-07-16T13:00:03+00:00', 'UTC'],
    ['Sat, 25 Dec 2021 11:01:00 +0900', TOKYO, '2021-12-25T11:01:00+09:00', 'Asia/Tokyo'],
    [
      '20131020T192751+1100',
      { zone: 'Australia/Sydney' },
      '2013-10-20T19:27:51+11:00',
      'Australia/Sydney',
    ],
    ['12:05 a.m. HKT, 1 January 2020', TOKYO, '2020-01-01T00:05:00+08:00', 'Asia/Hong_Kong'],
    ['11:01 CEST, 25 July 2021', TOKYO, '2021-07-25T11:01:00+02:00', 'Europe/Berlin'],
    ['11:01 MST, July 5, 2021', NEW_YORK, '2021-07-05T11:01:00-07:00', 'America/Phoenix'],
    ['Sat, 25 Dec 21 11:01:00 EST', NEW_YORK, '2021-12-25T11:01:00-05:00', 'America/New_York'],
    ['Sat Dec 25 11:01:00 JST 2021', NEW_YORK, '2021-12-25T11:01:00+09:00', 'Asia/Tokyo'],
    ['2021-12-25T11:01:00+09:00[Asia/Tokyo]', TOKYO, '2021-12-25T11:01:00+09:00', 'Asia/Tokyo'],
    ['2021/12/25 11:01', TOKYO, '2021-12-25T11:01:00+09:00', 'Asia/Tokyo'],
    ['2021年12月25日 11時01分', TOKYO, '2021-12-25T11:01:00+09:00', 'Asia/Tokyo'],
    ['12 noon JST, December 25, 2021', TOKYO, '2021-12-25T12:00:00+09:00', 'Asia/Tokyo'],
    ['1101 GMT, 25 December 2021', TOKYO, '2021-12-25T11:01:00+00:00', 'Etc/GMT'],
    ['25 décembre 2021 à 11h01', TOKYO, '2021-12-25T11:01:00+09:00', 'Asia/Tokyo'],
    ['25 de diciembre de 2021, 11:01', TOKYO, '2021-12-25T11:01:00+09:00', 'Asia/Tokyo'],
    ['25. Dezember 2021, 11:01 Uhr', TOKYO, '2021-12-25T11:01:00+09:00', 'Asia/Tokyo'],
    [
      'Published Dec. 25, 2021 11:01 a.m. Eastern',
      TOKYO,
      '2021-12-25T11:01:00-05:00',
      'America/New_York',
    ],
  ])('%s is read', (text, place, instant, zone) => {
    expect(read(text, place)).toEqual([instant, zone]);
  });

  test.each([
    '25:00 JST, December 25, 2021',
    '11:60 JST, December 25, 2021',
    '13:00 p.m. JST, December 25, 2021',
    '11:01 JST, February 30, 2021',
    '11:01 JST, Smarch 25, 2021',
    'Mon December 25, 2021 11:01 JST',
    '11:01 JST',
    'December 25, 2021',
    '11:01 JST, December 25, 2021, the ministry said',
    'At 11:01 JST on December 25, 2021, the ground shook in the north of the country',
    '12/25/2021 11:01 JST',
    'midnight JST, December 25, 2021',
    '2021/2/30 11:01',
    'Sat Dec 25 11:01:00 JST 21',
    'Mon, 25 Dec 21 11:01:00 JST',
    '',
  ])('%j is no time', (text) => {
    expect(read(text)).toBeUndefined();
  });

  test('in the hour that daylight time leaves out is none', () => {
    expect(read('2:30 a.m. EST, March 13, 2022', NEW_YORK)).toBeUndefined();
    expect(read('2:30 a.m. ET, March 13, 2022')).toBeUndefined();
    expect(read('March 13, 2022 2:30 a.m.', NEW_YORK)).toBeUndefined();
    expect(read('March 13, 2022 3:30 a.m.', NEW_YORK)).toEqual([
      '2022-03-13T03:30:00-04:00',
      'America/New_York',
    ]);
  });

  test('in the hour that comes twice is told by its abbreviation, or asked for', () => {
    expect(night('EDT')).toEqual(['2022-11-06T01:30:00-04:00', 'America/New_York']);
    expect(night('EST')).toEqual(['2022-11-06T01:30:00-05:00', 'America/New_York']);
    expect(night('ET')).toEqual(['America/New_York', 'America/New_York']);
  });
});

describe('an ambiguous abbreviation', () => {
  test.each([
    ['IST', ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin']],
    ['CST', ['America/Chicago', 'Asia/Shanghai', 'America/Havana']],
    ['BST', ['Europe/London', 'Asia/Dhaka']],
    ['AST', ['America/Halifax', 'Asia/Riyadh']],
    ['PST', ['America/Los_Angeles', 'Asia/Manila']],
    ['MST', ['America/Phoenix', 'Asia/Kuala_Lumpur', 'Asia/Yangon']],
    ['GST', ['Asia/Dubai', 'Atlantic/South_Georgia']],
    ['EST', ['America/New_York', 'Australia/Sydney']],
    ['EDT', ['America/New_York', 'Australia/Sydney']],
    ['ECT', ['America/Guayaquil', 'America/Port_of_Spain']],
    ['AMT', ['America/Manaus', 'Asia/Yerevan']],
    ['WST', ['Australia/Perth', 'Pacific/Apia']],
  ])('%s is asked for, with all that it may mean', (abbreviation, zones) => {
    const candidates = read(`11:01 ${abbreviation}, July 5, 2021`, { zone: 'Europe/Oslo' });
    expect(new Set(candidates as string[])).toEqual(new Set(zones));
  });

  test('SST is Samoa or Singapore', () => {
    expect(read('11:01 SST, July 5, 2021')).toEqual(['Pacific/Pago_Pago', 'Asia/Singapore']);
    expect(read('11:01 SST, July 5, 2021', { zone: 'Asia/Singapore' })).toEqual([
      '2021-07-05T11:01:00+08:00',
      'Asia/Singapore',
    ]);
  });

  test('is that of the house, or of another zone of its country', () => {
    const ist = '3 p.m. IST, 4 May 2024';
    expect(read(ist, { zone: 'Asia/Kolkata' })).toEqual([
      '2024-05-04T15:00:00+05:30',
      'Asia/Kolkata',
    ]);
    expect(read(ist, { zone: 'Asia/Calcutta' })).toEqual([
      '2024-05-04T15:00:00+05:30',
      'Asia/Calcutta',
    ]);
    expect(read(ist, { zone: 'Europe/Dublin' })).toEqual([
      '2024-05-04T15:00:00+01:00',
      'Europe/Dublin',
    ]);
    expect(read('11:01 CST, Dec. 25, 2021', NEW_YORK)).toEqual([
      '2021-12-25T11:01:00-06:00',
      'America/Chicago',
    ]);
  });

  test('is that of the dateline’s country where the house does not use it', () => {
    const cst = '11:01 CST, Dec. 25, 2021';
    expect(read(cst, { ...TOKYO, country: 'CN' })).toEqual([
      '2021-12-25T11:01:00+08:00',
      'Asia/Shanghai',
    ]);
    expect(read(cst, { ...TOKYO, country: 'US' })).toEqual([
      '2021-12-25T11:01:00-06:00',
      'America/Chicago',
    ]);
    expect(read(cst, { ...NEW_YORK, country: 'CN' })).toEqual([
      '2021-12-25T11:01:00-06:00',
      'America/Chicago',
    ]);
  });

  test('that was not in force is asked for: EST in July may be the wall clock or an hour later', () => {
    const parsed = parseStamp('11:01 EST, July 5, 2021', NEW_YORK);
    expect(parsed).toMatchObject({
      kind: 'ambiguous',
      candidates: [
        { instant: '2021-07-05T11:01:00-04:00', label: 'Eastern Time (EDT, UTC-4)' },
        { instant: '2021-07-05T12:01:00-04:00' },
      ],
    });
  });
});

describe('a time that goes into print', () => {
  test('has the name of its zone in winter and in summer', () => {
    expect(formatStamp('2021-12-25T11:01:00+09:00', 'Asia/Tokyo')).toBe(
      '11:01 JST, December 25, 2021',
    );
    expect(formatStamp('2021-12-25T16:01:00Z', 'America/New_York')).toBe(
      '11:01 EST, December 25, 2021',
    );
    expect(formatStamp('2021-07-25T15:01:00Z', 'America/New_York', { style: 'ap' })).toBe(
      '11:01 a.m. EDT, July 25, 2021',
    );
    expect(formatStamp('2021-12-25T11:01:00Z', 'Europe/London')).toBe(
      '11:01 GMT, December 25, 2021',
    );
    expect(formatStamp('2021-07-25T10:01:00Z', 'Europe/London')).toBe('11:01 BST, July 25, 2021');
    expect(formatStamp('2021-12-25T05:16:00Z', 'Asia/Kathmandu')).toBe(
      '11:01 NPT, December 25, 2021',
    );
    expect(formatStamp('2021-12-25T00:01:00+09:00', 'Asia/Tokyo', { style: 'ap' })).toBe(
      '12:01 a.m. JST, Dec. 25, 2021',
    );
  });

  test('is UTC in a zone that is not known, and nothing for what is no time', () => {
    expect(formatStamp('2021-12-25T11:01:00+09:00', 'Mars/Olympus')).toBe(
      '2:01 UTC, December 25, 2021',
    );
    expect(formatStamp('soon', 'Asia/Tokyo')).toBe('');
  });

  describe('whatever the zone of the machine', () => {
    const before = process.env.TZ;
    afterEach(() => {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    });

    test.each(['UTC', 'Asia/Tokyo', 'America/St_Johns', 'Pacific/Kiritimati', 'Europe/Dublin'])(
      '%s: is read again as the same moment',
      (machine) => {
        process.env.TZ = machine;
        expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(machine);
        const zone = fc.constantFrom(
          ...'Asia/Tokyo America/New_York Europe/London Europe/Dublin Asia/Kolkata Asia/Kathmandu Australia/Lord_Howe America/St_Johns Pacific/Apia America/Sao_Paulo UTC'.split(
            ' ',
          ),
        );
        const minute = fc.integer({
          min: Date.UTC(1990, 0, 1) / 60_000,
          max: Date.UTC(2025, 0, 1) / 60_000,
        });
        fc.assert(
          fc.property(zone, minute, fc.constantFrom('24-hour', 'ap'), (place, at, style) => {
            const instant = new Date(at * 60_000).toISOString();
            const printed = formatStamp(instant, place, { style });
            const parsed = parseStamp(printed, { zone: place });
            // The hour that comes twice where both have one name.
            if (parsed?.kind === 'ambiguous') {
              const times = parsed.candidates.map((candidate) => Date.parse(candidate.instant));
              expect(times).toContain(at * 60_000);
              return;
            }
            expect(Date.parse(parsed?.stamp.instant ?? printed)).toBe(at * 60_000);
            expect(parsed?.stamp.zone).toBe(place);
          }),
          { numRuns: 300 },
        );
      },
    );
  });
});
