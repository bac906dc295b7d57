import { diff3Merge } from 'node-diff3';
import { type Run, joinRuns } from './inline.ts';

/**
 * A word with what stands behind it. A change in one of two words that follow each other is not
 * taken apart from a change in the other, and where no spaces part the words a clause counts as one.
 */
const PIECE = /[^\s、。，！？；：]*[\s、。，！？；：]*/gu;

/**
 * Merges the words of two sides that changed a line in different places; each word keeps its marks.
 * Undefined where both changed the same words, or words next to each other, in different ways.
 */
export function mergeRuns(
  base: readonly Run[],
  ours: readonly Run[],
  theirs: readonly Run[],
): Run[] | undefined {
  const regions = diff3Merge(piecesOf(ours), piecesOf(base), piecesOf(theirs), {
    excludeFalseConflicts: true,
  });
  if (regions.some(({ conflict }) => conflict !== undefined)) return undefined;
  return joinRuns(regions.flatMap(({ ok = [] }) => ok.map((piece) => JSON.parse(piece) as Run)));
}

/** Each a run of its own, in JSON: equal texts are equal runs. */
function piecesOf(runs: readonly Run[]): string[] {
  return runs.flatMap((run) =>
    'break' in run
      ? [JSON.stringify(run)]
      : (run.text.match(PIECE) ?? [])
          .filter((text) => text !== '')
          .map((text) => JSON.stringify({ ...run, text })),
  );
}
