import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { p } from '../article/build.ts';
import { FreeNames } from '../../electron/services/free-names.ts';
import { type RunningDesk, runDesk } from './running-desk.ts';
import { caseDisk, mayMountCaseDisk } from './small-disk.ts';
import { temporaryFolder } from './temporary.ts';

/** A story with this slugline in the folder that has its name. */
async function begin(desk: RunningDesk, slugline: string) {
  const { article, hash } = await desk.call('articles.create', { window: 'window' });
  const { id } = article;
  const words = { ...article, slugline, body: [p('One.')] };
  const { hash: base } = await desk.call('articles.save', {
    article: words,
    base: hash,
    window: 'window',
  });
  const { folder } = await desk.call('articles.rename', { id });
  return { id, words, base, folder };
}

const foldersOf = async ({ folder }: RunningDesk) =>
  (await fs.readdir(path.join(folder, 'articles'))).filter((name) => !name.startsWith('.'));

/** Somebody gives the folder of a story another name. */
async function renameOutside(desk: RunningDesk, from: string, to: string) {
  const articles = path.join(desk.folder, 'articles');
  // Not every disk renames a folder to its own name in one step.
  await fs.rename(path.join(articles, from), path.join(articles, 'between'));
  await fs.rename(path.join(articles, 'between'), path.join(articles, to));
  await desk.call('desk.rescan', {});
}

const noFaults = async (desk: RunningDesk) =>
  expect((await desk.call('articles.list', {})).map(({ fault }) => fault)).not.toContainEqual(
    expect.anything(),
  );

const disks: [where: string, isHere: boolean, make: () => Promise<string>][] = [
  ['where case tells names apart', true, temporaryFolder],
  // Without exfatprogs, exfat-fuse and the right to mount there is none to try.
  ['where case does not', await mayMountCaseDisk(), caseDisk],
];

describe.for(disks)('a desk on a disk %s', ([, isHere, make]) => {
  const start = async () => runDesk({ folder: path.join(await make(), 'desk') });

  test.runIf(isHere)('saves, renames, trashes and restores a story', async () => {
    const desk = await start();
    const { id, words, base } = await begin(desk, 'Harbour');
    for (const kicker of ['One', 'Two', 'Three']) {
      // oxlint-disable-next-line no-await-in-loop
      await desk.call('articles.save', { article: { ...words, kicker }, base, window: 'window' });
    }
    await desk.call('articles.trash', { id });
    expect(await foldersOf(desk)).toEqual([]);
    await desk.call('articles.restore', { id });
    expect(await desk.inFile(id)).toMatchObject({ kicker: 'Three' });
    expect(await fs.readdir(path.join(desk.folder, '.galley', 'locks'))).toEqual([]);
    await noFaults(desk);
  });

  test.runIf(isHere)('gives two stories folders that differ in more than case', async () => {
    const desk = await start();
    const first = await begin(desk, 'Harbour');
    await renameOutside(desk, first.folder, first.folder.toUpperCase());
    const second = await begin(desk, 'HARBOUR');
    expect(second.folder.toLowerCase()).not.toBe(first.folder.toLowerCase());
    expect(await foldersOf(desk)).toHaveLength(2);
    expect((await desk.inFile(first.id)).slugline).toBe('Harbour');
    expect((await desk.inFile(second.id)).slugline).toBe('HARBOUR');
    await noFaults(desk);
  });

  test.runIf(isHere)('renames a folder whose name differs in case only', async () => {
    const desk = await start();
    const { id, words, base, folder } = await begin(desk, 'Harbour');
    await renameOutside(desk, folder, folder.toUpperCase());
    expect(await desk.call('articles.rename', { id })).toEqual({ folder });
    expect(await foldersOf(desk)).toEqual([folder]);
    const article = { ...words, kicker: 'After' };
    await desk.call('articles.save', { article, base, window: 'window' });
    expect(await desk.inFile(id)).toMatchObject({ kicker: 'After' });
    await noFaults(desk);
  });

  test.runIf(isHere)(
    'takes a name from a Mac, which takes letters apart, for the same',
    async () => {
      const desk = await start();
      const first = await begin(desk, 'Brücke');
      await renameOutside(desk, first.folder, first.folder.normalize('NFD'));
      const second = await begin(desk, 'Brücke');
      expect(second.folder.normalize('NFC')).not.toBe(first.folder.normalize('NFC'));
      expect(await desk.call('articles.rename', { id: first.id })).toEqual({
        folder: first.folder,
      });
      expect((await foldersOf(desk)).toSorted()).toEqual([first.folder, second.folder].toSorted());
      await noFaults(desk);
    },
  );
});

test('a name is free in no other case, and in no other form of its letters', () => {
  const names = new FreeNames(['Harbour', 'Bru\u0308cke', 'STRASSE']);
  expect(names.take('harbour')).toBe('harbour-2');
  expect(names.take('HARBOUR')).toBe('HARBOUR-3');
  expect(names.take('Brücke')).toBe('Brücke-2');
  expect(names.take('bru\u0308cke')).toBe('bru\u0308cke-3');
  expect(names.holder('HARBOUR')).toBe('Harbour');
  names.release('harbour');
  expect(names.take('harbour')).toBe('harbour');
});
