import { expect, test } from 'vitest';
import { suggestZones } from '../../renderer/dialogs/zones.ts';

const found = (typed: string) => suggestZones(typed).map(({ id }) => id);

test('a time zone is found by its city, its country, its abbreviation and its name', () => {
  expect(found('osaka')).toContain('Asia/Tokyo');
  expect(found('norway')).toContain('Europe/Oslo');
  expect(found('JST')[0]).toBe('Asia/Tokyo');
  expect(found('new york')[0]).toBe('America/New_York');
  expect(found('São Paulo')[0]).toBe('America/Sao_Paulo');
});

test('a zone that is written already is not suggested again, and nothing for nothing', () => {
  expect(found('Asia/Tokyo')).toEqual([]);
  expect(found(' ')).toEqual([]);
});
