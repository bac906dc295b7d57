import { diffIndices } from 'node-diff3';
import { sharedEnds } from './shared-ends.ts';

/** A change of a text: what `after` has from `from` to `to` stands for `before` from `start` to `end`. */
export interface Hunk {
  start: number;
  end: number;
  from: number;
  to: number;
}

/** What parts words, in a character class: spaces, and the marks of scripts that have none. */
export const PARTING = String.raw`\s、。，！？；：`;
const PARTS = new RegExp(`[${PARTING}]`, 'u');
/** A word with what stands behind it; where no spaces part the words a clause counts as one. */
const PIECE = new RegExp(`[^${PARTING}]*[${PARTING}]*`, 'gu');

/**
 * The changes that make one text of another, in their order. They are found word by word, and each is
 * as short as can be.
 */
export function hunksOf(before: string, after: string): Hunk[] {
  if (before === after) return [];
  // The last word has a space behind it too, so that it is the same word when others follow.
  const [old, now] = [`${before} `, `${after} `];
  const [pieces, others] = [piecesOf(old), piecesOf(now)];
  const [startOf, fromOf] = [placesOf(pieces), placesOf(others)];
  return differences(pieces, others).map(([one, removed, other, added]) => {
    const [end, to] = [startOf[one + removed]!, fromOf[other + added]!];
    const found = { start: startOf[one]!, end, from: fromOf[other]!, to };
    const hunk = behindWords(old, now, tightened(old, now, found));
    const back = hunk.end > before.length || hunk.to > after.length ? 1 : 0;
    return {
      start: hunk.start - back,
      end: hunk.end - back,
      from: hunk.from - back,
      to: hunk.to - back,
    };
  });
}

/** Above so many pairs of equal words they are not compared one by one: it would take seconds. */
const MOST_PAIRS = 40_000;

type Difference = [start: number, removed: number, from: number, added: number];

/** Where two rows of words differ; what both begin and end with is not looked at. */
function differences(old: readonly string[], now: readonly string[]): Difference[] {
  const { head, tail } = sharedEnds(old, now);
  const [one, other] = [old.slice(head, old.length - tail), now.slice(head, now.length - tail)];
  if (one.length === 0 && other.length === 0) return [];
  if (pairsIn(one, other) > MOST_PAIRS) return [[head, one.length, head, other.length]];
  return diffIndices(one, other).map(
    ({ buffer1: [start, removed], buffer2: [from, added] }): Difference => [
      head + start,
      removed,
      head + from,
      added,
    ],
  );
}

function pairsIn(one: readonly string[], other: readonly string[]): number {
  const times = new Map<string, number>();
  for (const piece of one) times.set(piece, (times.get(piece) ?? 0) + 1);
  return other.reduce((pairs, piece) => pairs + (times.get(piece) ?? 0), 0);
}

/** A text in words, each with the spaces behind it. */
function piecesOf(text: string): string[] {
  return (text.match(PIECE) ?? []).filter((piece) => piece !== '');
}

/** Where each piece begins, and the end of the last one. */
function placesOf(pieces: readonly string[]): number[] {
  let place = 0;
  return [0, ...pieces.map((piece) => (place += piece.length))];
}

/** A hunk without what both sides begin and end with; of words that are replaced, whole words. */
function tightened(before: string, after: string, hunk: Hunk): Hunk {
  const tight = trimmed(before, after, hunk, /[^]/u);
  if (tight.start < tight.end && tight.from < tight.to)
    return trimmed(before, after, hunk, /[^\p{L}\p{N}\p{M}]/u);
  // A letter of two code units is changed whole.
  const head = isSecondHalf(before[tight.start]) || isSecondHalf(after[tight.from]) ? 1 : 0;
  const tail = isSecondHalf(before[tight.end]) || isSecondHalf(after[tight.to]) ? 1 : 0;
  return {
    start: tight.start - head,
    end: tight.end + tail,
    from: tight.from - head,
    to: tight.to + tail,
  };
}

/**
 * An addition that may as well stand behind the words which it begins with: somebody who had written
 * “Nobody w” and has gone on to “Nobody was w” has not put “was ” before “w”.
 */
function behindWords(before: string, after: string, hunk: Hunk): Hunk {
  const { start, end, from, to } = hunk;
  if (start < end) return hunk;
  let behind = 0;
  for (let more = 1; before[start + more - 1] === after[from + more - 1]; more += 1) {
    if (start + more > before.length) break;
    if (PARTS.test(before[start + more] ?? '')) behind = more;
  }
  return { start: start + behind, end: end + behind, from: from + behind, to: to + behind };
}

/** A hunk without the letters of this kind that both sides begin and end with. */
function trimmed(before: string, after: string, hunk: Hunk, kind: RegExp): Hunk {
  let { start, end, from, to } = hunk;
  const isAlike = (one: string | undefined, other: string | undefined) =>
    start < end && from < to && one !== undefined && one === other && kind.test(one);
  while (isAlike(before[start], after[from])) {
    start += 1;
    from += 1;
  }
  while (isAlike(before[end - 1], after[to - 1])) {
    end -= 1;
    to -= 1;
  }
  return { start, end, from, to };
}

function isSecondHalf(unit: string | undefined): boolean {
  return unit !== undefined && unit >= '\uDC00' && unit <= '\uDFFF';
}
