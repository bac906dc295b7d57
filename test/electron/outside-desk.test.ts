import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { article } from '../article/build.ts';
import { type RunningDesk, faultOf, runDesk } from './running-desk.ts';

/** A desk with a story, and a folder beside it that a folder of Galley's own is made a link to. */
async function deskWithLink(own: string): Promise<{ desk: RunningDesk; outside: string }> {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  onTestFinished(() => warn.mockRestore());
  const desk = await runDesk();
  const folder = path.join(desk.folder, 'articles', 'yarn');
  await fs.mkdir(folder);
  const text = JSON.stringify({ ...article(), id: 'yarn', headline: 'Yarn' }, null, 2);
  await fs.writeFile(path.join(folder, 'article.json'), text);
  await desk.call('desk.rescan', {});
  const outside = path.join(path.dirname(desk.folder), 'outside');
  await fs.mkdir(outside);
  await fs.rm(path.join(desk.folder, '.galley', own), { recursive: true, force: true });
  await fs.symlink(outside, path.join(desk.folder, '.galley', own));
  return { desk, outside };
}

async function saveHeadline(desk: RunningDesk, headline: string): Promise<void> {
  const opened = await desk.call('articles.open', { id: 'yarn' });
  await desk.call('articles.save', { article: { ...opened.article, headline }, base: opened.hash });
  expect((await desk.inFile('yarn')).headline).toBe(headline);
}

test('where the locks are a link out of the desk a story is saved, and nothing there is removed', async () => {
  const { desk, outside } = await deskWithLink('locks');
  const pack = path.join(outside, 'yarn.lock');
  const lock = path.join(outside, 'yarn.galley-lock');
  await fs.writeFile(pack, 'packages');
  await fs.mkdir(lock);
  await fs.writeFile(path.join(lock, 'notes'), 'words');
  await saveHeadline(desk, 'Saved');
  expect(await fs.readFile(pack, 'utf8')).toBe('packages');
  expect(await fs.readFile(path.join(lock, 'notes'), 'utf8')).toBe('words');
});

test('a folder with something in it that has the name of a lock stays', async () => {
  const { desk, outside } = await deskWithLink('locks');
  const locks = path.join(desk.folder, '.galley', 'locks');
  await fs.rm(locks);
  await fs.mkdir(path.join(locks, 'yarn.galley-lock'), { recursive: true });
  await fs.writeFile(path.join(locks, 'yarn.galley-lock', 'notes'), 'words');
  await saveHeadline(desk, 'Saved');
  expect(await fs.readdir(path.join(locks, 'yarn.galley-lock'))).toEqual(['notes']);
  expect(await fs.readdir(outside)).toEqual([]);
}, 15_000);

test('no story goes to a trash that is a link out of the desk, and none comes from it', async () => {
  const { desk, outside } = await deskWithLink('trash');
  expect((await faultOf(desk.call('articles.trash', { id: 'yarn' }))).code).toBe('leads-out');
  expect(await fs.readdir(outside)).toEqual([]);
  await fs.mkdir(path.join(outside, 'other', 'story'), { recursive: true });
  const fault = await faultOf(desk.call('articles.restore', { id: 'other' }));
  expect(fault.code).toBe('not-in-trash');
  expect(await fs.readdir(path.join(outside, 'other'))).toEqual(['story']);
  await saveHeadline(desk, 'Saved');
});
