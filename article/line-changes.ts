import type { Run } from './inline.ts';
import { piecesOf } from './word-hunks.ts';

/** A code unit of a line with everything of its run but the text. */
export interface Letter {
  text: string;
  run: Run;
}

/** A change that one side made: these letters stand for the base from `start` to `end`. */
export interface Change {
  start: number;
  end: number;
  text: string;
  letters: Letter[];
}

/** The changes of both sides in the order of the text; undefined where two of them meet. */
export function inOrder(
  base: string,
  ours: readonly Change[],
  theirs: readonly Change[],
  mayTouch: boolean,
): Change[] | undefined {
  const same = ours.filter((change) => theirs.some((other) => areSame(other, change)));
  const isTaken = (change: Change, by: readonly Change[]) =>
    by.some((one) => areSame(one, change) || isWithin(change, one));
  const own = ours.filter((change) => !isTaken(change, theirs));
  const others = theirs.filter((change) => !isTaken(change, ours));
  const areApart = own.every((one) =>
    others.every(
      (other) => (mayTouch && areGoneAndCome(one, other)) || mayStandBeside(base, one, other),
    ),
  );
  if (!areApart) return undefined;
  return [...same, ...own, ...others].sort(
    (a, b) => a.start - b.start || a.end - b.end || (comesFirst(base, a, b) ? -1 : 1),
  );
}

function areSame(one: Change, other: Change): boolean {
  const { start, end } = one;
  return (
    start === other.start &&
    end === other.end &&
    JSON.stringify(one.letters) === JSON.stringify(other.letters)
  );
}

/** True unless what two changes make of the base would be words, or a phrase, of two people. */
function mayStandBeside(base: string, one: Change, other: Change): boolean {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one];
  const adds = [isAdded(first), isAdded(second)];
  if (adds.every(Boolean) && first.start === second.start) {
    return areApartAt(base, first, second) && !haveWordsInCommon(first.text, second.text);
  }
  if (adds.every(Boolean) && !(goesInto(base, first) && goesOn(base, second))) return true;
  const end = adds[0] ? first.start : wordEnd(base, first);
  const start = adds[1] ? second.start : wordStart(base, second);
  if (end >= start) return false;
  // Beside what was added a space is enough; between two words that were replaced there is another.
  return adds.some(Boolean) ? hasBoundary(base, end, start) : /\S/u.test(base.slice(end, start));
}

/** True where one side removes words, and the other adds some before or behind them. */
function areGoneAndCome(one: Change, other: Change): boolean {
  const [added, gone] = isAdded(one) ? [one, other] : [other, one];
  return (
    isAdded(added) &&
    gone.text === '' &&
    !isAdded(gone) &&
    (added.start <= gone.start || added.start >= gone.end)
  );
}

function isAdded({ start, end }: Change): boolean {
  return start === end;
}

/** Whether two additions at one place can stand behind each other, each with its words whole. */
function areApartAt(base: string, one: Change, other: Change): boolean {
  // What both write where nothing was says the same thing twice.
  if (base.trim() === '') return false;
  const [first, second] = comesFirst(base, one, other) ? [one, other] : [other, one];
  return !goesOn(base, second) && (!goesInto(base, first) || goesInto(base, second));
}

/** Whether no space has to be put between two additions at one place. */
export function mayFollow(first: Change, second: Change): boolean {
  return endsApart(first.text) || /^[\s.,;:!?…)\]、。，！？；：]/u.test(second.text);
}

/**
 * The order of additions at one place: what goes on with a word stands at it, words stay apart, else
 * it is that of the text.
 */
function comesFirst(base: string, one: Change, other: Change): boolean {
  const rank = (change: Change) => Number(goesInto(base, change)) - Number(goesOn(base, change));
  const byRank = rank(one) - rank(other);
  if (byRank !== 0) return byRank < 0;
  const may = mayFollow(one, other);
  return may === mayFollow(other, one) ? one.text < other.text : may;
}

/** True if an addition continues the word before it. */
function goesOn(base: string, { start, text }: Change): boolean {
  return start > 0 && !isBoundary(base, start - 1) && !isBoundary(text, 0);
}

/** True if an addition begins the word behind it. */
function goesInto(base: string, { end, text }: Change): boolean {
  return end < base.length && !isBoundary(base, end) && !endsApart(text);
}

function endsApart(text: string): boolean {
  return /[\s、。，！？；：]$/u.test(text);
}

/** True if a word ends before this code unit: a space, or a mark that a space or the end follows. */
function isBoundary(text: string, at: number): boolean {
  return /^(?:[\s、。，！？；：]|[.,;:!?…)\]"”’»]+(?:\s|$))/u.test(text.slice(at, at + 8));
}

function hasBoundary(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isBoundary(text, at)) return true;
  return false;
}

/** Where the first word begins that a change is at. */
function wordStart(base: string, { start, text }: Change): number {
  let at = start;
  if (isBoundary(base, start) && (text === '' || isBoundary(text, 0))) return at;
  while (at > 0 && !isBoundary(base, at - 1)) at -= 1;
  return at;
}

/** Where the last word ends that a change is at. */
function wordEnd(base: string, { end, text }: Change): number {
  let at = end;
  if (isBoundary(base, end - 1) && (text === '' || endsApart(text))) return at;
  while (at < base.length && !isBoundary(base, at)) at += 1;
  return at;
}

/** True if all that one adds is in what the other adds there: it was merged before. */
function isWithin(one: Change, other: Change): boolean {
  if (!isAdded(one) || !isAdded(other) || one.start !== other.start) return false;
  const [words, more] = [wordsOf(one.text), wordsOf(other.text)];
  return words.length < more.length && rowOf(more).includes(rowOf(words));
}

/** Three words in a row that both add, or all of them: one may be another state of the other. */
function haveWordsInCommon(one: string, other: string): boolean {
  const [words, row] = [wordsOf(one), rowOf(wordsOf(other))];
  if (rowOf(words) === row) return true;
  return words.some((_, at) => {
    const some = words.slice(at, at + 3);
    return some.length === 3 && row.includes(rowOf(some));
  });
}

function wordsOf(text: string): string[] {
  return piecesOf(text).flatMap((word) => word.trim() || []);
}

function rowOf(words: readonly string[]): string {
  return ` ${words.join(' ')} `;
}
