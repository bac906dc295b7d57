import { describe, expect, test } from 'vitest';
import { formatDateline } from '../../article/dateline/format.ts';
import { suggestPlaces } from '../../electron/services/places.ts';

const names = async (query: string) => (await suggestPlaces(query)).map(({ name }) => name);

const printed = async (query: string) => {
  const { zone: _, ...place } = (await suggestPlaces(query))[0]!;
  return formatDateline({ places: [place], source: 'AP' }, 'ap');
};

describe('places for a dateline', () => {
  test('start with what was typed, the largest first, eight at most', async () => {
    expect((await names('tok'))[0]).toBe('Tokyo');
    expect((await names('Lon'))[0]).toBe('London');
    expect((await names('s')).length).toBe(8);
    expect(await names('')).toEqual([]);
    expect(await names('  ')).toEqual([]);
    expect(await names('xyzzy')).toEqual([]);
  });

  test('are found with and without their accents', async () => {
    expect(await names('sao pau')).toEqual(await names('São Pau'));
    expect((await names('zur')).some((name) => /^Z[uü]rich$/u.test(name))).toBe(true);
  });

  test('come with the region or the country that a style may print, and their time zone', async () => {
    expect((await suggestPlaces('springfield'))[0]).toEqual({
      name: 'Springfield',
      region: 'Mass.',
      zone: 'America/New_York',
    });
    expect((await suggestPlaces('vancouver')).map(({ region }) => region)).toEqual([
      'B.C.',
      'Wash.',
    ]);
    expect((await suggestPlaces('osaka'))[0]).toEqual({
      name: 'Osaka',
      country: 'Japan',
      zone: 'Asia/Tokyo',
    });
    expect((await suggestPlaces('quebec'))[0]?.region).toBe('Que.');
  });

  test('print as the AP does', async () => {
    expect(await printed('springfield')).toBe('SPRINGFIELD, Mass. (AP) — ');
    expect(await printed('chicago')).toBe('CHICAGO (AP) — ');
    expect(await printed('tokyo')).toBe('TOKYO (AP) — ');
    expect(await printed('hong kong')).toBe('HONG KONG (AP) — ');
  });

  test('include the seat of the United Nations', async () => {
    expect((await suggestPlaces('united n'))[0]).toEqual({
      name: 'United Nations',
      zone: 'America/New_York',
    });
  });

  test('are all in time zones that this system knows', async () => {
    const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
    const found = (await Promise.all(letters.map((letter) => suggestPlaces(letter)))).flat();
    expect(found.length).toBeGreaterThan(200);
    for (const { zone } of found.filter((place) => place.zone !== '')) {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zone }), zone).not.toThrow();
    }
  });
});
