import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { p } from '../article/build.ts';
import { photograph } from './pictures.ts';
import { type RunningDesk, faultOf, runDesk } from './running-desk.ts';
import { eventually } from './temporary.ts';

/** A story of a window that it has just saved, and its file. */
async function openStory() {
  const desk = await runDesk();
  const { article, hash } = await desk.call('articles.create', { window: 'window' });
  const { id } = article;
  const words = { ...article, headline: 'Harbour', body: [p('One.')] };
  const saved = await desk.call('articles.save', { article: words, base: hash, window: 'window' });
  const folder = await desk.folderOf(id);
  const base64 = (await photograph()).toString('base64');
  const picture = await desk.call('media.add', { id, name: 'quay.jpg', base64 });
  return {
    desk,
    id,
    folder,
    file: path.join(folder, 'article.json'),
    words,
    base: saved.hash,
    picture,
  };
}

type Story = Awaited<ReturnType<typeof openStory>>;

const writeOver = ({ desk, words, base }: Story) =>
  desk.call('articles.save', {
    article: { ...words, standfirst: 'Mine.' },
    base,
    window: 'window',
    over: true,
  });

const faultInList = async (desk: RunningDesk, id: string) =>
  (await desk.call('articles.list', {})).find((line) => line.id === id)?.fault;

/** What may become of a file, and what is then found where it is put aside. */
const damages: Record<string, (file: string) => Promise<void>> = {
  'cut off': (file) => fs.truncate(file, 50),
  empty: (file) => fs.truncate(file, 0),
  'a picture': (file) => fs.writeFile(file, new Uint8Array([0xff, 0xd8, 0xff, 0])),
  'a folder': async (file) => {
    await fs.rm(file);
    await fs.mkdir(file);
  },
  'a link out of the desk': async (file) => {
    await fs.writeFile(path.join(file, '../../../../outside.json'), '{}');
    await fs.rm(file);
    await fs.symlink('../../../outside.json', file);
  },
};

describe.for(Object.entries(damages))('a story whose file is %s while it is open', ([, damage]) => {
  test('is listed with its fault as soon as it cannot be saved, and is written over when asked to', async () => {
    const story = await openStory();
    const { desk, id, folder, file, words, base } = story;
    await damage(file);
    const before = await fs.readlink(file).catch(() => fs.readFile(file).catch(() => 'a folder'));
    await faultOf(desk.call('articles.save', { article: words, base, window: 'window' }));
    await eventually(async () => expect(await faultInList(desk, id)).toBeDefined());

    const saved = await writeOver(story);
    expect((await desk.call('articles.open', { id })).hash).toBe(saved.hash);
    expect(await desk.inFile(id)).toMatchObject({ headline: 'Harbour', standfirst: 'Mine.' });
    expect(await desk.folderOf(id)).toBe(folder);
    expect(await faultInList(desk, id)).toBeUndefined();
    const aside = path.join(folder, 'article-damaged.json');
    expect(
      await fs.readlink(aside).catch(() => fs.readFile(aside).catch(() => 'a folder')),
    ).toEqual(before);
    expect((await desk.call('articles.open', { id })).recovered).toBeUndefined();
  });

  test('is kept as a new story with its pictures when asked to', async () => {
    const { desk, id, file, words, picture } = await openStory();
    await damage(file);
    const article = { ...words, standfirst: 'Mine.' };
    const copy = await desk.call('articles.duplicate', { id, window: 'window', article });
    expect(copy.article).toMatchObject({ headline: 'Harbour', standfirst: 'Mine.' });
    expect(copy.article.id).not.toBe(id);
    const folder = await desk.folderOf(copy.article.id);
    expect(await fs.readdir(path.join(folder, 'media'))).toContain(picture.file);
  });
});

test('a file that is gone from its folder is written anew beside its pictures', async () => {
  const story = await openStory();
  await fs.rm(story.file);
  await writeOver(story);
  expect(await story.desk.folderOf(story.id)).toBe(story.folder);
  expect((await fs.readdir(story.folder)).toSorted()).toEqual(['article.json', 'media']);
});

test('a story whose folder has gone is put back where it is to be written over', async () => {
  const story = await openStory();
  await fs.rm(story.folder, { recursive: true });
  // The desk's list has no such story any more.
  await eventually(async () => {
    const list = await story.desk.call('articles.list', {});
    expect(list.map(({ id }) => id)).not.toContain(story.id);
  });
  await writeOver(story);
  expect(await story.desk.inFile(story.id)).toMatchObject({ standfirst: 'Mine.' });
});

test('a file of a newer Galley is not written over', async () => {
  const story = await openStory();
  await fs.writeFile(story.file, '{"format":"galley-article","version":9,"body":"other"}');
  expect((await faultOf(writeOver(story))).code).toBe('newer-version');
  expect(await fs.readFile(story.file, 'utf8')).toContain('"version":9');
});

test('a file behind a folder that leads out of the desk is not written over', async () => {
  const story = await openStory();
  const outside = `${story.desk.folder}-outside`;
  await fs.rename(story.folder, outside);
  await fs.symlink(outside, story.folder);
  expect((await faultOf(writeOver(story))).code).toBe('leads-out');
  expect(await fs.readdir(outside)).not.toContain('article-damaged.json');
});

test('a file that is whole again is merged with, and not put aside', async () => {
  const story = await openStory();
  await writeOver(story);
  expect(await fs.readdir(story.folder)).not.toContain('article-damaged.json');
});

describe('a look at a file that is damaged', () => {
  test('shows what is in it, and where it is', async () => {
    const { desk, id, file } = await openStory();
    await fs.writeFile(file, 'Dear \xffreader,');
    const look = await desk.call('articles.look', { id });
    expect(look).toEqual({ file, text: 'Dear \u00ffreader,' });
    await fs.writeFile(file, new Uint8Array([0x41, 0xff, 0x00, 0x42]));
    expect((await desk.call('articles.look', { id })).text).toBe('A\ufffd\ufffdB');
  });

  test('shows the start of a long one', async () => {
    const { desk, id, file } = await openStory();
    await fs.writeFile(file, 'x'.repeat(1_000_000));
    const { text } = await desk.call('articles.look', { id });
    expect(text).toMatch(/^x+…$/u);
    expect(text.length).toBeLessThan(200_000);
  });

  test('says what is there where no words can be read', async () => {
    const { desk, id, file } = await openStory();
    await damages['a folder']!(file);
    expect((await faultOf(desk.call('articles.look', { id }))).code).toBe('is-a-folder');
  });
});

/** Cut off, with a copy of other words beside it. */
async function leaveDamaged(story: Story) {
  const { desk, id, file, folder, words } = story;
  const whole = await fs.readFile(file, 'utf8');
  const copy = whole
    .replace('"Harbour"', '"Harbour, on the train"')
    .replace(/"modified": "[^"]*"/u, '"modified": "2020-01-01T00:00:00Z"');
  const name = 'article (Conflicted copy of Train 2026-01-01).json';
  await fs.writeFile(path.join(folder, name), copy);
  await fs.truncate(file, 50);
  await desk.call('desk.rescan', {});
  return { desk, id, words, folder, place: `${path.basename(folder)}/${name}` };
}

describe('a damaged story that no window has', () => {
  test('can be put back as it was last read here', async () => {
    const { desk, id, words, folder, place } = await leaveDamaged(await openStory());
    expect(await desk.call('articles.earlier', { id })).toEqual([
      { modified: expect.any(String) },
      { place, source: expect.stringContaining('Train'), modified: '2020-01-01T00:00:00Z' },
    ]);
    expect(await desk.call('articles.restoreEarlier', { id })).toEqual({ id });
    expect(await desk.inFile(id)).toMatchObject({ headline: 'Harbour', body: words.body });
    expect((await fs.stat(path.join(folder, 'article-damaged.json'))).size).toBe(50);
  });

  test('can be taken from a copy, which then is no copy any more, on a machine that never read it', async () => {
    const { desk, folder, id } = await leaveDamaged(await openStory());
    const other = await runDesk({ folder: desk.folder });
    const [{ id: unread } = { id: '' }] = await other.call('articles.list', {});
    const [copy] = await other.call('articles.earlier', { id: unread });
    expect(
      await other.call('articles.restoreEarlier', { id: unread, place: copy!.place! }),
    ).toEqual({ id });
    expect(await other.inFile(id)).toMatchObject({ headline: 'Harbour, on the train' });
    expect(await other.call('articles.list', {})).toMatchObject([
      { id, headline: 'Harbour, on the train' },
    ]);
    const [listed] = await other.call('articles.list', {});
    expect(listed).not.toHaveProperty('copies');
    expect((await fs.readdir(folder)).filter((name) => name.includes('onflict'))).toEqual([]);
  });

  test('is left alone where it can be read again', async () => {
    const story = await openStory();
    const fault = await faultOf(story.desk.call('articles.restoreEarlier', { id: story.id }));
    expect(fault.code).toBe('not-damaged');
  });
});
