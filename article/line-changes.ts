import type { Run } from './inline.ts';
import { PARTING } from './word-hunks.ts';

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

/** Marks that stand at the end of words, and those that a space need not follow. */
const MARKS = String.raw`.,;:!?…)\]"”’»`;

/** A word ends before this: a space, or marks that a space or the end follows. */
const BOUNDARY = new RegExp(`^(?:[${PARTING}]|[${MARKS}]+(?:\\s|$))`, 'u');
const APART = new RegExp(`[${PARTING}]$`, 'u');
const FOLLOWS = new RegExp(`^[${PARTING}${MARKS}]`, 'u');
const SENTENCE_END = /(?:[.!?…。！？]["”’»)\]]*\s*|\n)$/u;
const NUMBER = /(?:^|[^\p{L}\p{N}])\p{N}/u;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;

/** The changes of both sides in the order of the text; undefined where two of them meet. */
export function inOrder(
  base: string,
  ours: readonly Change[],
  theirs: readonly Change[],
  mayTouch: boolean,
): Change[] | undefined {
  const same = ours.filter((change) => theirs.some((other) => areSame(other, change)));
  const isTaken = (change: Change, by: readonly Change[]) =>
    by.some((one) => areSame(one, change) || isWithin(base, change, one));
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
  return start === other.start && end === other.end && keyOf(one.letters) === keyOf(other.letters);
}

/** True if all that one adds is in what the other adds there, with its marks: it was merged before. */
function isWithin(base: string, one: Change, other: Change): boolean {
  if (!isAdded(one) || !isAdded(other) || one.start !== other.start) return false;
  if (goesOn(base, one) !== goesOn(base, other) || goesInto(base, one) !== goesInto(base, other))
    return false;
  const own = one.letters.filter(({ text }, at) => text.trim() !== '' || isInside(one.text, at));
  return (
    one.text.length < other.text.length &&
    keyOf(other.letters).includes(keyOf(own)) &&
    rowOf(other.text).includes(rowOf(one.text))
  );
}

/** True unless what two changes make of the base would be words, or a phrase, of two people. */
function mayStandBeside(base: string, one: Change, other: Change): boolean {
  const [first, second] = one.start <= other.start ? [one, other] : [other, one];
  if (saysTheSame(base, first, second)) return false;
  const adds = [isAdded(first), isAdded(second)];
  if (adds.every(Boolean)) {
    if (first.start === second.start) return areApartAt(base, first, second);
    // One may still write just before a word that the other goes on with, but for a figure.
    const between = base.slice(first.start, second.start);
    if (!goesInto(base, first) || !goesOn(base, second) || !/\p{N}/u.test(between)) return true;
  }
  const end = adds[0] ? first.start : wordEnd(base, first);
  const start = adds[1] ? second.start : wordStart(base, second);
  if (end >= start) return false;
  // Beside what was added a space is enough; between two words that were replaced there is another.
  return adds.some(Boolean) ? hasBoundary(base, end, start) : /\S/u.test(base.slice(end, start));
}

/**
 * True of two changes at about one place of which one says all that the other does, or three words in
 * a row: one may be made from a later state than the base.
 */
function saysTheSame(base: string, first: Change, second: Change): boolean {
  if (/[\p{L}\p{N}]/u.test(base.slice(first.end, second.start))) return false;
  const [words, others] = [wordsOf(first.text), wordsOf(second.text)];
  const [row, otherRow] = [rowOf(first.text), rowOf(second.text)];
  if (words.length > 0 && otherRow.includes(row)) return true;
  if (others.length > 0 && row.includes(otherRow)) return true;
  return sharesThreeWords(words, otherRow);
}

/** True if three words stand in a row as in another row of words. */
export function sharesThreeWords(words: readonly string[], row: string): boolean {
  return words.some((_, at) => {
    const three = words.slice(at, at + 3);
    return three.length === 3 && row.includes(` ${three.join(' ')} `);
  });
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

/**
 * Whether two additions at one place can stand behind each other, each with its words whole: between
 * sentences, behind a word that one still writes, or at the end of the line, but for two numbers.
 * Elsewhere in a sentence they would say what nobody said.
 */
function areApartAt(base: string, one: Change, other: Change): boolean {
  // What both write where nothing was says the same thing twice.
  if (base.trim() === '') return false;
  const [first, second] = comesFirst(base, one, other) ? [one, other] : [other, one];
  if (goesOn(base, second) || goesInto(base, first)) return false;
  const [before, both] = [base.slice(0, one.start), [one, other]];
  if (before === '') return both.every(({ text }) => SENTENCE_END.test(text));
  if (SENTENCE_END.test(before) || goesOn(base, first)) return true;
  return one.end === base.length && !both.every(({ text }) => NUMBER.test(text));
}

/** Whether no space has to be put between two additions at one place. */
export function mayFollow(first: Change, second: Change): boolean {
  return APART.test(first.text) || FOLLOWS.test(second.text);
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
  return end < base.length && !isBoundary(base, end) && !APART.test(text);
}

function isBoundary(text: string, at: number): boolean {
  return BOUNDARY.test(text.slice(at, at + 8));
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
  if (isBoundary(base, end - 1) && (text === '' || APART.test(text))) return at;
  while (at < base.length && !isBoundary(base, at)) at += 1;
  return at;
}

/** True for a place between the first and the last letter of a text that is no space. */
function isInside(text: string, at: number): boolean {
  return text.slice(0, at).trim() !== '' && text.slice(at).trim() !== '';
}

function keyOf(letters: readonly Letter[]): string {
  return letters.map((letter) => JSON.stringify(letter)).join('');
}

/** The words of a text, without the marks at them. */
export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

/** The words of a text as one string in which a row of words can be looked for. */
export function rowOf(text: string): string {
  return ` ${wordsOf(text).join(' ')} `;
}
