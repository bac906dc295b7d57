import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readArticleFile, serializeArticle } from '../../article/article-file.ts';
import { sameWords } from '../../article/same-words.ts';
import { arbitraryArticle } from './arbitrary.ts';
import { p } from './build.ts';

test('a story and its file say the same, whenever and by whomever it was saved', () => {
  fc.assert(
    fc.property(arbitraryArticle(), (story) => {
      const { article } = readArticleFile(serializeArticle(story));
      const later = { ...article, modified: '2026-11-28T00:00:00Z', saves: { ada: 3 } };
      expect(sameWords(story, later)).toBe(true);
      expect(sameWords(story, { ...later, headline: `${story.headline}.` })).toBe(false);
      expect(sameWords(story, { ...later, body: [...later.body, p('More')] })).toBe(false);
    }),
    { numRuns: 100 },
  );
});
