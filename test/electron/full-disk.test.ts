import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { p } from '../article/build.ts';
import { mayMount, run } from '../mounts.ts';
import { faultOf, runDesk } from './running-desk.ts';
import { smallDisk } from './small-disk.ts';

describe.skipIf(!(await mayMount()))('a disk (needs root, to mount one)', () => {
  test('that fills up refuses a save, and the file and the new words are both kept', async () => {
    const folder = path.join(await smallDisk('size=400k'), 'desk');
    const desk = await runDesk({ folder });
    const { article, hash } = await desk.call('articles.create', {});
    const id = article.id;
    const small = { ...article, body: [p('Small. '.repeat(2000))] };
    const saved = await desk.call('articles.save', { article: small, base: hash });
    // Room for less than the new file.
    await fs.writeFile(path.join(folder, 'filler'), Buffer.alloc(320 * 1024));
    const large = { ...small, body: [p('Larger words. '.repeat(20_000))] };
    const fault = await faultOf(desk.call('articles.save', { article: large, base: saved.hash }));
    expect(fault.code).toBe('disk-full');
    expect((await desk.inFile(id)).body).toEqual(small.body);
    expect(await fs.readdir(await desk.folderOf(id))).toEqual(['article.json']);
    const opened = await desk.call('articles.open', { id });
    expect(opened.recovered?.article.body).toEqual(large.body);

    await fs.rm(path.join(folder, 'filler'));
    const small2 = { ...small, body: [p('Fits again.')] };
    await desk.call('articles.save', { article: small2, base: opened.hash });
    expect((await desk.inFile(id)).body).toEqual(small2.body);
    const isOffered = async () => 'recovered' in (await desk.call('articles.open', { id }));
    expect(await isOffered(), 'until the person answers').toBe(true);
    await desk.call('articles.forgetRecovered', { id });
    expect(await isOffered()).toBe(false);
  });

  test('that is full takes no export and no new story, and says so', async () => {
    const folder = path.join(await smallDisk('size=300k'), 'desk');
    const desk = await runDesk({ folder, samples: true });
    const [line] = await desk.call('articles.list', {});
    await fs
      .writeFile(path.join(folder, 'filler'), Buffer.alloc(300 * 1024))
      .catch(() => undefined);
    const refused = await faultOf(desk.call('export.run', { id: line!.id, format: 'html' }));
    expect(refused.code).toBe('disk-full');
    expect((await faultOf(desk.call('articles.create', {}))).code).toBe('disk-full');
    const left = await fs.readdir(folder, { recursive: true });
    expect(left.filter((name) => /\.tmp$|\.new-/u.test(name))).toEqual([]);
    expect((await desk.call('articles.list', {})).length).toBe(3);
  });

  test('that may only be read opens the desk, says so, and refuses a new story', async () => {
    const disk = await smallDisk('size=4m');
    const folder = path.join(disk, 'desk');
    await (await runDesk({ folder, samples: true })).galley.close();
    await run('mount', ['-o', 'remount,ro', disk]);
    const desk = await runDesk({ folder });
    expect((await desk.call('desk.view', {})).writable).toBe(false);
    expect((await desk.call('articles.list', {})).length).toBe(3);
    const [line] = await desk.call('articles.list', {});
    const { article, hash } = await desk.call('articles.open', { id: line!.id });
    const changed = { ...article, headline: 'Changed' };
    const fault = await faultOf(desk.call('articles.save', { article: changed, base: hash }));
    expect(fault.code).toBe('read-only');
    expect((await desk.call('articles.open', { id: line!.id })).recovered?.article).toEqual(
      changed,
    );
    expect((await faultOf(desk.call('articles.create', {}))).code).toBe('read-only');
    expect((await faultOf(desk.call('export.run', { id: line!.id, format: 'text' }))).code).toBe(
      'read-only',
    );
    await run('mount', ['-o', 'remount,rw', disk]);
  });

  test('that may only be read gets no desk', async () => {
    const disk = await smallDisk('size=1m,ro');
    const fault = await faultOf(runDesk({ folder: path.join(disk, 'desk') }));
    expect(fault.code).toBe('read-only');
    expect(fault.message).toContain(disk);
  });
});
