import { type Run, joinRuns } from '../../../article/inline.ts';

/** A stretch of a line, in characters: from the first number up to, but without, the second. */
export type Span = readonly [from: number, to: number];

/** The runs between two places of a line; a break counts as one character. */
export function cutRuns(runs: readonly Run[], [from, to]: Span): Run[] {
  let at = 0;
  const cut: Run[] = [];
  for (const run of runs) {
    const size = 'break' in run ? 1 : run.text.length;
    const [start, end] = [Math.max(from - at, 0), Math.min(to - at, size)];
    if (start < end) cut.push('break' in run ? run : { ...run, text: run.text.slice(start, end) });
    at += size;
  }
  return joinRuns(cut);
}
