import { expect, test } from 'vitest';
import { dateAndTime } from '../../renderer/locale/date-and-time.ts';

test('a moment is told in the form of a printed stamp, always with its zone', () => {
  const at = '2021-12-25T11:01:00+09:00';
  expect(dateAndTime(at, 'Asia/Tokyo')).toBe('11:01 JST, December 25, 2021');
  expect(dateAndTime(at, 'America/New_York')).toBe('21:01 EST, December 24, 2021');
  expect(dateAndTime(at, 'Nowhere/Land')).toBe('2:01 UTC, December 25, 2021');
});

test('what is not a time is told as it is', () => {
  expect(dateAndTime('before the war', 'Asia/Tokyo')).toBe('before the war');
});
