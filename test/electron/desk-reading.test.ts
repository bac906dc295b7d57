import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { serializeArticle } from '../../article/article-file.ts';
import { article, p } from '../article/build.ts';
import type { Event } from '../../electron/contract/events.ts';
import { ArticleIndex } from '../../electron/services/article-index.ts';
import { openOrCreateDesk } from '../../electron/services/desk.ts';
import { DeskFollower } from '../../electron/services/desk-follow.ts';
import { type Batch, lookAtDesk, scanDesk } from '../../electron/services/desk-scan.ts';
import { lookApart } from '../../electron/services/look-apart.ts';
import { openShelf } from '../../electron/services/open-shelf.ts';
import { eventually, temporaryFolder } from './temporary.ts';

/** A desk of so many stories that no index knows, and what is told when it is followed. */
async function unreadDesk(count: number) {
  const home = await temporaryFolder();
  const desk = await openOrCreateDesk(path.join(home, 'desk'));
  for (let n = 0; n < count; n += 1) {
    const folder = path.join(desk.articles, `story-${n}`);
    await fs.mkdir(folder);
    const story = { ...article(p(`Words of story${n}.`)), id: `id-${n}` };
    await fs.writeFile(path.join(folder, 'article.json'), serializeArticle(story));
  }
  const { shelf, trouble } = await openShelf(desk, path.join(home, 'data'));
  const events: Event[] = [];
  const follower = new DeskFollower(shelf, (event) => events.push(event), trouble);
  onTestFinished(async () => {
    await follower.close();
    shelf.index.close();
  });
  const told = () => events.flatMap((event) => (event.name === 'desk-reading' ? [event.data] : []));
  return { follower, index: shelf.index, folder: desk.articles, events, told };
}

test('a desk of many stories is read with progress, and told of', async () => {
  const { follower, index, events, told } = await unreadDesk(400);
  const starting = follower.start();
  await eventually(() => expect(told().length).toBeGreaterThan(0));
  // The index answers meanwhile.
  expect(index.counts().all).toBeGreaterThan(0);
  expect(follower.reading?.total).toBe(400);
  await starting;
  expect(follower.reading).toBeUndefined();
  expect(told().at(-1)).toEqual({ done: 400, total: 400 });
  expect(told().length).toBeGreaterThan(2);
  const changed = events.flatMap((event) => (event.name === 'desk-changed' ? event.data.ids : []));
  expect(new Set(changed).size).toBe(400);
  expect(index.list({ search: 'story123' }).map(({ id }) => id)).toEqual(['id-123']);
});

test('a few changed stories are read without a word about it', async () => {
  const { follower, told, index } = await unreadDesk(20);
  await follower.start();
  expect(told()).toEqual([]);
  expect(index.counts().all).toBe(20);
});

test('what is closed while it is read ends, and is read to the end the next time', async () => {
  const { follower, index, told } = await unreadDesk(600);
  const starting = follower.start();
  await eventually(() => expect(told().length).toBeGreaterThan(0));
  await follower.close();
  await starting;
  const read = index.counts().all;
  expect(read).toBeGreaterThan(0);
  expect(read).toBeLessThan(600);
});

test('a story whose folder was renamed is known all the time', async () => {
  const { follower, index, folder } = await unreadDesk(3);
  await follower.start();
  await fs.rename(path.join(folder, 'story-1'), path.join(folder, 'moved'));
  const known: (string | undefined)[] = [];
  let isLooking = true;
  const ask = () => {
    if (!isLooking) return;
    known.push(index.folderOf('id-1'));
    setImmediate(ask);
  };
  ask();
  await follower.rescan();
  isLooking = false;
  expect(known.length).toBeGreaterThan(1);
  expect(known).not.toContain(undefined);
  expect([...index.folders().keys()].toSorted()).toEqual(['moved', 'story-0', 'story-2']);
});

async function all(look: AsyncIterable<Batch>): Promise<Batch[]> {
  const batches: Batch[] = [];
  for await (const batch of look) batches.push(batch);
  return batches;
}

test('a look in a thread of its own finds what a look here finds', async () => {
  const { follower, index, folder } = await unreadDesk(100);
  await follower.rescan();
  const [changed, gone] = [path.join(folder, 'story-1'), path.join(folder, 'story-2')];
  const story = { ...article(p('Written anew.')), id: 'id-1' };
  await fs.writeFile(path.join(changed, 'article.json'), serializeArticle(story));
  await fs.rm(gone, { recursive: true });
  await fs.mkdir(path.join(folder, 'empty'));
  const warned = vi.spyOn(console, 'warn');
  const found = await all(lookApart(folder, index));
  expect(found).toEqual(await all(lookAtDesk(folder, index.folders())));
  expect(found[0]?.known.has('story-2')).toBe(true);
  expect(found.flatMap(({ read }) => read.map(({ row }) => row.folder))).toContain('story-1');
  const missing = all(lookApart(path.join(folder, 'none'), index));
  await expect(missing).rejects.toMatchObject({ code: 'missing' });
  expect(warned).not.toHaveBeenCalled();
});

test('of large files one is in a batch; the order stays, so that the same folder is the story', async () => {
  const { index, folder } = await unreadDesk(4);
  const large = serializeArticle({ ...article(p('w'.repeat(1_200_000))), id: 'id-2' });
  await fs.writeFile(path.join(folder, 'story-2', 'article.json'), large);
  const copy = path.join(folder, 'story-2 (1)');
  await fs.mkdir(copy);
  const small = serializeArticle({ ...article(p('A copy that is shorter.')), id: 'id-2' });
  await fs.writeFile(path.join(copy, 'article.json'), small);
  const batches: string[][] = [];
  for await (const { read, done, total } of lookAtDesk(folder, new Map())) {
    batches.push(read.map(({ row }) => row.folder));
    expect(total).toBe(5);
    expect(done).toBe(batches.flat().length);
  }
  expect(batches).toEqual([[], ['story-0', 'story-1'], ['story-2'], ['story-3', 'story-2 (1)']]);
  await scanDesk(folder, index);
  expect(index.folderOf('id-2')).toBe('story-2');
});

test('a desk that goes while it is looked at has no damaged stories', async () => {
  const { follower, index, folder } = await unreadDesk(3);
  await follower.start();
  const before = index.list();
  for (const [name, row] of index.folders()) index.restamp({ ...row, folder: name, stamp: '' });
  const look = lookAtDesk(folder, index.folders());
  async function* going() {
    // What has changed is known by now, and not read yet.
    yield (await look.next()).value as Batch;
    await fs.rename(folder, `${folder}-away`);
    yield* look;
  }
  await expect(scanDesk(folder, index, () => true, going())).rejects.toMatchObject({
    code: 'missing',
  });
  expect(index.list()).toEqual(before);
});

test('a desk whose index is only in memory, or gone, is looked at all the same', async () => {
  const { folder } = await unreadDesk(3);
  const index = new ArticleIndex(path.join(folder, 'none', 'index.sqlite'), () => undefined);
  onTestFinished(() => index.close());
  expect(index.isKept).toBe(false);
  expect((await all(lookApart(folder, index))).at(-1)?.done).toBe(3);
  const home = await temporaryFolder();
  const lost = new ArticleIndex(path.join(home, 'index.sqlite'));
  onTestFinished(() => lost.close());
  await fs.rm(home, { recursive: true });
  vi.spyOn(console, 'warn').mockReturnValue();
  expect((await all(lookApart(folder, lost))).at(-1)?.done).toBe(3);
});
