import { type Article, parseArticle } from './article.ts';
import type { Block } from './blocks/blocks.ts';
import { linesOf } from './blocks/holds.ts';
import { mergeArticles } from './merge.ts';

/**
 * What a copy of a story holds when it takes up more words that have no place in the story itself:
 * the new words, and at their end the blocks of the copy whose words these do not have. `before` is
 * what the person had put into the copy and has written on from; of that only what was changed in the
 * copy since is kept.
 */
export function withLostWords(copy: Article, lost: Article, before?: Article): Article {
  if (before !== undefined) {
    const { merged, conflicts } = mergeArticles(before, lost, copy);
    if (conflicts.length === 0) return merged;
  }
  const lines = linesOf(lost.body);
  const isIn = (block: Block): boolean => {
    const its = linesOf([block]);
    if (its.length === 0) return lost.body.some(({ id }) => id === block.id);
    return its.every((line) => lines.some((other) => goesOn(line, other)));
  };
  const kept = copy.body.filter((block, at) => {
    const last = copy.body[at - 1];
    // No dateline without its lead.
    return !isIn(block) || (last?.type === 'dateline' && !isIn(last));
  });
  return parseArticle({ ...lost, created: copy.created, body: [...lost.body, ...kept] });
}

/** True if the words of a line are in the other, in their order; the other may have ended them. */
function goesOn(line: string, other: string): boolean {
  const words = line.split(/\s+/u);
  let found = 0;
  for (const word of other.split(/\s+/u)) {
    if (found < words.length && word.startsWith(words[found]!)) found += 1;
  }
  return found === words.length;
}
