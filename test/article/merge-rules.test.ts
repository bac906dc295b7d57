import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Article, changeStatus, createArticle } from '../../article/article.ts';
import { mergeArticles } from '../../article/merge.ts';

const NOW = '2026-01-01T00:00:00Z';
const base = createArticle(NOW, { headline: 'Fog', keywords: ['ports', 'fog', 'trams'] });
const at = (minute: number) => `2026-01-01T09:${String(minute).padStart(2, '0')}:00Z`;
const byline = (name: string) => ({ role: 'author' as const, name });
const fix = (minute: number, text: string) => ({
  kind: 'correction' as const,
  text,
  at: at(minute),
});

const thread = (id: string, ...replies: string[]) => ({
  id,
  replies: replies.map((text, index) => ({ id: `${id}-${text}`, text, at: at(index) })),
});
const review = (...threads: unknown[]) => ({ threads, suggestions: [] });
const asFields = (words: string[]) => ({
  keywords: words,
  bylines: words.map(byline),
  corrections: words.map((word, index) => fix(index, word)),
});

/** Both orders of the sides, which are to be the same, without a conflict. */
function together(from: Article, ours: Partial<Article>, theirs: Partial<Article>): Article {
  const both = mergeArticles(from, { ...from, ...ours }, { ...from, ...theirs });
  const turned = mergeArticles(from, { ...from, ...theirs }, { ...from, ...ours });
  expect([both.conflicts, turned.conflicts]).toEqual([[], []]);
  expect(turned.merged).toEqual(both.merged);
  expect(mergeArticles(from, both.merged, both.merged).merged).toEqual(both.merged);
  return both.merged;
}

describe('what two people do to the fields of a story', () => {
  test('a story that both move on stands where the last of them put it, with both steps', () => {
    const approved = changeStatus(base, 'approved', 'Ana', at(1));
    const spiked = changeStatus(base, 'spiked', 'Ben', at(2));
    const { status, history } = together(base, approved, spiked);
    expect(status).toBe('spiked');
    expect(history.map(({ by, to }) => `${by} ${to}`)).toEqual(['Ana approved', 'Ben spiked']);
  });

  test('nor does it matter that one side came back to where it began', () => {
    const from = { ...base, status: 'in-review' as const };
    const back = changeStatus(
      changeStatus(from, 'approved', 'Ana', at(1)),
      'in-review',
      'Ana',
      at(9),
    );
    const approved = changeStatus(from, 'approved', 'Ben', at(5));
    expect(together(from, back, approved).status).toBe('in-review');
  });

  test('keywords that one takes away and the other adds are gone and there', () => {
    const { keywords } = together(
      base,
      { keywords: ['ports', 'trams', 'tunnel'] },
      { keywords: ['ports', 'fog', 'night', 'trams'] },
    );
    expect(keywords).toEqual(['ports', 'night', 'trams', 'tunnel']);
  });

  test('bylines keep their order', () => {
    const from = { ...base, bylines: [byline('Ana'), byline('Ben')] };
    const { bylines } = together(
      from,
      { bylines: [byline('Ana'), byline('Cleo'), byline('Ben')] },
      { bylines: [byline('Ana'), byline('Ben'), byline('Dan')] },
    );
    expect(bylines.map(({ name }) => name)).toEqual(['Ana', 'Cleo', 'Ben', 'Dan']);
  });

  test('a correction that one rewrites while the other adds one is there once, as it is now', () => {
    const from = { ...base, corrections: [fix(1, 'The pier is new.')] };
    const { corrections } = together(
      from,
      { corrections: [fix(1, 'The pier is old.')] },
      { corrections: [fix(1, 'The pier is new.'), fix(2, 'It has two lamps.')] },
    );
    expect(corrections.map(({ text }) => text).toSorted()).toEqual([
      'It has two lamps.',
      'The pier is old.',
    ]);
  });

  test('threads are one by one, with the replies of both; a removed one stays if it was answered', () => {
    const from = { ...base, review: review(thread('a', 'Why?'), thread('b', 'Who?')) };
    const merged = together(
      from,
      { review: review(thread('a', 'Why?', 'Because.'), thread('c', 'New')) },
      { review: review(thread('a', 'Why?', 'No idea.'), thread('b', 'Who?', 'Ana.')) },
    );
    const said = (merged.review.threads as ReturnType<typeof thread>[]).map(({ id, replies }) => [
      id,
      ...replies.map(({ text }) => text).toSorted(),
    ]);
    expect(said).toEqual([
      ['a', 'Because.', 'No idea.', 'Why?'],
      ['b', 'Ana.', 'Who?'],
      ['c', 'New'],
    ]);
  });

  test('whatever both do to keywords, bylines and corrections, the sides are exchangeable', () => {
    const some = fc.uniqueArray(fc.constantFrom<string[]>('a', 'b', 'c', 'd', 'e', 'f'), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(some, some, some, (before, ours, theirs) => {
        const from = { ...base, ...asFields(before) };
        const one = mergeArticles(
          from,
          { ...from, ...asFields(ours) },
          { ...from, ...asFields(theirs) },
        );
        const other = mergeArticles(
          from,
          { ...from, ...asFields(theirs) },
          { ...from, ...asFields(ours) },
        );
        expect(one.conflicts.toSorted()).toEqual(other.conflicts.toSorted());
        if (one.conflicts.length > 0) return;
        expect(other.merged).toEqual(one.merged);
        const { keywords } = one.merged;
        const isAdded = (word: string) => !before.includes(word);
        for (const word of [...ours, ...theirs].filter(isAdded)) expect(keywords).toContain(word);
        for (const word of before) {
          expect(keywords.includes(word)).toBe(ours.includes(word) && theirs.includes(word));
        }
        expect(new Set(keywords).size).toBe(keywords.length);
      }),
      { numRuns: 2000 },
    );
  });
});
