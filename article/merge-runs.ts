import { type Mark, type Run, joinRuns, plainText } from './inline.ts';
import { type Change, type Letter, inOrder, mayFollow } from './line-changes.ts';
import { type Hunk, hunksOf } from './word-hunks.ts';

/** What one side made of the base. */
interface Side {
  changes: Change[];
  /** Each letter of the base as this side has it, where it has it. */
  kept: (Letter | undefined)[];
}

/** A line of more code units is merged whole: each would be an object here. */
const LONGEST = 100_000;

/**
 * Merges a line that two sides changed: what each wrote, removed and marked. Sentences that both put
 * at one place stand there behind each other. Undefined where both changed the same words, or words
 * next to each other, in different ways; with `mayTouch` words may go beside which others came.
 */
export function mergeRuns(
  base: readonly Run[],
  ours: readonly Run[],
  theirs: readonly Run[],
  mayTouch = false,
): Run[] | undefined {
  const text = plainText(base);
  if ([text, plainText(ours), plainText(theirs)].some(({ length }) => length > LONGEST))
    return undefined;
  if ([...ours, ...theirs].some(hasUnknownKeys)) return undefined;
  // What one has emptied and the other writes in is there with those words.
  for (const [emptied, side] of [
    [ours, theirs],
    [theirs, ours],
  ] as const) {
    const isLeft = emptied.length === 0 && text !== '' && plainText(side) !== text;
    if (isLeft && !mayTouch) return [...side];
  }
  const before = lettersOf(base);
  const [our, their] = [sideOf(text, ours), sideOf(text, theirs)];
  const changes = inOrder(text, our.changes, their.changes, mayTouch);
  if (changes === undefined) return undefined;

  const merged: (Letter | undefined)[] = [];
  let place = 0;
  let last: Change | undefined;
  const keepUntil = (end: number) => {
    for (; place < end; place += 1) {
      const [one, other] = [our.kept[place], their.kept[place]];
      merged.push(one && other && remarked(one, [[before[place]!, other]]));
    }
  };
  for (const change of changes) {
    keepUntil(change.start);
    if (last?.end === last?.start && last?.start === change.end && !mayFollow(last, change))
      merged.push({ ...change.letters[0]!, text: ' ' });
    last = change;
    const other = our.changes.includes(change) ? their : our;
    const around = aroundOf(change, before, other);
    merged.push(...change.letters.map((letter) => remarked(letter, around)));
    place = Math.max(place, change.end);
  }
  keepUntil(text.length);
  return merged.includes(undefined) ? undefined : joinRuns((merged as Letter[]).map(runOf));
}

/** Merges a text without marks in the same way. */
export function mergeTexts(
  base: string,
  ours: string,
  theirs: string,
  mayTouch = false,
): string | undefined {
  const [before, one, other] = [base, ours, theirs].map((text): Run[] =>
    text === '' ? [] : [{ text }],
  );
  const merged = mergeRuns(before!, one!, other!, mayTouch);
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
