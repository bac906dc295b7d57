import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { articleFile } from '../../electron/services/article-disk.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { type Article, createArticle } from '../../article/article.ts';
import { p } from '../article/build.ts';
import { newArticleId } from '../../article/ids.ts';
import { ownedName } from '../../electron/services/owned-name.ts';
import { runDesk } from './running-desk.ts';
import { eventually } from './temporary.ts';

/** The name that a process which is gone would have given, at work for an installation. */
async function nameOfGone(by?: string): Promise<string> {
  const child = spawn('true');
  await once(child, 'exit');
  return ownedName(child.pid, by);
}

const leftIn = async (folder: string) =>
  (await fs.readdir(folder, { recursive: true })).filter((name) => /\.galley-|\.new-/u.test(name));

const aDayAgo = () => new Date(Date.now() - 25 * 60 * 60 * 1000);

function storyOf(article: Article, headline: string): Article {
  return { ...article, headline, body: [p('Words that were on their way.')] };
}

test('what a killed Galley left is gone at the next start, its words are offered', async () => {
  const first = await runDesk();
  const { article } = await first.call('articles.create', {});
  const own = await first.folderOf(article.id);
  await first.galley.close();
  const { folder, dataFolder } = first;
  const articles = path.join(folder, 'articles');
  const gone = await nameOfGone();
  const newer = storyOf(article, 'Newer');
  await fs.writeFile(path.join(own, `.galley-${gone}.tmp`), serializeArticle(newer));
  await fs.writeFile(path.join(own, `.galley-${gone}2.tmp`), serializeArticle(newer).slice(0, 99));
  await fs.writeFile(path.join(folder, `.galley-${gone}.tmp`), '{}');
  await fs.mkdir(path.join(articles, 'no-story'));
  const alone = storyOf(createArticle('2026-01-01T00:00:00Z', { id: newArticleId() }), 'Alone');
  const half = path.join(articles, 'no-story', `.galley-${gone}.tmp`);
  await fs.writeFile(half, serializeArticle(alone));
  await fs.writeFile(path.join(dataFolder, `.galley-${gone}.tmp`), '{}');
  await fs.mkdir(path.join(folder, 'exports', `.galley-${gone}`, 'media'), { recursive: true });
  const lost = storyOf(createArticle('2026-01-01T00:00:00Z', { id: newArticleId() }), 'Lost');
  await fs.mkdir(path.join(articles, `.new-${gone}`, 'media'), { recursive: true });
  await fs.writeFile(articleFile(path.join(articles, `.new-${gone}`)), serializeArticle(lost));
  await fs.mkdir(path.join(articles, `.new-${gone}2`));
  // Of a Galley before this one, whose names tell no owner.
  const old = path.join(own, '.galley-0123456789ab.tmp');
  await fs.writeFile(old, 'half');
  await fs.utimes(old, aDayAgo(), aDayAgo());

  const desk = await runDesk({ folder, dataFolder });
  await eventually(async () => {
    expect(await leftIn(folder)).toEqual([]);
    expect(await leftIn(dataFolder)).toEqual([]);
  });
  const lines = await desk.call('articles.list', {});
  expect(lines.map(({ headline }) => headline).sort()).toEqual(['', 'Lost', 'no-story']);
  expect((await desk.inFile(lost.id)).body).toEqual(lost.body);
  const opened = await desk.call('articles.open', { id: article.id });
  expect(opened.article.headline).toBe('');
  expect(opened.recovered?.article.headline).toBe('Newer');
  await desk.galley.close();
  await runDesk({ folder, dataFolder });
  const again = await runDesk({ folder, dataFolder });
  expect((await again.inFile(alone.id)).body).toEqual(alone.body);
  expect((await again.call('articles.list', {})).length).toBe(4);
});

test('words of a save that was never done are offered when the story is opened, and merge with those of later ones', async () => {
  const desk = await runDesk();
  const { article } = await desk.call('articles.create', {});
  const own = await desk.folderOf(article.id);
  // Until now a colleague has written it.
  const [installation = ''] = Object.keys((await desk.inFile(article.id)).saves ?? {});
  const theirs = { ...article, body: [p('Ferries wait.')], saves: { colleague: 10 } };
  await fs.writeFile(articleFile(own), serializeArticle(theirs));
  const known = await fs.readdir(desk.dataFolder, { recursive: true });
  for (const bases of known.filter((name) => name.endsWith(path.join(article.id, 'bases'))))
    await fs.rm(path.join(desk.dataFolder, bases), { recursive: true });
  const { hash } = await desk.call('articles.open', { id: article.id });
  await desk.call('articles.save', { article: { ...theirs, slugline: 'ferries' }, base: hash });
  const inFile = await desk.inFile(article.id);
  // Killed before the file was in its place: the next save has the same number.
  const saves = { ...inFile.saves, [installation]: (inFile.saves?.[installation] ?? 0) + 1 };
  const write = (text: string) => [{ ...inFile.body[0]!, content: [{ text }] }] as Article['body'];
  const undone = { ...inFile, saves, body: write('Ferries wait. The tide is late.') };
  const opened = await desk.call('articles.open', { id: article.id });
  await fs.writeFile(
    path.join(own, `.galley-${await nameOfGone(installation)}.tmp`),
    serializeArticle(undone),
  );
  const later = { ...opened.article, body: write('Ferries wait. So do the crews.') };
  await desk.call('articles.save', { article: later, base: opened.hash });
  expect((await desk.inFile(article.id)).saves).toEqual(saves);

  const { recovered } = await desk.call('articles.open', { id: article.id });
  expect(recovered?.article.body).toEqual(undone.body);
  expect(await leftIn(own)).toEqual([]);
  await desk.call('articles.save', { article: recovered!.article, base: recovered!.base });
  expect(await desk.call('articles.list', {})).toHaveLength(1);
  expect((await desk.inFile(article.id)).body).toMatchObject(
    write('Ferries wait. So do the crews. The tide is late.'),
  );
});

test('what is young, or of a Galley that lives, stays', async () => {
  const first = await runDesk();
  const { article } = await first.call('articles.create', {});
  const own = await first.folderOf(article.id);
  const names = [
    `.galley-${ownedName()}.tmp`,
    `.galley-${ownedName(process.ppid)}.tmp`,
    // Of another machine, or of before it was started.
    '.galley-00000000-1-0123456789ab.tmp',
    '.galley-0123456789ab.tmp',
    '.galley-notes.tmp.txt',
  ];
  for (const name of names) await fs.writeFile(path.join(own, name), 'half');
  const notOurs = path.join(own, '.galley-notes.tmp.txt');
  await fs.utimes(notOurs, aDayAgo(), aDayAgo());
  const gone = path.join(own, `.galley-${await nameOfGone()}.tmp`);
  await fs.writeFile(gone, 'half');
  await runDesk({ folder: first.folder, dataFolder: first.dataFolder });
  await eventually(() => expect(fs.stat(gone)).rejects.toThrow('ENOENT'));
  expect((await leftIn(own)).sort()).toEqual(names.sort());
});
