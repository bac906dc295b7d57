import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countLatin } from '../../article/latin-count.ts';
import { type StatsOptions, countSegmented, stats } from '../../article/stats.ts';
import { runs } from './runs.ts';

const statsOf = (text: string, options: StatsOptions) => stats(text.split('\n'), options);

const words = (text: string, language?: string) =>
  statsOf(text, { lineLength: 40, ...(language === undefined ? {} : { language }) }).words;
const lines = (text: string, lineLength: number) => statsOf(text, { lineLength }).lines;

describe('words', () => {
  test.each([
    ['one—two', 2],
    ['one\ttwo\u00A0three', 3],
    ["The U.S. don’t care, don't they", 6],
    ['¥80 billion, 20,000 pieces', 4],
    ['high-speed', 2],
    ['— … “” -', 0],
    ['one\n\ntwo', 2],
    ['', 0],
  ])('%j: %i', (text, count) => {
    expect(words(text)).toBe(count);
  });

  test('are counted in Japanese, which has no spaces', () => {
    expect(words('防衛省は金曜日に発表した。', 'ja')).toBeGreaterThanOrEqual(5);
  });
});

describe('characters', () => {
  test('are what a reader sees: an accent, a flag and a family are one each', () => {
    const text = 'Zu\u0308rich 🇯🇵 👩‍👩‍👧 東京';
    expect(statsOf(text, { lineLength: 40 })).toMatchObject({
      characters: 13,
      charactersWithoutSpaces: 10,
    });
  });

  test('leave out line ends and marks that nobody sees', () => {
    expect(statsOf('a\u200Bb\u00AD\n\nc', { lineLength: 40 }).characters).toBe(3);
    expect(statsOf('a b\u00A0c', { lineLength: 40 }).charactersWithoutSpaces).toBe(3);
  });
});

describe('lines', () => {
  test('are filled with whole words', () => {
    expect(lines('aaaa bbbb', 9)).toBe(1);
    expect(lines('aaaa bbbb', 8)).toBe(2);
    expect(lines('cc aaaa\u00A0bbbb', 9)).toBe(2);
    expect(lines('aaaa bbbb cccc', 9)).toBe(2);
  });

  test('a word longer than the line breaks', () => {
    expect(lines('a'.repeat(25), 10)).toBe(3);
    expect(lines(`bb ${'a'.repeat(25)} cc`, 10)).toBe(4);
  });

  test('start with each paragraph; a blank line is none', () => {
    expect(lines('a\n\nb\nc', 40)).toBe(3);
    expect(lines('', 40)).toBe(0);
  });

  test('of Japanese break anywhere', () => {
    expect(statsOf('防'.repeat(25), { lineLength: 12, language: 'ja' }).lines).toBe(3);
  });
});

const minutes = (text: string, language = 'en') =>
  statsOf(text, { lineLength: 40, language }).minutes;

test('reading time is rounded up: 240 words a minute, in Japanese and Chinese 500 characters', () => {
  expect(minutes('')).toBe(0);
  expect(minutes('word')).toBe(1);
  expect(minutes('word '.repeat(240))).toBe(1);
  expect(minutes('word '.repeat(241))).toBe(2);
  expect(minutes('字'.repeat(500), 'ja')).toBe(1);
  expect(minutes('字'.repeat(501), 'zh-Hant')).toBe(2);
});

test('a language tag that is none counts all the same', () => {
  expect(words('one two', 'not a language!')).toBe(2);
});

test('Latin text is counted the same in one pass and with a segmenter', () => {
  const pieces = fc.constantFrom(
    ...Array.from(`aZéŁ12 .,;:'’‘“”"-–—/_%$€()[]@#…\u00A0\u00AD·²\tあ`),
  );
  let found = 0;
  fc.assert(
    fc.property(
      fc.string({ unit: pieces, maxLength: 24 }),
      fc.integer({ min: 1, max: 12 }),
      (text, lineLength) => {
        const counts = countLatin(text, lineLength);
        if (counts === undefined) return;
        found += 1;
        expect(counts).toEqual(countSegmented(text, lineLength, 'en'));
      },
    ),
    runs(1000),
  );
  expect(found).toBeGreaterThan(300);
  expect(words('One two…\n\nThe U.S. paid 3,000.50 at 12:30... and didn’t.', 'en')).toBe(11);
});
