import { expect, test } from 'vitest';
import { dateAndTime } from '../../renderer/locale/date-and-time.ts';

test('a moment is told as the clocks of its zone show it', () => {
  expect(dateAndTime('2021-12-25T11:01:00+09:00', 'Asia/Tokyo')).toBe('25 December 2021, 11:01');
  expect(dateAndTime('2021-12-25T11:01:00+09:00', 'America/New_York')).toBe(
    '24 December 2021, 21:01',
  );
  expect(dateAndTime('2021-12-25T00:05:00Z')).toBe('25 December 2021, 00:05');
});

test('what is not a time is told as it is', () => {
  expect(dateAndTime('before the war')).toBe('before the war');
});
