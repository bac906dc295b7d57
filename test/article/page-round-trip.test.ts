import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fragment } from '../../article/formats/fragment.ts';
import { html } from '../../article/formats/html.ts';
import { parseHouse } from '../../article/house.ts';
import { printedAuthors } from '../../article/html/byline.ts';
import { readHtml } from '../../article/import/html.ts';
import { publish } from '../../article/publish.ts';
import { arbitraryArticle } from './arbitrary.ts';
import { runs } from './runs.ts';
import { seen, seenArticle } from './shown.ts';
import { render } from './render.ts';

const house = parseHouse({ name: 'The Harbour Gazette', zone: 'Asia/Tokyo' });
const NOW = '2026-01-01T00:00:00Z';
const options = { house, stylesheet: 'p{}', dropUnknown: true };

describe('a published page', () => {
  it('gives back every published field and the body', () => {
    fc.assert(
      fc.property(arbitraryArticle(), (article) => {
        const { article: back } = readHtml(render(html, article, options).text, house, NOW);
        expect(seenArticle(back)).toEqual(seenArticle(article));
        const authors = printedAuthors(publish(article, options).published);
        expect(back.bylines.filter(({ role }) => role === 'author')).toEqual(
          authors.map((author) => ({ ...author, name: seen(author.name) })),
        );
      }),
      runs(80),
    );
  });

  it('is the same again when it is imported and exported', () => {
    fc.assert(
      fc.property(arbitraryArticle(), (article) => {
        const page = render(html, article, options).text;
        const { article: back } = readHtml(page, house, NOW);
        expect(render(html, { ...back, modified: article.modified }, options).text).toBe(page);
      }),
      runs(80),
    );
  });

  it('comes back from its article element too', () => {
    fc.assert(
      fc.property(arbitraryArticle(), (article) => {
        const text = render(fragment, article, options).text;
        const { article: back } = readHtml(text, house, NOW);
        expect(seenArticle(back)).toEqual({ ...seenArticle(article), canonicalUrl: '' });
        expect(render(fragment, back, options).text).toBe(text);
      }),
      runs(80),
    );
  });
});
