import { isDateline } from './blocks/dateline/lead.ts';
import { type Article, parseArticle } from './article.ts';
import type { Block } from './blocks/blocks.ts';
import { linesOf } from './blocks/holds.ts';
import { deepEqual } from './deep-equal.ts';
import { articleFields, fieldsThat } from './fields.ts';
import { mergeArticles } from './merge.ts';
import { picturesOf } from './pictures.ts';

/**
 * What a copy of a story holds when it takes up more words that have no place in the story itself:
 * the new words, and at their end the blocks of the copy whose words these do not have. Undefined
 * where the copy has a head of its own, such as a standfirst: that has one place, and stays. `before`
 * is what the person had put into the copy and has written on from; of that only what was changed in
 * the copy since is kept.
 */
export function withLostWords(copy: Article, lost: Article, before?: Article): Article | undefined {
  if (before !== undefined) {
    const { merged, conflicts } = mergeArticles(before, lost, copy);
    if (conflicts.length === 0) return merged;
  }
  if (hasOwnHead(copy, lost)) return undefined;
  const isIn = blocksIn(lost.body);
  const kept = copy.body.filter((block, at) => {
    const last = copy.body[at - 1];
    // No dateline without its lead.
    return !isIn(block) || (isDateline(last) && !isIn(last));
  });
  return parseArticle({
    ...lost,
    ...Object.fromEntries(
      NOTES.map((key) => [key, linesOfBoth(lost[key], copy[key])] as const).filter(
        ([, text]) => text,
      ),
    ),
    created: copy.created,
    body: [...lost.body, ...kept],
  });
}

/** Fields that have room for the words of both. */
const NOTES = fieldsThat(({ yields, holds }) => yields === true && holds === 'text');

function linesOfBoth(...texts: readonly unknown[]): string {
  const [text = '', other = ''] = texts.map((one) => (typeof one === 'string' ? one : ''));
  const lines = text.split('\n');
  const more = other.split('\n').filter((line) => !lines.includes(line));
  return [text, ...more].filter(Boolean).join('\n');
}

/** True if the head of a copy says what that of the other words does not. */
function hasOwnHead(copy: Article, lost: Article): boolean {
  const others = new Map<string, unknown>(Object.entries(lost));
  return Object.entries(copy).some(([key, value]) => {
    if (articleFields.get(key)?.yields === true) return false;
    const isEmpty = value === '' || deepEqual(value, []);
    return !isEmpty && !deepEqual(value, others.get(key));
  });
}

/** True of blocks that a body has, or whose pictures and words it has. */
function blocksIn(body: readonly Block[]): (block: Block) => boolean {
  const lines = linesOf(body);
  const files = filesOf(body);
  return (block) => {
    if (body.some((other) => deepEqual(other, block))) return true;
    const its = linesOf([block]);
    if (its.length === 0 || !filesOf([block]).every((file) => files.includes(file))) return false;
    return its.every((line) => lines.some((other) => goesOn(line, other)));
  };
}

function filesOf(blocks: readonly Block[]): (string | undefined)[] {
  return picturesOf(blocks).map(({ picture }) => picture.file ?? picture.source);
}

/** Words of a line of fewer are in many others by chance. */
const FEW = 4;

/**
 * True if the words of a line are in the other, in their order; the other may have ended the last
 * word. A line of few words has to be there as it is.
 */
function goesOn(line: string, other: string): boolean {
  const words = line.split(/\s+/u);
  if (words.length < FEW) return line === other;
  let found = 0;
  for (const word of other.split(/\s+/u)) {
    const wanted = words[found];
    const isLast = wanted !== undefined && found === words.length - 1;
    if (isLast ? word.startsWith(wanted) : word === wanted) found += 1;
  }
  return found === words.length;
}
