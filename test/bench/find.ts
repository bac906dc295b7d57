import { createArticle } from '../../article/article.ts';
import { type FindQuery, makeFinder } from '../../article/find.ts';
import { p } from '../article/build.ts';
import { type Result, atMost, cpuTime, median } from './measure.ts';
import { StoryMaker } from './stories.ts';

const QUERIES: readonly [name: string, query: FindQuery][] = [
  ['a word', { text: 'the' }],
  ['a whole word', { text: 'said', wholeWord: true }],
  ['without accents', { text: 'would', folded: true }],
  ['an expression', { text: String.raw`\b(s\w+)\s(\w+)`, regex: true }],
];

/** Looks for words in a story of so many words: in the whole, and again when one paragraph has changed. */
export async function findCase(share: number): Promise<Result[]> {
  const count = Math.round(100_000 * share);
  const maker = new StoryMaker(4);
  const paragraphs = Array.from({ length: Math.ceil(count / 60) }, () =>
    p(Array.from({ length: 60 }, () => maker.word()).join(' ')),
  );
  const article = createArticle('2026-01-01T00:00:00Z', { body: paragraphs });
  const changed = { ...article, body: article.body.with(7, p('the harbour said it would open')) };
  const results: Result[] = [];
  for (const [name, query] of QUERIES) {
    const times: [first: number[], again: number[]] = [[], []];
    for (let round = 0; round < 7; round += 1) {
      const finder = makeFinder(query);
      // oxlint-disable-next-line no-await-in-loop
      times[0].push(await cpuTime(() => finder.hits(article)));
      // oxlint-disable-next-line no-await-in-loop
      times[1].push(await cpuTime(() => finder.hits(changed)));
    }
    const [first, again] = times.map(median) as [number, number];
    results.push(
      atMost(`find ${name} in ${count} words`, first, 50),
      atMost('  again, when a paragraph has changed', again, 5),
    );
  }
  return results;
}
