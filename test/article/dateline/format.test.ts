import { expect, test } from 'vitest';
import { formatDateline } from '../../../article/dateline/format.ts';
import { datelineStyles } from '../../../article/dateline/styles.ts';

const lead = { places: [{ name: 'Tokyo' }], source: 'Jiji Press', date: '2021-12-25' };

test.each([
  ['ap', 'TOKYO (Jiji Press) — '],
  ['reuters', 'TOKYO, Dec 25 (Jiji Press) - '],
  ['afp', 'TOKYO, Dec 25 (Jiji Press) - '],
  ['jiji', 'TOKYO (Jiji Press) — '],
  ['kyodo', 'TOKYO (Jiji Press) -- '],
  ['dpa', 'Tokyo (Jiji Press) - '],
  ['xinhua', 'TOKYO, Dec. 25 (Jiji Press) -- '],
  ['cp', 'TOKYO — '],
])('the style %s prints %s', (style, expected) => {
  expect(formatDateline(lead, style)).toBe(expected);
  expect(datelineStyles.map(({ id }) => id)).toContain(style);
});

test('a style that is not known prints as the AP does', () => {
  expect(formatDateline(lead, 'the-daily-planet')).toBe(formatDateline(lead, 'ap'));
});

test('several places are joined by a slash, each with its state or country', () => {
  const places = [
    { name: 'West Palm Beach', region: 'Fla.' },
    { name: 'Khobar', country: 'Saudi Arabia' },
  ];
  expect(formatDateline({ places, source: 'Reuters' }, 'reuters')).toBe(
    'WEST PALM BEACH, Fla./KHOBAR, Saudi Arabia (Reuters) - ',
  );
});

test('the AP shortens a state, and no other style touches it', () => {
  const parts = { places: [{ name: 'Hayward', region: 'California', country: 'United States' }] };
  expect(formatDateline(parts, 'ap')).toBe('HAYWARD, Calif. — ');
  expect(formatDateline(parts, 'reuters')).toBe('HAYWARD, California - ');
});

const printed = (name: string, where: { region?: string; country?: string }, style = 'ap') =>
  formatDateline({ places: [{ name, ...where }] }, style);

test('a city that stands alone loses its country, but not one of the same name elsewhere', () => {
  expect(printed('Paris', { country: 'France' })).toBe('PARIS — ');
  expect(printed('Paris', { region: 'Texas' })).toBe('PARIS, Texas — ');
  expect(printed('Washington', { region: 'D.C.' })).toBe('WASHINGTON — ');
  expect(printed('Osaka', { country: 'Japan' })).toBe('OSAKA, Japan — ');
  expect(printed('Osaka', { country: 'Japan' }, 'jiji')).toBe('OSAKA — ');
  expect(printed('Ottawa', { region: 'Ontario' }, 'cp')).toBe('OTTAWA — ');
});

test('capitals keep the small letters of McAllen, small letters those of Rostov-on-Don', () => {
  expect(formatDateline({ places: [{ name: 'McAllen', region: 'Texas' }] }, 'ap')).toBe(
    'McALLEN, Texas — ',
  );
  expect(formatDateline({ places: [{ name: 'ROSTOV-ON-DON' }] }, 'dpa')).toBe('Rostov-on-Don - ');
});

test('parts that hold nothing print nothing', () => {
  expect(formatDateline({ places: [] }, 'ap')).toBe('');
  expect(formatDateline({ places: [{ name: ' ' }], source: ' ' }, 'ap')).toBe('');
  expect(formatDateline({ places: [], source: 'Reuters' }, 'reuters')).toBe('(Reuters) - ');
});
