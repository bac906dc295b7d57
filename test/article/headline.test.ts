import { expect, test } from 'vitest';
import { shortHeadline } from '../../article/headline.ts';

const LONG =
  'Harbour tunnel opens after eleven years of work, three ministers and one very patient ferryman';

test('a long headline is quoted by its first words, a short one as it is', () => {
  const short = 'Harbour tunnel opens after eleven years of work, three…';
  expect(shortHeadline(LONG)).toBe(short);
  expect(shortHeadline('Harbour tunnel opens')).toBe('Harbour tunnel opens');
  expect(shortHeadline('')).toBe('');
});

test('a conflict copy is told from its story, however long its headline is', () => {
  expect(shortHeadline(`${LONG} (conflict copy)`)).toBe(
    'Harbour tunnel opens after eleven years of work, three… (conflict copy)',
  );
});

test('where no spaces part the words it is cut between letters', () => {
  expect(shortHeadline('港'.repeat(80))).toBe(`${'港'.repeat(60)}…`);
  expect(shortHeadline('🚢'.repeat(80))).toBe(`${'🚢'.repeat(60)}…`);
});
