import { describe, expect, test } from 'vitest';
import type { Article } from '../../article/article.ts';
import { article, p } from './build.ts';
import { partsIn, withLaterParts } from '../../article/common-parts.ts';
import { plainText } from '../../article/inline.ts';
import { mergeArticles } from '../../article/merge.ts';

const ids = ['a', 'b', 'c'].map(() => p('').id);

const state = (saves: Record<string, number>, headline: string, ...texts: string[]): Article => ({
  ...article(...texts.map((text, at) => ({ ...p(text), id: ids[at]! }))),
  id: '01890a5d-ac96-774b-bcce-b302099a8057',
  headline,
  saves,
});

/** What comes of both when the last common state, `between`, is told of and not kept. */
function mergeAfter(old: Article, between: Article, ours: Article, theirs: Article) {
  const base = withLaterParts(old, ours, theirs, partsIn([between]));
  const { merged, conflicts } = mergeArticles(base, ours, theirs);
  const texts = merged.body.map((block) =>
    block.type === 'paragraph' ? plainText(block.content) : '',
  );
  return { texts, headline: merged.headline, conflicts };
}

describe('two sides whose last common state is not kept', () => {
  const old = state({ ada: 1 }, '1', 'A', 'B');
  const between = state({ ada: 2, ben: 2 }, '2', 'A2', 'B2');

  test('are merged where each has changed other parts since', () => {
    const ours = state({ ada: 9, ben: 2 }, '9', 'A9', 'B2');
    const theirs = state({ ada: 2, ben: 9 }, '2', 'A2', 'B9');
    expect(mergeArticles(old, ours, theirs).conflicts).not.toEqual([]);
    const merged = { texts: ['A9', 'B9'], headline: '9', conflicts: [] };
    expect(mergeAfter(old, between, ours, theirs)).toEqual(merged);
    expect(mergeAfter(old, between, theirs, ours)).toEqual(merged);
  });

  test('do not get back what one has removed', () => {
    const with3 = state({ ada: 2, ben: 2 }, '1', 'A', 'B', 'C');
    const ours = state({ ada: 9, ben: 2 }, '1', 'A9', 'B');
    const theirs = state({ ada: 2, ben: 9 }, '1', 'A', 'B9', 'C');
    expect(mergeAfter(old, with3, ours, theirs).texts).toEqual(['A9', 'B9']);
  });

  test('stay apart where both have changed one part since', () => {
    const ours = state({ ada: 9, ben: 2 }, '2', 'A9', 'B2');
    const theirs = state({ ada: 2, ben: 9 }, '2', 'A8', 'B2');
    expect(mergeAfter(old, between, ours, theirs).conflicts).toEqual(['body[0]']);
  });

  test('are not merged by a state that one of them does not hold', () => {
    const ours = state({ ada: 9, ben: 1 }, '1', 'A9', 'B');
    const theirs = state({ ada: 1, ben: 9 }, '1', 'A2', 'B');
    expect(mergeAfter(old, between, ours, theirs).conflicts).toEqual(['body[0]']);
  });

  test('keep what one has put back, though both knew it before', () => {
    const with3 = state({ ada: 1 }, '1', 'A', 'B', 'C');
    const without = state({ ada: 2 }, '1', 'A', 'B');
    const ours = state({ ada: 3 }, '1', 'A3', 'B');
    const theirs = state({ ada: 2, ben: 1 }, '1', 'A', 'B', 'C');
    const merged = { texts: ['A3', 'B', 'C'], headline: '1', conflicts: [] };
    expect(mergeAfter(without, with3, ours, theirs)).toEqual(merged);
    expect(mergeAfter(without, with3, theirs, ours)).toEqual(merged);
  });

  test('keep what one has set back to what both had before', () => {
    const before = state({ ada: 1 }, '1', '12 dead in a fire');
    const common = state({ ada: 2 }, '1', '13 dead in a fire');
    const ours = state({ ada: 3 }, '1', '12 dead in a fire');
    const theirs = state({ ada: 2, ben: 1 }, '1', '13 dead in a fire at the harbour');
    const merged = { texts: ['12 dead in a fire at the harbour'], headline: '1', conflicts: [] };
    expect(mergeAfter(common, before, ours, theirs)).toEqual(merged);
    expect(mergeAfter(common, before, theirs, ours)).toEqual(merged);
  });
});
