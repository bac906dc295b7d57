import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../article/article.ts';
import { p } from '../article/build.ts';
import { cliPlace } from './cli-place.ts';
import { type RunningDesk, faultOf, runDesk } from './running-desk.ts';
import { fill, mayMount } from '../mounts.ts';
import { smallDisk } from './small-disk.ts';
import { temporaryFolder } from './temporary.ts';

/** Writes a story in many saves, as a window does; answers it as it was written last. */
async function write(desk: RunningDesk, saves = 12): Promise<Article> {
  const opened = await desk.call('articles.create', {});
  let { article, hash } = opened;
  for (let n = 1; n <= saves; n += 1) {
    article = {
      ...article,
      headline: `Ferry ${n}`,
      body: [p('Words of a story. '.repeat(20 * n))],
    };
    // oxlint-disable-next-line no-await-in-loop
    const saved = await desk.call('articles.save', { article, base: hash, keepVersion: n === 3 });
    expect(saved.keptAs).toBeUndefined();
    expect(saved.merged).toBeUndefined();
    ({ hash } = saved);
  }
  expect((await desk.inFile(article.id)).body).toEqual(article.body);
  return article;
}

const troubles = ({ events }: RunningDesk) =>
  events.flatMap((event) => (event.name === 'data-trouble' ? [event.data.message] : []));

const troubleOf = async (desk: RunningDesk) => (await desk.call('desk.view', {})).trouble;

/** What a person does all day, on a desk whose data folder cannot be written. */
async function workAllDay(desk: RunningDesk): Promise<void> {
  const before = (await desk.call('articles.list', {})).length;
  const { id } = await write(desk);
  const opened = await desk.call('articles.open', { id });
  expect(opened.recovered).toBeUndefined();
  const found = await desk.call('articles.list', { search: 'headline:"ferry 12"' });
  expect(found.map((line) => line.id)).toContain(id);
  const copy = await desk.call('articles.duplicate', { id });
  await desk.call('articles.trash', { id: copy.article.id });
  await desk.call('articles.rename', { id });
  await desk.call('export.run', { id, format: 'text' });
  await desk.call('desk.rescan', {});
  expect((await desk.call('articles.list', {})).length).toBe(before + 1);
}

describe.skipIf(!(await mayMount()))('a data disk (needs root, to mount one)', () => {
  test('without any room: the app starts, works, says so once, and heals', async () => {
    const dataFolder = await smallDisk('size=2m');
    const makeRoom = await fill(dataFolder);
    const desk = await runDesk({ dataFolder, samples: true });
    expect(await troubleOf(desk)).toMatch(/disk is full; make room/u);
    await workAllDay(desk);
    expect((await desk.call('articles.list', {})).length).toBe(4);
    expect(troubles(desk)).toEqual([]);

    await makeRoom();
    await desk.call('desk.rescan', {});
    expect(await troubleOf(desk)).toBeUndefined();
    expect(troubles(desk)).toEqual([null]);
    expect((await desk.call('articles.list', { search: 'headline:"ferry 12"' })).length).toBe(1);
    const [own] = await fs.readdir(path.join(dataFolder, 'desks'));
    const kept = await fs.readdir(path.join(dataFolder, 'desks', own!));
    expect(kept).toContain('index.sqlite');
    await write(desk);
    await desk.galley.close();
    const again = await runDesk({ dataFolder, folder: desk.folder });
    expect(await troubleOf(again)).toBeUndefined();
    expect((await again.call('articles.list', {})).length).toBe(5);
  });

  test('that fills up while stories are written fails no save and makes no copy', async () => {
    const dataFolder = await smallDisk('size=3m');
    const desk = await runDesk({ dataFolder });
    const first = await write(desk);
    const makeRoom = await fill(dataFolder);
    await workAllDay(desk);
    expect(troubles(desk)).toEqual([expect.stringContaining('disk is full')]);
    expect((await desk.call('articles.open', { id: first.id })).article.body).toEqual(first.body);
    await desk.call('desk.rescan', {});
    expect(troubles(desk).length, 'said once').toBe(1);
    await makeRoom();
    await desk.call('desk.rescan', {});
    expect(troubles(desk).slice(1)).toEqual([null]);
    await workAllDay(desk);
  });

  test('and a full desk: what is kept nowhere is said', async () => {
    const disk = await smallDisk('size=3m');
    const desk = await runDesk({
      folder: path.join(disk, 'desk'),
      dataFolder: path.join(disk, 'd'),
    });
    const article = await write(desk);
    const { hash } = await desk.call('articles.open', { id: article.id });
    await fill(disk);
    const changed = { ...article, body: [p('New words. '.repeat(9000))] };
    const fault = await faultOf(desk.call('articles.save', { article: changed, base: hash }));
    expect(fault.code).toBe('not-kept');
    expect(fault.message).toContain('Copy them out of the window');
    expect((await desk.inFile(article.id)).body).toEqual(article.body);
  });
});

describe('in the data folder', () => {
  test.each(['', 'desks', 'pictures'])(
    'a file where a folder should be (%s) stops nothing',
    async (name) => {
      const dataFolder = path.join(await temporaryFolder(), 'data');
      if (name !== '') await fs.mkdir(dataFolder);
      await fs.writeFile(path.join(dataFolder, name), '');
      await workAllDay(await runDesk({ dataFolder }));
    },
  );

  test.each(['index.sqlite', 'versions', 'index.sqlite-wal'])(
    'nor something else in the place of %s',
    async (name) => {
      const desk = await runDesk();
      await desk.galley.close();
      const { folder, dataFolder } = desk;
      const [own] = await fs.readdir(path.join(dataFolder, 'desks'));
      const place = path.join(dataFolder, 'desks', own!, name);
      await fs.rm(place, { recursive: true, force: true });
      if (name === 'versions') await fs.writeFile(place, '');
      else await fs.mkdir(path.join(place, 'something'), { recursive: true });
      const again = await runDesk({ folder, dataFolder });
      await workAllDay(again);
      expect(await troubleOf(again)).toContain(dataFolder);
    },
  );

  test('nor does it stop the command line', async () => {
    const { folder, galley: command } = await cliPlace();
    await fs.writeFile(path.join(folder, 'data'), 'in the way');
    await fs.writeFile(path.join(folder, 'wire.txt'), 'Ferry leaves\n\nOSLO (AP) — It left.\n');
    const imported = await command(['import', '--desk', 'desk', 'wire.txt']);
    expect(imported.code, imported.err).toBe(0);
    expect(imported.err).toContain(path.join(folder, 'data'));
    expect((await command(['list', '--desk', 'desk'])).out).toContain('Ferry leaves');
    expect((await command(['search', '--desk', 'desk', 'ferry'])).out).toContain('[Ferry]');
    expect((await command(['export', 'desk'])).code).toBe(0);
    expect((await command(['check', 'desk'])).code).toBe(0);
  }, 30_000);

  test('an index that breaks while stories are written fails no save', async () => {
    const desk = await runDesk();
    const [own] = await fs.readdir(path.join(desk.dataFolder, 'desks'));
    const index = path.join(desk.dataFolder, 'desks', own!, 'index.sqlite');
    await write(desk);
    for (const name of [index, `${index}-wal`]) await fs.writeFile(name, 'broken '.repeat(9000));
    await workAllDay(desk);
  });
});
