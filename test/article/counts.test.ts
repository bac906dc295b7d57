import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '../../article/article.ts';
import type { Block } from '../../article/blocks/blocks.ts';
import {
  article,
  cell,
  correction,
  datelineBlock,
  embed,
  gallery,
  heading,
  image,
  li,
  list,
  p,
  pullquote,
  quote,
  sidebar,
  table,
} from './build.ts';
import { countBlocks, countStory, storyLength } from '../../article/counts.ts';
import { COUNTED_PARTS } from '../../article/counted-parts.ts';
import { publish } from '../../article/publish.ts';
import { arbitraryArticle } from './arbitrary.ts';

/** As the list says it. */
const lengthOf = (story: Article) => storyLength(publish(story, { dropUnknown: true }).published);

const house = { lineLength: 42 };
const words = (story: Article) =>
  Object.fromEntries(
    Object.entries(countStory(story, house))
      .map(([part, { words: found }]) => [part, found])
      .filter(([, found]) => found !== 0),
  );

test('the words of a story are those that were typed into it', () => {
  const said = Array.from({ length: 52 }, (_, at) => `word${at}`).join(' ');
  const story = { ...article(p(said)), headline: 'A headline of five words' };
  expect(words(story)).toEqual({ story: 52, head: 5 });
  const empty = {
    ...article(p()),
    bylines: [{ name: 'Ada King Lovelace', role: 'author' as const }],
  };
  expect(words(empty)).toEqual({ head: 4 });
});

test('each part is counted by itself', () => {
  const oslo = datelineBlock({ places: [], style: 'ap', printed: 'OSLO (AP) — ', override: true });
  const noted = p([{ text: 'Seen' }, { text: ' never printed', marks: [{ type: 'note' }] }]);
  const story: Article = {
    ...article(
      oslo,
      p('Ships pass.'),
      heading('A crosshead'),
      p([
        { text: 'Some' },
        { text: 'thing', marks: [{ type: 'bold' }] },
        { break: true },
        { text: 'new' },
      ]),
      noted,
      list('numbered', li('One', list('bulleted', 'deep')), 'Two'),
      quote([p('Said so'), pullquote('Large in a quote')], 'The builder'),
      table([[cell('Left'), cell('Right', { blocks: [p('below'), image({ caption: 'Seen' })] })]], {
        caption: 'A table of two',
      }),
      pullquote('Set large', 'Its author'),
      image({ caption: 'A crane', credit: 'Ada', alt: 'Not seen by readers' }),
      gallery([image({ caption: 'First' })], 'All of them'),
      embed('https://example.com/', { provider: 'Example', title: 'A card' }),
      correction('It was not so.'),
      sidebar('Most read', [list('numbered', 'First story'), image({ caption: 'Beside' })]),
    ),
    kicker: 'Ports',
    headline: 'Harbour\nopens',
    standfirst: 'At last.',
    bylines: [{ name: 'Ada Prøve', role: 'author' }],
    stamp: { printed: '11:01 JST, December 25, 2021' },
    corrections: [{ at: '', kind: 'correction', text: 'Nor was that.' }],
    slugline: 'never-printed',
    edNote: 'never printed',
  };
  expect(words(story)).toEqual({
    // OSLO AP Ships pass; A crosshead; Something new; Seen; One deep Two; Said so The builder; Left Right below
    story: 4 + 2 + 2 + 1 + 3 + 4 + 3,
    // Ports; Harbour opens; At last; By Ada Prøve; 11:01 JST December 25 2021
    head: 1 + 2 + 2 + 3 + 6,
    sidebars: 4,
    pullquotes: 8,
    captions: 1 + 4 + 3 + 4 + 1,
    embeds: 3,
    corrections: 7,
    notes: 2,
  });
});

test('what is suggested, hidden or not known is not counted', () => {
  const suggestion = { id: 's', kind: 'insert' as const, by: 'Ada', at: '' };
  const story = article(
    p([{ text: 'Here ' }, { text: 'perhaps', marks: [{ type: 'suggestion', ...suggestion }] }]),
    { ...p('Perhaps this'), suggestion },
    { type: 'unknown', id: 'u', was: { type: 'hologram', id: 'u', words: 'what is this' } },
  );
  expect(words(story)).toEqual({ story: 1 });
});

test('characters are those that a reader sees', () => {
  const printed = '【東京時事】';
  const story = article(
    datelineBlock({ places: [], style: 'jiji', printed, override: true }),
    p('防衛省は  発表した。'),
  );
  const { story: counted } = countStory({ ...story, language: 'ja' }, house);
  expect(counted).toMatchObject({ characters: 6 + 4 + 1 + 5, lines: 1 });
  expect(lengthOf({ ...story, language: 'ja' })).toEqual({
    words: counted.words,
    characters: counted.characters,
  });
});

test('selected blocks are counted by the same rules, whatever they are', () => {
  const story = article(p('Never asked'));
  const selected: Block[] = [p('Two words'), pullquote('Three more words')];
  expect(countBlocks(story, selected, house).words).toBe(5);
});

test('whatever is in a story is counted once', () => {
  fc.assert(
    fc.property(arbitraryArticle(), (story) => {
      const counts = countStory(story, house);
      const { head, notes, ...body } = counts;
      const bare = { ...story, corrections: [] };
      const inBody = Object.values(countStory(bare, house)).reduce(
        (sum, one) => sum + one.words,
        0,
      );
      expect(countBlocks(bare, story.body, house).words).toBe(inBody - head.words - notes.words);
      expect(Object.keys(body).length + 2).toBe(COUNTED_PARTS.length);
      expect(lengthOf(story).words).toBe(counts.story.words);
    }),
    { numRuns: 100 },
  );
});
