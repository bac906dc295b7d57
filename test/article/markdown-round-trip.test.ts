import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../article/article.ts';
import { markdown } from '../../article/formats/markdown.ts';
import { parseHouse } from '../../article/house.ts';
import { readMarkdown } from '../../article/import/markdown.ts';
import { type ArticleOptions, arbitraryArticle, newsText } from './arbitrary.ts';
import { runs } from './runs.ts';
import { seenArticle } from './shown.ts';
import { render } from './render.ts';

const house = parseHouse({ name: 'The Harbour Gazette', zone: 'Asia/Tokyo' });
const NOW = '2026-01-01T00:00:00Z';
const options = { house, dropUnknown: true };

/** Text full of what Markdown, or a reader of it, would take for markup. */
const markupText = fc
  .array(
    fc.constantFrom(
      ...'* ** _ __ ` `` ~~ ~ [ ](x) ![a](b) [^1] [a]: [x] <b> </p> <!-- &amp; &#x20; \\ \\\\ # ## > + - 1. 1) 2021. --- === *** ::: :-- | || {x} {{< $x$ ^ ! = ( ) " \' www.a.b http://a.b/c https://x.y/_a_ a@b.co *a* a b 日本 “q” é'.split(
        ' ',
      ),
      ' ',
      '  ',
      '\t',
      '    x',
      '\u00A0',
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((pieces) => pieces.join(''));

/** Articles with a dateline at their head alone: one later on comes back as text. */
const articles = (from: ArticleOptions = {}) =>
  arbitraryArticle(from).map((article) => ({
    ...article,
    body: article.body.filter(({ type }, index) => type !== 'dateline' || index === 0),
  }));

/** Of what a reader sees, what Markdown can carry: not how large a picture is. */
function carried(article: Article): unknown {
  return JSON.parse(
    JSON.stringify(seenArticle(article), (key, value: unknown) =>
      ['width', 'height', 'decorative'].includes(key) ? undefined : value,
    ),
  );
}

describe('an article as Markdown', () => {
  it('gives back every published field and the body', () => {
    fc.assert(
      fc.property(articles(), (article) => {
        const { article: back } = readMarkdown(render(markdown, article, options).text, house, NOW);
        expect(carried(back)).toEqual(carried(article));
      }),
      runs(80),
    );
  });

  it('never makes markup of its text', () => {
    fc.assert(
      fc.property(articles({ text: markupText, unknown: false, internal: false }), (article) => {
        const { article: back } = readMarkdown(render(markdown, article, options).text, house, NOW);
        expect(carried(back)).toEqual(carried(article));
      }),
      runs(80),
    );
  });

  it('is the same again when it is imported and exported', () => {
    fc.assert(
      fc.property(articles({ text: newsText }), (article) => {
        const { text } = render(markdown, article, options);
        const { article: back } = readMarkdown(text, house, NOW);
        expect(render(markdown, back, options).text).toBe(text);
      }),
      runs(80),
    );
  });
});
