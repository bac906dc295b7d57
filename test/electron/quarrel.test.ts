import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Article } from '../../article/article.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { p } from '../article/build.ts';
import { linesOf } from '../../article/blocks/holds.ts';
import { type RunningDesk, runDesk } from './running-desk.ts';

/** A story of two paragraphs; `write` has a window save other words in one of them. */
async function story() {
  const desk = await runDesk();
  const made = await desk.call('articles.create', {});
  const begun = { ...made.article, headline: 'Harbour', body: [p('Begun.'), p('Two.')] };
  await desk.call('articles.save', { article: begun, base: made.hash });
  const { article, hash } = await desk.call('articles.open', { id: begun.id });
  return { desk, article, hash, id: article.id };
}

/** The article with other words in one paragraph. */
function rewrite(article: Article, index: number, text: string): Article {
  const body = article.body.map((block, at) =>
    at === index ? { ...p(text), id: block.id } : block,
  );
  return { ...article, body };
}

/** Another Galley has written other words into a paragraph. */
async function writeElsewhere(desk: RunningDesk, id: string, index: number, text: string) {
  const found = await desk.inFile(id);
  const other = (found.saves?.['other'] ?? 0) + 1;
  const theirs = { ...rewrite(found, index, text), saves: { ...found.saves, other } };
  const file = path.join(await desk.folderOf(id), 'article.json');
  await fs.writeFile(file, serializeArticle(theirs));
}

const words = ({ body }: Article) => linesOf(body);

async function copies(desk: RunningDesk, id: string): Promise<Article[]> {
  const stories = await desk.call('articles.list', {});
  return Promise.all(stories.filter((one) => one.id !== id).map((one) => desk.inFile(one.id)));
}

test('who types on in words that another changed has one copy, with the last words of it', async () => {
  const { desk, article, hash, id } = await story();
  const save = (text: string) =>
    desk.call('articles.save', { article: rewrite(article, 0, text), base: hash, window: 'w1' });
  for (const [round, text] of ['Our', 'Ours, tiped', 'Ours, typed on.'].entries()) {
    // oxlint-disable-next-line no-await-in-loop
    await writeElsewhere(desk, id, 0, `Theirs ${round}`);
    // oxlint-disable-next-line no-await-in-loop
    await save(text);
  }
  expect((await copies(desk, id)).map(words)).toEqual([['Ours, typed on.', 'Two.']]);
  expect(words(await desk.inFile(id))).toEqual(['Theirs 2', 'Two.']);
});

test('a quarrel that goes on after the words of the other were taken up stays one copy, and it has all of it', async () => {
  const { desk, article, hash, id } = await story();
  let [base, mine] = [hash, article];
  for (let round = 1; round <= 5; round += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await writeElsewhere(desk, id, 0, `Theirs ${round}.`);
    // oxlint-disable-next-line no-await-in-loop
    const saved = await desk.call('articles.save', {
      article: rewrite(mine, 0, `Ours ${round}.`),
      base,
      window: 'w1',
    });
    expect(saved.keptAs).toBeDefined();
    [base, mine] = [saved.hash, saved.merged!];
  }
  const [copy, ...more] = await copies(desk, id);
  expect(more).toEqual([]);
  expect(copy!.headline).toBe('Harbour (conflict copy)');
  expect(words(copy!).toSorted()).toEqual([
    ...[1, 2, 3, 4, 5].map((round) => `Ours ${round}.`),
    'Two.',
  ]);
});

test('what was changed beside the quarrel is in the story', async () => {
  const { desk, article, hash, id } = await story();
  const save = (text: string, other: string) =>
    desk.call('articles.save', {
      article: rewrite(rewrite(article, 0, text), 1, other),
      base: hash,
      window: 'w1',
    });
  await writeElsewhere(desk, id, 0, 'Theirs.');
  await save('Ours.', 'Two, ours.');
  await save('Ours, typed on.', 'Two, ours and typed on.');
  expect(words(await desk.inFile(id))).toEqual(['Theirs.', 'Two, ours and typed on.']);
  expect(await copies(desk, id)).toHaveLength(1);
});

test('words that someone has written into the copy stay in it', async () => {
  const { desk, article, hash, id } = await story();
  const save = (text: string) =>
    desk.call('articles.save', { article: rewrite(article, 0, text), base: hash, window: 'w1' });
  await writeElsewhere(desk, id, 0, 'Theirs.');
  const { keptAs } = await save('Ours.');
  await writeElsewhere(desk, keptAs!.id, 0, 'Made better.');
  await save('Ours and more.');
  expect((await copies(desk, id)).map(words)).toEqual([['Ours and more.', 'Two.', 'Made better.']]);
});

test('a copy that was thrown away or given another name is dealt with: the next words have one of their own', async () => {
  const { desk, article, hash, id } = await story();
  const save = async (text: string) => {
    await writeElsewhere(desk, id, 0, `Theirs, before ${text}`);
    const { keptAs } = await desk.call('articles.save', {
      article: rewrite(article, 0, text),
      base: hash,
      window: 'w1',
    });
    return keptAs!.id;
  };
  const first = await save('One.');
  await desk.call('articles.trash', { id: first });
  const second = await save('Two.');
  const opened = await desk.call('articles.open', { id: second });
  await desk.call('articles.save', {
    article: { ...opened.article, headline: 'A story now' },
    base: opened.hash,
  });
  const third = await save('Three.');
  expect(new Set([first, second, third]).size).toBe(3);
  expect((await copies(desk, id)).map((copy) => words(copy).join(' ')).toSorted()).toEqual([
    'Three. Two.',
    'Two. Two.',
  ]);
});

test('a second quarrel takes away no standfirst that the first has put into the copy', async () => {
  const { desk, article, hash, id } = await story();
  const write = async (change: Partial<Article>) => {
    const found = await desk.inFile(id);
    const saves = { ...found.saves, other: (found.saves?.['other'] ?? 0) + 1 };
    const file = path.join(await desk.folderOf(id), 'article.json');
    await fs.writeFile(file, serializeArticle({ ...found, ...change, saves }));
  };
  await write({ standfirst: 'Theirs.' });
  const first = await desk.call('articles.save', {
    article: { ...article, standfirst: 'Ours.' },
    base: hash,
    window: 'w1',
  });
  await writeElsewhere(desk, id, 0, 'Theirs, too.');
  const save = (text: string) =>
    desk.call('articles.save', {
      article: rewrite(first.merged!, 0, text),
      base: first.hash,
      window: 'w1',
    });
  await save('Our');
  await writeElsewhere(desk, id, 0, 'Theirs, too, again.');
  await save('Ours, too.');
  const kept = (await copies(desk, id)).map((copy) => [copy.standfirst, ...words(copy)].join(' '));
  expect(kept.toSorted()).toEqual(['Ours. Begun. Two.', 'Theirs. Ours, too. Two.']);
});
