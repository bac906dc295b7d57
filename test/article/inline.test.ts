import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Mark,
  type Run,
  dropText,
  joinRuns,
  plainText,
  sortMarks,
} from '../../article/inline.ts';

const mark = fc.constantFrom<Mark>(
  { type: 'bold' },
  { type: 'italic' },
  { type: 'link', href: 'https://example.com/' },
  { type: 'note' },
  { type: 'comment', thread: 't1' },
  { type: 'comment', thread: 't2' },
  { type: 'highlight' } as unknown as Mark,
);
const run: fc.Arbitrary<Run> = fc.oneof(
  fc.record({ text: fc.string({ maxLength: 5 }), marks: fc.array(mark, { maxLength: 3 }) }),
  fc.record({ text: fc.string({ maxLength: 5 }) }),
  fc.constant({ break: true as const }),
);

test('joined runs say the same, are joined for good, and have no empty or equal neighbours', () => {
  fc.assert(
    fc.property(fc.array(run), (row) => {
      const joined = joinRuns(row);
      expect(plainText(joined)).toBe(plainText(row));
      expect(joinRuns(joined)).toEqual(joined);
      for (const [index, one] of joined.entries()) {
        if ('break' in one) continue;
        expect(one.text).not.toBe('');
        expect(one.marks).not.toEqual([]);
        const before = joined[index - 1];
        if (before !== undefined && 'text' in before) expect(before.marks).not.toEqual(one.marks);
      }
    }),
  );
});

test('marks stand in one order whatever order they came in, each once', () => {
  fc.assert(
    fc.property(fc.array(mark), (marks) => {
      const sorted = sortMarks(marks);
      expect(sortMarks(marks.toReversed())).toEqual(sorted);
      expect(new Set(sorted.map((one) => JSON.stringify(one))).size).toBe(sorted.length);
    }),
  );
  expect(
    sortMarks([
      { type: 'highlight' } as unknown as Mark,
      { type: 'comment', thread: 't' },
      { type: 'link', href: 'x' },
      { type: 'code' },
      { type: 'bold' },
    ]).map(({ type }) => type),
  ).toEqual(['bold', 'code', 'link', 'comment', 'highlight']);
});

test('runs with other keys than text and marks are never joined away', () => {
  const row = [{ text: 'a', lang: 'fr' }, { text: 'b' }, { text: 'c' }] as Run[];
  expect(joinRuns(row)).toEqual([{ text: 'a', lang: 'fr' }, { text: 'bc' }]);
});

test('text is dropped from the start, across runs and breaks', () => {
  const row: Run[] = [{ text: 'ab' }, { break: true }, { text: 'cd', marks: [{ type: 'bold' }] }];
  fc.assert(
    fc.property(fc.nat({ max: 7 }), (length) => {
      expect(plainText(dropText(row, length))).toBe(plainText(row).slice(length));
    }),
  );
  expect(dropText(row, 4)).toEqual([{ text: 'd', marks: [{ type: 'bold' }] }]);
});

test('marks with keys of others are sorted the same in whatever order their keys came', () => {
  const one = { type: 'bold', b: [] } as unknown as Mark;
  const other = { type: 'bold', ba: [], a: {} } as unknown as Mark;
  const otherAsFiled = { type: 'bold', a: {}, ba: [] } as unknown as Mark;
  expect(sortMarks([one, other])).toEqual(sortMarks([one, otherAsFiled]));
  expect(sortMarks([other, otherAsFiled])).toHaveLength(1);
});
