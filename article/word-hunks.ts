import { diffIndices } from 'node-diff3';

/** A change of a text: what `after` has from `from` to `to` stands for `before` from `start` to `end`. */
export interface Hunk {
  start: number;
  end: number;
  from: number;
  to: number;
}

/** A word with what stands behind it; where no spaces part the words a clause counts as one. */
const PIECE = /[^\s、。，！？；：]*[\s、。，！？；：]*/gu;

/**
 * The changes that make one text of another, in their order. They are found word by word, and each is
 * as short as can be.
 */
export function hunksOf(before: string, after: string): Hunk[] {
  // The last word has a space behind it too, so that it is the same word when others follow.
  const [old, now] = [`${before} `, `${after} `];
  const [pieces, others] = [piecesOf(old), piecesOf(now)];
  const [startOf, fromOf] = [placesOf(pieces), placesOf(others)];
  return diffIndices(pieces, others).map(({ buffer1: [one, removed], buffer2: [other, added] }) => {
    const [end, to] = [startOf[one + removed]!, fromOf[other + added]!];
    const hunk = tightened(old, now, { start: startOf[one]!, end, from: fromOf[other]!, to });
    const back = hunk.end > before.length || hunk.to > after.length ? 1 : 0;
    return {
      start: hunk.start - back,
      end: hunk.end - back,
      from: hunk.from - back,
      to: hunk.to - back,
    };
  });
}

/** A text in words, each with the spaces behind it. */
export function piecesOf(text: string): string[] {
  return (text.match(PIECE) ?? []).filter((piece) => piece !== '');
}

/** Where each piece begins, and the end of the last one. */
function placesOf(pieces: readonly string[]): number[] {
  let place = 0;
  return [0, ...pieces.map((piece) => (place += piece.length))];
}

function tightened(before: string, after: string, hunk: Hunk): Hunk {
  let { start, end, from, to } = hunk;
  while (start < end && from < to && before[start] === after[from]) {
    start += 1;
    from += 1;
  }
  while (start < end && from < to && before[end - 1] === after[to - 1]) {
    end -= 1;
    to -= 1;
  }
  // A letter of two code units is changed whole.
  if (isSecondHalf(before[start]) || isSecondHalf(after[from])) {
    start -= 1;
    from -= 1;
  }
  if (isSecondHalf(before[end]) || isSecondHalf(after[to])) {
    end += 1;
    to += 1;
  }
  return { start, end, from, to };
}

function isSecondHalf(unit: string | undefined): boolean {
  return unit !== undefined && unit >= '\uDC00' && unit <= '\uDFFF';
}
