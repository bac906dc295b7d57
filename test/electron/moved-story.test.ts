import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { OpenArticle } from '../../electron/contract/calls.ts';
import { type RunningDesk, runDesk } from './running-desk.ts';

const idsIn = async (articles: string) => {
  const files = (await fs.readdir(articles)).map((name) =>
    fs.readFile(path.join(articles, name, 'article.json'), 'utf8'),
  );
  return (await Promise.all(files)).map((text) => (JSON.parse(text) as { id: string }).id).sort();
};

/** Two stories whose folders exchange their names, which Galley has not seen. */
async function exchanged(): Promise<{
  desk: RunningDesk;
  articles: string;
  first: OpenArticle;
  second: OpenArticle;
}> {
  const desk = await runDesk({ watch: false });
  const first = await desk.call('articles.create', {});
  const second = await desk.call('articles.create', {});
  const [one, two] = [
    await desk.folderOf(first.article.id),
    await desk.folderOf(second.article.id),
  ];
  const articles = path.join(desk.folder, 'articles');
  await fs.rename(one, `${one}.aside`);
  await fs.rename(two, one);
  await fs.rename(`${one}.aside`, two);
  return { desk, articles, first, second };
}

test('of two stories that exchanged the names of their folders the one that is thrown away goes', async () => {
  const { desk, articles, first, second } = await exchanged();
  await desk.call('articles.trash', { id: second.article.id });
  expect(await idsIn(articles)).toEqual([first.article.id]);
});

test('a story whose folder has the name of another is saved into its own', async () => {
  const { desk, articles, first, second } = await exchanged();
  const article = { ...first.article, headline: 'Harbour' };
  await desk.call('articles.save', { article, base: first.hash });
  expect(await idsIn(articles)).toEqual([first.article.id, second.article.id].sort());
  expect((await desk.inFile(first.article.id)).headline).toBe('Harbour');
});
