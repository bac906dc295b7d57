import fs from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { openArticle, takeRecovered } from '../../renderer/app/session/open-article.ts';
import { pathApart } from '../../renderer/app/session/path-apart.ts';
import { type RunningDesk, runDesk } from '../electron/running-desk.ts';
import { openWindow } from './window.ts';

/** Root writes into any folder, but nobody into a folder that is a file. */
async function breakDisk(desk: RunningDesk): Promise<() => Promise<void>> {
  const articles = path.join(desk.folder, 'articles');
  await fs.rename(articles, `${articles}-aside`);
  await fs.writeFile(articles, 'in the way');
  return async () => {
    await fs.rm(articles);
    await fs.rename(`${articles}-aside`, articles);
  };
}

let desk: RunningDesk;
beforeEach(async () => {
  desk = await runDesk();
});
afterEach(() => vi.unstubAllGlobals());

test('words that were taken are not asked about again, even while they cannot be written', async () => {
  const { article, hash } = await desk.call('articles.create', {});
  const { id } = article;
  let mend = await breakDisk(desk);
  await desk
    .call('articles.save', { article: { ...article, headline: 'Nearly lost' }, base: hash })
    .catch(() => {});
  await mend();

  const app = openWindow(desk);
  const { opened } = app;
  await openArticle(app, id);
  expect(opened.snapshot().recovered?.article.headline).toBe('Nearly lost');
  mend = await breakDisk(desk);
  const taken = takeRecovered(app);
  const session = opened.snapshot().session!;
  await vi.waitFor(() => expect(session.snapshot().save.kind).toBe('failed'));
  await vi.waitFor(() => expect(session.snapshot().article.headline).toBe('Nearly lost'));
  expect(opened.snapshot().recovered, 'they are in the proof').toBeUndefined();

  await mend();
  await session.flush();
  await taken;
  expect((await desk.inFile(id)).headline).toBe('Nearly lost');
  expect((await desk.call('articles.open', { id })).recovered).toBeUndefined();
  session.dispose();
});

test('words that are taken over leave what others have saved since', async () => {
  const { article, hash } = await desk.call('articles.create', { window: 'ended' });
  const { id } = article;
  const kept = { ...article, headline: 'Nearly lost' };
  await desk.call('articles.keep', { article: kept, window: 'ended' });
  await desk.galley.close();
  const other = await runDesk({ folder: desk.folder });
  await other.call('articles.save', { article: { ...article, standfirst: 'Theirs' }, base: hash });
  await other.galley.close();

  const again = await runDesk(desk);
  const app = openWindow(again);
  const { opened } = app;
  await openArticle(app, id);
  const session = opened.snapshot().session!;
  session.change({ kicker: 'Typed since' });
  await takeRecovered(app);
  const all = { headline: 'Nearly lost', standfirst: 'Theirs', kicker: 'Typed since' };
  expect(await again.inFile(id)).toMatchObject(all);
  expect(session.snapshot().article).toMatchObject(all);
  expect(session.snapshot().keptAs).toBeUndefined();
  const kinds = await fs.readdir(again.dataFolder, { recursive: true });
  const versions = kinds.filter((name) => path.dirname(name).endsWith(path.join('versions', id)));
  expect(
    versions.filter((name) => name.endsWith('.json')),
    'the file as it was',
  ).toHaveLength(1);
  session.dispose();
});

test('coming back to a story whose words wait in this window asks nothing about them', async () => {
  const app = openWindow(desk);
  const { opened } = app;
  const { id } = (await desk.call('articles.create', {})).article;
  const other = await desk.call('articles.create', {});
  await openArticle(app, id);
  const session = opened.snapshot().session!;
  // A newer Galley has written the file, so that this one may only read it.
  const file = path.join(await desk.folderOf(id), 'article.json');
  const text = await fs.readFile(file, 'utf8');
  await fs.writeFile(file, text.replace(/"version": \d+/u, '"version": 999'));
  session.change({ headline: 'Waiting' });
  await session.flush();
  expect(session.snapshot().save.kind).toBe('failed');

  await openArticle(app, other.article.id);
  await openArticle(app, id);
  expect(opened.snapshot().session).toBe(session);
  expect(opened.snapshot().recovered, 'they are in the proof').toBeUndefined();

  await fs.writeFile(file, text);
  await session.flush();
  expect((await desk.inFile(id)).headline).toBe('Waiting');
  await vi.waitFor(async () =>
    expect((await desk.call('articles.open', { id })).recovered).toBeUndefined(),
  );
  session.dispose();
});

test('words that cannot be put back on the desk are told, and come back with a later start', async () => {
  const { article, hash } = await desk.call('articles.create', {});
  const mend = await breakDisk(desk);
  await desk
    .call('articles.save', { article: { ...article, headline: 'Nearly lost' }, base: hash })
    .catch(() => {});
  await mend();
  await fs.rm(await desk.folderOf(article.id), { recursive: true });
  await desk.galley.close();

  // Rights do not stop everyone who runs the tests.
  const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'mkdir' });
  const { mkdir } = fs;
  vi.spyOn(fs, 'mkdir').mockImplementation((folder) =>
    String(folder).includes('.new-') ? Promise.reject(full) : (mkdir(folder) as Promise<undefined>),
  );
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  onTestFinished(() => void vi.restoreAllMocks());
  const running = await runDesk(desk);
  const { desk: shown, notices } = openWindow(running);
  await shown.read();
  const [notice] = notices.snapshot().list;
  expect(notice?.text).toMatch(/^“Nearly lost”: .*kept on this computer.*full/u);
  notices.close(notice!.id);
  await shown.read();
  expect(notices.snapshot().list, 'once').toEqual([]);
  await running.galley.close();

  vi.restoreAllMocks();
  const again = await runDesk(desk);
  expect((await again.inFile(article.id)).headline).toBe('Nearly lost');
  expect((await again.call('desk.view', {})).notices).toEqual([]);
});

test.each([
  ['/srv/desk/a.json: the disk is full', 'the disk is full', '/srv/desk/a.json'],
  ['C:\\desk\\a.json: the disk is full', 'the disk is full', 'C:\\desk\\a.json'],
  ['\\\\news\\desk: it is gone', 'it is gone', '\\\\news\\desk'],
  ['Read as Shift_JIS: look at names', 'Read as Shift_JIS: look at names', undefined],
])('of %j the path is told apart', (message, said, file) => {
  const { text, path: found } = pathApart(message);
  expect([text, found]).toEqual([said, file]);
});
