import type { Block } from './blocks/blocks.ts';
import { type Holder, holdsOf, mapHeld } from './blocks/holds.ts';
import { deepEqual } from './deep-equal.ts';
import { type Run, plainText } from './inline.ts';
import { rowOf, sharesThreeWords, wordsOf } from './line-changes.ts';
import { mergeRuns } from './merge-runs.ts';

type Body = readonly Block[];
/** The lines of a body by their ids. */
export type Lines = Map<string, Run[]>;

/**
 * Gives each line that all three have the words that both sides gave it, wherever it stands and
 * whatever kind it is: one side may write in a paragraph that the other makes an item of a list.
 * What is left to merge is the order and the kinds of the blocks, and words that meet. For `mayTouch`
 * see `mergeRuns`.
 */
export function withWordsOfBoth(
  base: Body,
  ours: Body,
  theirs: Body,
  mayTouch = false,
): [Body, Body, Body] {
  const [before, one, other] = [base, ours, theirs].map(linesById) as [Lines, Lines, Lines];
  const merged: Lines = new Map();
  for (const [id, line] of before) {
    const [our, their] = [one.get(id), other.get(id)];
    if (our === undefined || their === undefined) continue;
    if (deepEqual(line, our) && deepEqual(line, their)) continue;
    const both = deepEqual(line, our)
      ? their
      : deepEqual(line, their)
        ? our
        : mergeRuns(line, our, their, mayTouch);
    if (both !== undefined) merged.set(id, both);
  }
  if (merged.size === 0) return [base, ours, theirs];
  const change = (body: Body): Block[] =>
    eachHolder(body, (holder) => {
      const content = merged.get(holder.id);
      return content !== undefined && contentOf(holder) ? { ...holder, content } : holder;
    });
  return [change(base), change(ours), change(theirs)];
}

/**
 * The lines of the base that one side has removed, but not their words: they are in lines that it
 * wrote or changed, as after joining two paragraphs.
 */
export function linesMovedOn(base: Lines, side: Lines): string[] {
  const gone = [...base].filter(
    ([id, line]) => !side.has(id) && wordsOf(plainText(line)).length > 0,
  );
  if (gone.length === 0) return [];
  const rows = [...side]
    .filter(([id, line]) => !deepEqual(line, base.get(id)))
    .map(([, line]) => rowOf(plainText(line)));
  return gone.flatMap(([id, line]) => {
    const text = plainText(line);
    const [words, whole] = [wordsOf(text), rowOf(text)];
    return rows.some((row) => row.includes(whole) || sharesThreeWords(words, row)) ? [id] : [];
  });
}

/** The lines of a body by their ids, at any depth. */
export function linesById(body: Body): Lines {
  const lines: Lines = new Map();
  eachHolder(body, (holder) => {
    const content = contentOf(holder);
    if (content !== undefined) lines.set(holder.id, content);
    return holder;
  });
  return lines;
}

/** A body with each of its blocks and their parts changed. */
function eachHolder(body: Body, change: <H extends Holder>(holder: H) => H): Block[] {
  return body.map((block) =>
    mapHeld(change(block), holdsOf(block), {
      part: change,
      blocks: (blocks) => eachHolder(blocks, change),
    }),
  );
}

function contentOf(holder: Holder): Run[] | undefined {
  return 'content' in holder && Array.isArray(holder.content) ? holder.content : undefined;
}
