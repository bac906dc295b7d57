import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { article, heading, li, list, p, quote, sidebar } from '../../article/build.ts';
import type { Article } from '../../article/article.ts';
import { text } from '../../article/formats/text.ts';
import { stats } from '../../article/stats.ts';
import { articleWords } from '../../article/word-count.ts';
import { StoryMaker } from '../bench/stories.ts';
import { arbitraryArticle } from './arbitrary.ts';

const counted = (story: Article) =>
  stats(text.render(story, { dropUnknown: true }).text, {
    lineLength: 40,
    language: story.language,
  }).words;

test('the words of a story are those of its wire copy', () => {
  const story: Article = {
    ...article(
      { type: 'dateline', id: 'd', places: [], style: 'ap', printed: 'OSLO', override: true },
      p('Ships pass.'),
      heading('A crosshead'),
      p([
        { text: 'Some' },
        { text: 'thing', marks: [{ type: 'bold' }] },
        { break: true },
        { text: 'new' },
      ]),
      p([{ text: 'Seen' }, { text: ' never printed', marks: [{ type: 'note' }] }]),
      list('numbered', li('One', list('bulleted', 'deep')), 'Two'),
      sidebar('Most read', [list('numbered', 'First')]),
    ),
    headline: 'Harbour\nopens',
    bylines: [{ name: 'Ada Prøve', role: 'author' }],
    stamp: { printed: '11:01 JST, December 25, 2021' },
    corrections: [{ at: '', kind: 'correction', text: 'It was not so.' }],
  };
  expect(articleWords(story)).toBe(counted(story));
  const plain = { ...story, body: story.body.filter((_, index) => index !== 4) };
  expect(articleWords(plain)).toBe(counted(plain));
  const other = { ...story, body: [quote([p('Said so')], 'The builder')] };
  expect(articleWords(other)).toBe(counted(other));
  const maker = new StoryMaker(9);
  for (let number = 0; number < 20; number += 1) {
    const made = maker.story(number);
    expect(articleWords(made)).toBe(counted(made));
  }
});

test('whatever is in the story', () => {
  fc.assert(
    fc.property(arbitraryArticle(), (story) => {
      expect(articleWords(story)).toBe(counted(story));
    }),
    { numRuns: 300 },
  );
});
