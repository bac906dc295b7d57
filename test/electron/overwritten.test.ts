import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../article/article.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { type RunningDesk, runDesk } from './running-desk.ts';
import { eventually, temporaryFolder } from './temporary.ts';

/** A story with a headline, and its article as it was before that. */
async function story(desk: RunningDesk) {
  const { article, hash } = await desk.call('articles.create', {});
  const before = await desk.inFile(article.id);
  await desk.call('articles.save', { article: { ...article, headline: 'Ours' }, base: hash });
  return { id: article.id, before };
}

/** A sync program puts another's file over ours: it was made from `before`. */
async function putOver(desk: RunningDesk, before: Article, fields: Partial<Article>) {
  const other = { ...before, ...fields, saves: { ...before.saves, other: 1, ...fields.saves } };
  const file = path.join(await desk.folderOf(before.id), 'article.json');
  await fs.writeFile(file, serializeArticle(other));
  await desk.call('desk.rescan', {});
}

test('words that another program writes over come back, and are counted in the file', async () => {
  const desk = await runDesk();
  const { id, before } = await story(desk);
  await putOver(desk, before, { standfirst: 'Theirs' });
  await eventually(async () =>
    expect(await desk.inFile(id)).toMatchObject({ headline: 'Ours', standfirst: 'Theirs' }),
  );
});

test('where both changed the same place one copy is made, however often it is looked', async () => {
  const desk = await runDesk();
  const { before } = await story(desk);
  await putOver(desk, before, { headline: 'Theirs' });
  await eventually(async () => expect(await desk.call('articles.list', {})).toHaveLength(2));
  const { folder, dataFolder } = desk;
  await desk.galley.close();
  const again = await runDesk({ folder, dataFolder });
  await again.call('desk.rescan', {});
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect((await again.call('articles.list', {})).map(({ headline }) => headline).sort()).toEqual([
    'Ours (conflict copy)',
    'Theirs',
  ]);
});

test('a count beyond all counting is left out, and the story stays one that can be read', async () => {
  const desk = await runDesk();
  const { id } = await story(desk);
  const now = await desk.inFile(id);
  const [own = ''] = Object.keys(now.saves ?? {});
  await putOver(desk, now, { kicker: 'K', saves: { [own]: Number.MAX_SAFE_INTEGER } });
  const { article, hash } = await desk.call('articles.open', { id });
  await desk.call('articles.save', { article: { ...article, headline: 'Later' }, base: hash });
  expect((await desk.call('articles.open', { id })).article.headline).toBe('Later');
});

/** Puts the file back as it was `before`. */
async function putBack(desk: RunningDesk, before: Article) {
  const file = path.join(await desk.folderOf(before.id), 'article.json');
  await fs.writeFile(file, serializeArticle(before));
  await desk.call('desk.rescan', {});
}

async function expectVersion(desk: RunningDesk, { id }: Article) {
  await eventually(() =>
    expect(desk.events.filter(({ name }) => name === 'words-kept')).toHaveLength(1),
  );
  expect((await desk.inFile(id)).headline).toBe('');
}

test('an older file that is put back stays, and what was there is kept as a version', async () => {
  const desk = await runDesk();
  const { before } = await story(desk);
  await putBack(desk, before);
  await expectVersion(desk, before);
});

const syncedDesk = async () => {
  const home = await temporaryFolder();
  await fs.mkdir(path.join(home, '.stfolder'));
  return runDesk({ folder: path.join(home, 'desk') });
};

describe('in a folder that a sync program looks after', () => {
  test('a file that is brought a second time takes away no words that were saved in between', async () => {
    const desk = await syncedDesk();
    const { id, before } = await story(desk);
    await putBack(desk, before);
    await eventually(async () => expect((await desk.inFile(id)).headline).toBe('Ours'));
  });

  test('an older file that is put back later stays', async () => {
    const desk = await syncedDesk();
    const { before } = await story(desk);
    const data = await fs.readdir(desk.dataFolder, { recursive: true });
    const past = new Date(Date.now() - 11_000);
    for (const name of data.filter((one) => one.includes(`${before.id}/bases/`)))
      await fs.utimes(path.join(desk.dataFolder, name), past, past);
    await putBack(desk, before);
    await expectVersion(desk, before);
  });
});
