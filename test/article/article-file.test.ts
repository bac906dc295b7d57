import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readArticleFile, serializeArticle } from '../../article/article-file.ts';
import { arbitraryArticle } from './arbitrary.ts';

describe('an article file', () => {
  test('reads back as the article that was written, with all that is unknown in it', () => {
    fc.assert(
      fc.property(arbitraryArticle(), (article) => {
        const text = serializeArticle(article);
        const opened = readArticleFile(text);
        expect(opened.article).toEqual(article);
        expect(serializeArticle(opened.article)).toBe(text);
        expect(opened.readOnly).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});
