import { z } from 'zod';
import { MARK_ORDER, type Mark, SIMPLE_MARKS, markSpecs } from './marks/marks.ts';
import { choosing, textSchema } from './schema.ts';

export type { Mark } from './marks/marks.ts';

/** A stretch of text with the same marks. */
export interface TextRun {
  text: string;
  marks?: Mark[];
}

/** A line break inside a block. */
export interface BreakRun {
  break: true;
}

/** Inline content: a paragraph, a heading and a list item are a row of runs. */
export type Run = TextRun | BreakRun;

const markSchema: z.ZodType<Mark> = choosing(z.looseObject({ type: textSchema }), (mark) => {
  const schema = markSpecs.get(mark.type)?.schema;
  return schema === undefined ? { keep: mark as unknown as Mark } : { read: schema };
});

const breakRunSchema = z.looseObject({ break: z.literal(true) });
const textRunSchema = z.looseObject({
  text: textSchema,
  marks: z.exactOptional(z.array(markSchema)),
});

/** What reads a run of text, and the marks of it. */
export const inlineSchemas: readonly z.ZodType[] = [
  textRunSchema,
  ...[...markSpecs.values()].map(({ schema }) => schema),
];

/** One run: `{break: true}`, or text with marks. */
const runSchema: z.ZodType<Run> = choosing(
  z.looseObject({}),
  (run) => ({ read: 'break' in run ? breakRunSchema : textRunSchema }),
  (run) => (soundMarks(run) === undefined ? undefined : { keep: run as Run }),
);

/** Inline content, brought into its canonical form. */
export const runsSchema: z.ZodType<Run[]> = choosing(
  z.array(runSchema).transform(joinRuns),
  (runs) => ({ keep: runs }),
  (runs) => (areSoundRuns(runs) ? { keep: runs } : undefined),
).default([]);

/**
 * True for runs that may be kept as a file has them: in their canonical form, and nothing in them
 * but text and simple marks. Nearly all are; false says nothing.
 */
export function areSoundRuns(runs: unknown): runs is Run[] {
  if (!Array.isArray(runs)) return false;
  let before: string | undefined;
  return runs.every((run) => {
    const marks = soundMarks(run);
    const differs = marks !== before;
    before = marks;
    return marks !== undefined && differs;
  });
}

/** The simple marks of a sound run in one word each; empty for plain text. */
function soundMarks(run: unknown): string | undefined {
  if (typeof run !== 'object' || run === null) return undefined;
  for (const key in run) if (key !== 'text' && key !== 'marks') return undefined;
  const { text, marks } = run as { text?: unknown; marks?: unknown };
  if (typeof text !== 'string' || text === '' || text.includes('\0')) return undefined;
  if (!('marks' in run)) return '';
  if (!Array.isArray(marks) || marks.length === 0) return undefined;
  let found = '';
  let last = -1;
  for (const mark of marks as ({ type?: unknown } | null)[]) {
    for (const key in mark) if (key !== 'type') return undefined;
    const order = SIMPLE_MARKS.findIndex((type) => type === mark?.type);
    if (order <= last) return undefined;
    found += ` ${SIMPLE_MARKS[order]}`;
    last = order;
  }
  return found;
}

/**
 * The canonical form of a row of runs: marks sorted (known ones in their fixed order, then unknown
 * ones by name), empty runs gone, neighbours with the same marks joined. Idempotent.
 */
export function joinRuns(runs: readonly Run[]): Run[] {
  // Most paragraphs are one run without marks, and a desk has a great many.
  const [only] = runs;
  if (runs.length === 1 && only !== undefined && 'text' in only && only.marks === undefined) {
    return only.text === '' ? [] : [only];
  }
  const joined: Run[] = [];
  let lastKey: string | undefined;
  for (const run of runs) {
    if ('break' in run) {
      joined.push(run);
      lastKey = undefined;
      continue;
    }
    if (run.text === '') continue;
    const { marks: unsorted, text, ...rest } = run;
    const marks = sortMarks(unsorted ?? []);
    const key = JSON.stringify([marks, rest], sortedKeys);
    const last = joined.at(-1);
    if (key === lastKey && last !== undefined && 'text' in last) {
      joined[joined.length - 1] = { ...last, text: last.text + text };
    } else {
      joined.push(marks.length > 0 ? { ...rest, text, marks } : { ...rest, text });
    }
    lastKey = key;
  }
  return joined;
}

/** Marks in canonical order, doubles removed. */
export function sortMarks(marks: readonly Mark[]): Mark[] {
  if (marks.length < 2) return [...marks];
  const seen = new Map(marks.map((mark) => [JSON.stringify(mark, sortedKeys), mark]));
  return [...seen.entries()]
    .sort(([a, markA], [b, markB]) => {
      const byRank = rank(markA) - rank(markB);
      return byRank !== 0 ? byRank : a < b ? -1 : 1;
    })
    .map(([, mark]) => mark);
}

/** Two marks are the same in whatever order their keys came. */
function sortedKeys(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function rank(mark: Mark): number {
  return MARK_ORDER.get(mark.type) ?? MARK_ORDER.size;
}

/** The text of a row of runs without marks; a break is a line feed. */
export function plainText(runs: readonly Run[]): string {
  let text = '';
  for (const run of runs) text += 'break' in run ? '\n' : run.text;
  return text;
}

/** Text as inline content with these marks; the end of a line is a break. */
export function markedText(text: string, marks: readonly Mark[]): Run[] {
  return text.split('\n').flatMap((line, index): Run[] => {
    const run: Run = marks.length === 0 ? { text: line } : { text: line, marks: [...marks] };
    return index === 0 ? [run] : [{ break: true }, run];
  });
}

/** A stretch of a line, in characters: from the first number up to, but without, the second. */
export type Span = readonly [from: number, to: number];

/** The runs between two places of a line; a break counts as one character. */
export function cutRuns(runs: readonly Run[], [from, to]: Span): Run[] {
  return joinRuns(takeText(dropText(runs, from), to - from));
}

/** The first `length` characters of a row of runs; a break is one character. */
export function takeText(runs: readonly Run[], length: number): Run[] {
  let left = length;
  return runs.flatMap((run): Run[] => {
    const taken = Math.min(left, 'break' in run ? 1 : run.text.length);
    left -= taken;
    if (taken === 0) return [];
    return 'break' in run ? [run] : [{ ...run, text: run.text.slice(0, taken) }];
  });
}

/** A row of runs without its first `length` characters; a break is one character. */
export function dropText(runs: readonly Run[], length: number): Run[] {
  let left = length;
  return runs.flatMap((run): Run[] => {
    const taken = Math.min(left, 'break' in run ? 1 : run.text.length);
    left -= taken;
    if (taken === 0) return [run];
    return 'break' in run || taken === run.text.length
      ? []
      : [{ ...run, text: run.text.slice(taken) }];
  });
}
