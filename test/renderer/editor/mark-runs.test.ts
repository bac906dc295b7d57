import { expect, test } from 'vitest';
import type { Run } from '../../../article/inline.ts';
import { SIMPLE_MARKS } from '../../../article/marks/marks.ts';
import {
  linkIn,
  markRuns,
  marksIn,
  unmarkRuns,
} from '../../../renderer/editor/content/mark-runs.ts';
import { markTools } from '../../../renderer/editor/marks.ts';

test('each mark is a format of its own in the editor', () => {
  const formats = Object.values(markTools).map(({ format }) => format);
  expect(new Set(formats).size).toBe(SIMPLE_MARKS.length);
});

const bold = { type: 'bold' } as const;
const italic = { type: 'italic' } as const;
const link = (href: string) => ({ type: 'link', href }) as const;

const RUNS: Run[] = [
  { text: 'The ' },
  { text: 'old', marks: [bold] },
  { text: ' quay' },
  { break: true },
  { text: 'at noon', marks: [link('https://example.com/')] },
];

test('a stretch is marked across runs and breaks, and what is marked already stays', () => {
  expect(markRuns(RUNS, [2, 14], italic)).toEqual([
    { text: 'Th' },
    { text: 'e ', marks: [italic] },
    { text: 'old', marks: [bold, italic] },
    { text: ' quay', marks: [italic] },
    { break: true },
    { text: 'a', marks: [italic, link('https://example.com/')] },
    { text: 't noon', marks: [link('https://example.com/')] },
  ]);
});

test('a mark is taken away from a stretch alone', () => {
  expect(unmarkRuns(RUNS, [5, 20], 'bold').slice(0, 3)).toEqual([
    { text: 'The ' },
    { text: 'o', marks: [bold] },
    { text: 'ld quay' },
  ]);
  expect(unmarkRuns(RUNS, [0, 4], 'bold')).toEqual(RUNS);
});

test('of two links at one place the later one holds', () => {
  expect(markRuns(RUNS, [13, 20], link('https://example.org/')).at(-1)).toEqual({
    text: 'at noon',
    marks: [link('https://example.org/')],
  });
});

test('words may have a comment of each of several threads', () => {
  const first = { type: 'comment', thread: 'a' } as const;
  const second = { type: 'comment', thread: 'b' } as const;
  const commented = markRuns([{ text: 'The old quay' }], [0, 7], first);
  expect(markRuns(commented, [4, 12], second)).toEqual([
    { text: 'The ', marks: [first] },
    { text: 'old', marks: [first, second] },
    { text: ' quay', marks: [second] },
  ]);
  expect(markRuns(commented, [0, 7], first)).toEqual(commented);
});

test('the marks of a stretch are those of all its text, of a place those before it', () => {
  expect(marksIn(RUNS, [4, 7])).toEqual([bold]);
  expect(marksIn(RUNS, [4, 8])).toEqual([]);
  expect(marksIn(RUNS, [7, 7])).toEqual([bold]);
  expect(marksIn(RUNS, [4, 4])).toEqual([]);
  expect(marksIn(RUNS, [0, 0])).toEqual([]);
  expect(marksIn([], [0, 0])).toEqual([]);
});

test('a link is found with all of its words, whatever else marks them', () => {
  const one = link('https://example.com/');
  const runs: Run[] = [
    { text: 'a', marks: [one] },
    { text: ' b ' },
    { text: 'c', marks: [one] },
    { text: 'd', marks: [bold, one] },
  ];
  expect(linkIn(runs, [5, 5])).toEqual({ link: one, span: [4, 6] });
  expect(linkIn(runs, [4, 6])).toEqual({ link: one, span: [4, 6] });
  expect(linkIn(runs, [1, 1])).toEqual({ link: one, span: [0, 1] });
  expect(linkIn(runs, [0, 5])).toBeUndefined();
  expect(linkIn(runs, [3, 3])).toBeUndefined();
});
