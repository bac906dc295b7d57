import type { Article } from './article.ts';
import type { Block } from './blocks/blocks.ts';
import { linesOf } from './blocks/holds.ts';
import { printedByline } from './byline.ts';
import { fieldsThat } from './fields.ts';

/** The words of two states of a story in one place; empty where a state has nothing there. */
export interface Difference {
  ours: string;
  theirs: string;
}

/**
 * The places in which the words of two states of a story differ, in the order of reading. What has
 * no words, such as marks, times and the status, is not looked at.
 */
export function differencesOf(ours: Article, theirs: Article): Difference[] {
  const [our, their] = [fieldsOf(ours), fieldsOf(theirs)];
  const fields = our.map((words, place) => ({ ours: words, theirs: their[place] ?? '' }));
  return [...fields, ...blocksOf(ours.body, theirs.body)].filter((one) => one.ours !== one.theirs);
}

function fieldsOf(article: Article): string[] {
  return fieldsThat(({ words }) => words === true).map((key) =>
    key === 'bylines' ? printedByline(article) : textsIn(article[key]).join(', '),
  );
}

function textsIn(value: unknown): string[] {
  return [value].flat().filter((text) => typeof text === 'string');
}

/** Blocks side by side by id; what only one side has stands after what it follows there. */
function blocksOf(ours: readonly Block[], theirs: readonly Block[]): Difference[] {
  const shared = new Set(ours.map(({ id }) => id));
  const added = new Map<string, Block[]>();
  let anchor = '';
  for (const block of theirs) {
    if (shared.has(block.id)) anchor = block.id;
    else added.set(anchor, [...(added.get(anchor) ?? []), block]);
  }
  const theirById = new Map(theirs.map((block) => [block.id, block]));
  const addedAfter = (id: string) =>
    (added.get(id) ?? []).map((block) => ({ ours: '', theirs: wordsOf(block) }));
  return [
    ...addedAfter(''),
    ...ours.flatMap((block) => [
      { ours: wordsOf(block), theirs: wordsOf(theirById.get(block.id)) },
      ...addedAfter(block.id),
    ]),
  ];
}

function wordsOf(block: Block | undefined): string {
  return block === undefined ? '' : linesOf([block]).join('\n');
}
