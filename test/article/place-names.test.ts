import { expect, test } from 'vitest';
import { type Article, createArticle } from '../../article/article.ts';
import { heading, p } from './build.ts';
import { mergeArticles } from '../../article/merge.ts';
import { placeNames } from '../../article/place-names.ts';

const [one, two, three] = [p('One.'), p('Two.'), p('Three.')];
const base = createArticle('2026-01-01T10:00:00.000Z', {
  headline: 'Harbour',
  body: [heading('Ferries'), one, two, three],
});

/** The names of the places that a merge of two changed sides could not bring together. */
function names(ours: Partial<Article>, theirs: Partial<Article>): string[] {
  const [our, their] = [
    { ...base, ...ours },
    { ...base, ...theirs },
  ];
  return placeNames(mergeArticles(base, our, their).conflicts, our, their);
}

/** The body with other words in the second paragraph. */
const changed = (text: string, before = base.body) =>
  before.map((block) => (block.id === two.id ? { ...p(text), id: two.id } : block));

test('where both sides changed the same words is told as a newsroom calls it', () => {
  expect(
    names(
      { headline: 'Quay', standfirst: 'Ours.', body: changed('Ours.') },
      { headline: 'Pier', standfirst: 'Theirs.', body: changed('Theirs.') },
    ),
  ).toEqual(['Headline', 'Standfirst', 'Paragraph 2']);
});

test('a paragraph is counted as the words that are kept beside the story have it', () => {
  const above = [p('New.'), ...base.body];
  expect(names({ body: changed('Ours.', above) }, { body: changed('Theirs.') })).toEqual([
    'Paragraph 2',
  ]);
  expect(names({ body: changed('Ours.') }, { body: changed('Theirs.', above) })).toEqual([
    'Paragraph 3',
  ]);
});

test('a paragraph that one side has joined to another is told, and an order that both have changed', () => {
  const without = base.body.filter(({ id }) => id !== two.id);
  const joined = without.map((block) =>
    block.id === one.id ? { ...p('One. Two more.'), id: one.id } : block,
  );
  expect(names({ body: joined }, { body: changed('Theirs.') })).toEqual(['Paragraph 2']);
  expect(names({ body: changed('Ours.') }, { body: joined })).toEqual(['Paragraph 2']);
  const [head, ...rest] = base.body;
  expect(
    names({ body: [head!, two, one, three] }, { body: [head!, ...rest.toReversed()] }),
  ).toEqual(['Order of the text']);
});
