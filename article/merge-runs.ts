import { type Mark, type Run, joinRuns, plainText } from './inline.ts';
import { type Hunk, hunksOf, piecesOf } from './word-hunks.ts';

/** A code unit of a line with everything of its run but the text. */
interface Letter {
  text: string;
  run: Run;
}

/** A change that one side made: these letters stand for the base from `start` to `end`. */
interface Change {
  start: number;
  end: number;
  text: string;
  letters: Letter[];
}

/** What one side made of the base. */
interface Side {
  changes: Change[];
  /** Each letter of the base as this side has it, where it has it. */
  kept: (Letter | undefined)[];
}

/** A line of more code units is merged whole: each would be an object here. */
const LONGEST = 100_000;

/**
 * Merges a line that two sides changed: what each wrote, removed and marked. Words that both put at
 * one place stand there behind each other. Undefined where both changed the same words, or words next
 * to each other, in different ways.
 */
export function mergeRuns(
  base: readonly Run[],
  ours: readonly Run[],
  theirs: readonly Run[],
): Run[] | undefined {
  const text = plainText(base);
  if ([text, plainText(ours), plainText(theirs)].some(({ length }) => length > LONGEST))
    return undefined;
  if ([...ours, ...theirs].some(hasUnknownKeys)) return undefined;
  const before = lettersOf(base);
  const [our, their] = [sideOf(text, ours), sideOf(text, theirs)];
  const changes = inOrder(text, our.changes, their.changes);
  if (changes === undefined) return undefined;

  const merged: (Letter | undefined)[] = [];
  let place = 0;
  const keepUntil = (end: number) => {
    for (; place < end; place += 1) {
      const [one, other] = [our.kept[place], their.kept[place]];
      merged.push(one && other && remarked(one, [[before[place]!, other]]));
    }
  };
  for (const change of changes) {
    keepUntil(change.start);
    const other = our.changes.includes(change) ? their : our;
    const around = aroundOf(change, before, other);
    merged.push(...change.letters.map((letter) => remarked(letter, around)));
    place = Math.max(place, change.end);
  }
  keepUntil(text.length);
  return merged.includes(undefined) ? undefined : joinRuns((merged as Letter[]).map(runOf));
}

/** Merges a text without marks in the same way. */
export function mergeTexts(base: string, ours: string, theirs: string): string | undefined {
  const [before, one, other] = [base, ours, theirs].map((text): Run[] => [{ text }]);
  const merged = mergeRuns(before!, one!, other!);
  return merged && plainText(merged);
}

function lettersOf(runs: readonly Run[]): Letter[] {
  return runs.flatMap((run): Letter[] =>
    'break' in run
      ? [{ text: '\n', run }]
      : run.text.split('').map((text) => ({ text, run: { ...run, text: '' } })),
  );
}

function runOf({ text, run }: Letter): Run {
  return 'break' in run ? run : { ...run, text };
}

function sideOf(base: string, runs: readonly Run[]): Side {
  const letters = lettersOf(runs);
  const hunks = hunksOf(base, plainText(runs));
  const kept: Side['kept'] = [];
  let [place, at] = [0, 0];
  const keepUntil = (end: number) => {
    while (place < end) kept[place++] = letters[at++];
  };
  for (const { start, end, to } of hunks) {
    keepUntil(start);
    [place, at] = [end, to];
  }
  keepUntil(base.length);
  return { changes: hunks.map((hunk) => changeOf(hunk, letters)), kept };
}

function changeOf({ start, end, from, to }: Hunk, letters: readonly Letter[]): Change {
  const own = letters.slice(from, to);
  return { start, end, letters: own, text: own.map(({ text }) => text).join('') };
}

/** The changes of both sides in the order of the text; undefined where two of them meet. */
function inOrder(
  base: string,
  ours: readonly Change[],
  theirs: readonly Change[],
): Change[] | undefined {
  const same = ours.filter((change) => theirs.some((other) => areSame(other, change)));
  const isTaken = (change: Change, by: readonly Change[]) =>
    by.some((one) => areSame(one, change) || isWithin(change, one));
  const own = ours.filter((change) => !isTaken(change, theirs));
  const others = theirs.filter((change) => !isTaken(change, ours));
  const areApart = own.every((one) => others.every((other) => mayStandBeside(base, one, other)));
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
  const end = adds[0] ? first.start : wordEnd(base, first.end);
  const start = adds[1] ? second.start : wordStart(base, second.start);
  if (end >= start) return false;
  // Beside what was added a space is enough; between two words that were replaced there is another.
  return adds.some(Boolean) ? hasBoundary(base, end, start) : /\S/u.test(base.slice(end, start));
}

function isAdded({ start, end }: Change): boolean {
  return start === end;
}

/** Whether two additions at one place leave each other's words whole. */
function areApartAt(base: string, one: Change, other: Change): boolean {
  const [first, second] = comesFirst(base, one, other) ? [one, other] : [other, one];
  if (goesOn(base, second) || goesInto(base, first)) return false;
  return endsApart(first.text) || /^\s/u.test(second.text);
}

/** The order of additions at one place: what goes on with a word stands at it, else that of the text. */
function comesFirst(base: string, one: Change, other: Change): boolean {
  const rank = (change: Change) => Number(goesInto(base, change)) - Number(goesOn(base, change));
  const byRank = rank(one) - rank(other);
  return byRank === 0 ? one.text < other.text : byRank < 0;
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

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isBoundary(text, start - 1)) start -= 1;
  return start;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isBoundary(text, end)) end += 1;
  return end;
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

/** The letters of the base beside and in a change, each with what the other side made of it. */
function aroundOf(
  { start, end }: Change,
  before: readonly Letter[],
  { kept }: Side,
): [Letter, Letter][] {
  const around: [Letter, Letter][] = [];
  for (let place = start - 1; place <= end; place += 1) {
    const [letter, other] = [before[place], kept[place]];
    if (letter !== undefined && other !== undefined) around.push([letter, other]);
  }
  return around;
}

/**
 * A letter with the marks that the other side put on, or took off, all letters of the base around it.
 * Undefined where it would be linked to two places.
 */
function remarked(letter: Letter, around: readonly [Letter, Letter][]): Letter | undefined {
  if ('break' in letter.run || around.length === 0) return letter;
  const [[before, other]] = around as [[Letter, Letter]];
  const isIn = (mark: string, { run }: Letter) => marksOf(run).includes(mark);
  const added = marksOf(other.run).filter((mark) =>
    around.every(([one, two]) => !isIn(mark, one) && isIn(mark, two)),
  );
  const removed = marksOf(before.run).filter((mark) =>
    around.every(([one, two]) => isIn(mark, one) && !isIn(mark, two)),
  );
  if (added.length === 0 && removed.length === 0) return letter;
  const own = marksOf(letter.run).filter((mark) => !removed.includes(mark));
  const marks = [...new Set([...own, ...added])].map((mark) => JSON.parse(mark) as Mark);
  if (marks.filter(({ type }) => type === 'link').length > 1) return undefined;
  return { ...letter, run: { ...letter.run, marks } };
}

function marksOf(run: Run): string[] {
  return 'break' in run ? [] : (run.marks ?? []).map((mark) => JSON.stringify(mark));
}

function hasUnknownKeys(run: Run): boolean {
  return Object.keys(run).some((key) => !['text', 'marks', 'break'].includes(key));
}
