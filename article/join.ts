import type { Article } from './article.ts';
import type { Block } from './blocks/blocks.ts';
import { deepEqual } from './deep-equal.ts';
import { type Merge, mergeArticles } from './merge.ts';

/**
 * Brings two states of an article together of which no earlier one is known: what either side has
 * alone is in the result, and of a field or block in which they differ what `ours` says; those
 * places are the conflicts.
 */
export function joinArticles(ours: Article, theirs: Article): Merge {
  return mergeArticles(common(ours, theirs), ours, theirs);
}

/** What both sides say alike, as if that had been the article before. */
function common(ours: Article, theirs: Article): Article {
  const alike = Object.entries(ours).filter(([key, value]) =>
    deepEqual(value, theirs[key as keyof Article]),
  );
  const theirBlocks = new Map(theirs.body.map((block) => [block.id, block]));
  const body = ours.body.filter((block: Block) => deepEqual(block, theirBlocks.get(block.id)));
  const nothing = { keywords: [], bylines: [], corrections: [], history: [] };
  const review = { threads: [], suggestions: [] };
  return {
    ...nothing,
    review,
    ...Object.fromEntries(alike),
    id: ours.id,
    body,
  } as unknown as Article;
}
