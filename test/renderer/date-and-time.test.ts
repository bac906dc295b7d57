import { expect, test } from 'vitest';
import { dateAndTime, timeOrDay } from '../../renderer/locale/date-and-time.ts';

test('a moment is told in the form of a printed stamp, always with its zone', () => {
  const at = '2021-12-25T11:01:00+09:00';
  expect(dateAndTime(at, 'Asia/Tokyo')).toBe('11:01 JST, December 25, 2021');
  expect(dateAndTime(at, 'America/New_York')).toBe('21:01 EST, December 24, 2021');
  expect(dateAndTime(at, 'Nowhere/Land')).toBe('2:01 UTC, December 25, 2021');
});

test('what is not a time is told as it is', () => {
  expect(dateAndTime('before the war', 'Asia/Tokyo')).toBe('before the war');
});

test('of a time of today the day is not told', () => {
  const at = '2021-12-25T11:01:00+09:00';
  const on = (now: string) => timeOrDay(at, 'Asia/Tokyo', new Date(now));
  expect(on('2021-12-25T14:59:00Z')).toBe('11:01 JST');
  expect(on('2021-12-25T15:00:00Z')).toBe('11:01 JST, December 25, 2021');
});
