import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../article/article.ts';
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

async function withoutFile() {
  const desk = await runDesk({ watch: false });
  const opened = await desk.call('articles.create', {});
  const folder = await desk.folderOf(opened.article.id);
  await fs.mkdir(path.join(folder, 'media'));
  await fs.writeFile(path.join(folder, 'media', 'harbour.jpg'), 'picture');
  const file = path.join(folder, 'article.json');
  const text = await fs.readFile(file, 'utf8');
  await fs.rm(file);
  const save = () =>
    desk.call('articles.save', {
      article: { ...opened.article, headline: 'Harbour' },
      base: opened.hash,
    });
  return { desk, folder, file, text, save, id: opened.article.id };
}

describe('a story whose file is away when it is saved', () => {
  test('for a moment, since a sync program exchanges it, is merged with what comes', async () => {
    const { desk, folder, file, text, save, id } = await withoutFile();
    const theirs = { ...(JSON.parse(text) as Article), standfirst: 'From the other desk' };
    setTimeout(() => void fs.writeFile(file, JSON.stringify(theirs, null, 2)), 150);
    await save();
    expect(await fs.readdir(path.dirname(folder))).toEqual([path.basename(folder)]);
    const { headline, standfirst } = await desk.inFile(id);
    expect({ headline, standfirst }).toEqual({
      headline: 'Harbour',
      standfirst: 'From the other desk',
    });
  });

  test('for good, keeps its folder and the pictures in it', async () => {
    const { desk, folder, save, id } = await withoutFile();
    await save();
    expect(await fs.readdir(path.dirname(folder))).toEqual([path.basename(folder)]);
    expect((await fs.readdir(folder)).sort()).toEqual(['article.json', 'media']);
    expect((await desk.inFile(id)).headline).toBe('Harbour');
  });
});
