import fs from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDesk, openOrCreateDesk } from '../../electron/services/desk.ts';
import { faultOf, runDesk } from './running-desk.ts';
import { temporaryFolder } from './temporary.ts';

describe('a desk folder', () => {
  test('is made where there is nothing, with three sample stories', async () => {
    const { folder, call } = await runDesk({ samples: true });
    expect((await fs.readdir(folder)).sort()).toEqual([
      '.galley',
      'articles',
      'desk.json',
      'exports',
    ]);
    const list = await call('articles.list', {});
    expect(list.map(({ language }) => language).sort()).toEqual(['en', 'en', 'ja']);
    expect(list.every(({ fault }) => fault === undefined)).toBe(true);
    expect((await call('desk.view', {})).counts.all).toBe(3);
  });

  test('is made in an empty folder, and opened again as it is', async () => {
    const folder = await temporaryFolder();
    const first = await openOrCreateDesk(folder);
    const second = await openOrCreateDesk(folder);
    expect(second.house).toEqual(first.house);
  });

  test('whose stories are still on their way from another machine opens, and has them as they come', async () => {
    const there = await runDesk({ samples: true });
    const folder = await temporaryFolder();
    await fs.cp(path.join(there.folder, 'desk.json'), path.join(folder, 'desk.json'));
    const { call } = await runDesk({ folder });
    expect(await call('articles.list', {})).toEqual([]);
    await fs.cp(path.join(there.folder, 'articles'), path.join(folder, 'articles'), {
      recursive: true,
    });
    await call('desk.rescan', {});
    expect(await call('articles.list', {})).toHaveLength(3);
  });

  test('has an id of its own, also when it was made from the same samples', async () => {
    const [one, other] = await Promise.all([
      runDesk({ samples: true }),
      runDesk({ samples: true }),
    ]);
    const ids = await Promise.all([one, other].map(({ call }) => call('desk.view', {})));
    expect(ids[0]?.house.id).not.toBe(ids[1]?.house.id);
    expect(ids[0]?.house.name).toBe(ids[1]?.house.name);
  });

  test('of other things is refused and left alone', async () => {
    const folder = await temporaryFolder();
    await fs.writeFile(path.join(folder, 'letter.txt'), 'private');
    const fault = await faultOf(openOrCreateDesk(folder));
    expect(fault.code).toBe('not-a-desk');
    expect(fault.message).toContain(folder);
    expect(await fs.readdir(folder)).toEqual(['letter.txt']);
  });

  test('that is a file is refused', async () => {
    const file = path.join(await temporaryFolder(), 'desk');
    await fs.writeFile(file, 'words');
    expect((await faultOf(openOrCreateDesk(file))).code).toBe('not-a-folder');
    expect((await faultOf(openOrCreateDesk(path.join(file, 'inside')))).code).toBe('not-a-folder');
    expect(await fs.readFile(file, 'utf8')).toBe('words');
  });

  test('that is not there cannot be opened without making it', async () => {
    const folder = path.join(await temporaryFolder(), 'desk');
    expect((await faultOf(openDesk(folder))).code).toBe('no-desk');
  });

  test.each([
    ['{', 'not-json'],
    ['{"zone": 5}', 'invalid'],
    ['{"id": "a b"}', 'invalid'],
  ])('with the desk.json %s names the file and the fault', async (text, code) => {
    const folder = await temporaryFolder();
    await fs.writeFile(path.join(folder, 'desk.json'), text);
    const fault = await faultOf(openOrCreateDesk(folder));
    expect(fault.code).toBe(code);
    expect(fault.message).toContain(path.join(folder, 'desk.json'));
    expect(await fs.readFile(path.join(folder, 'desk.json'), 'utf8')).toBe(text);
  });

  test('of a newer Galley is refused with what to do, and left as it is', async () => {
    const folder = await temporaryFolder();
    // What else it says may have another form by then.
    const text = '{"format": "galley-desk", "version": 2, "id": "a", "zone": {"name": "UTC"}}';
    await fs.writeFile(path.join(folder, 'desk.json'), text);
    const fault = await faultOf(openOrCreateDesk(folder));
    expect(fault.code).toBe('newer-version');
    expect(fault.message).toContain(path.join(folder, 'desk.json'));
    expect(fault.message).toMatch(/a newer Galley.*update Galley/iu);
    expect(fault.message).not.toContain('correct it');
    expect(await fs.readdir(folder)).toEqual(['desk.json']);
    expect(await fs.readFile(path.join(folder, 'desk.json'), 'utf8')).toBe(text);
  });

  test('that a newer Galley has changed while it is open says so, and its house is not changed', async () => {
    const { call, folder, events } = await runDesk();
    const file = path.join(folder, 'desk.json');
    const text = (await fs.readFile(file, 'utf8')).replace('"version": 1', '"version": 2');
    await fs.writeFile(file, text);
    expect((await faultOf(call('desk.rescan', {}))).code).toBe('newer-version');
    expect(events.at(-1)).toMatchObject({
      name: 'desk-reachable',
      data: { reachable: false, message: expect.stringContaining('update Galley') },
    });
    const change = call('house.change', { changes: { name: 'The Evening Post' } });
    expect((await faultOf(change)).code).toBe('newer-version');
    expect((await faultOf(call('articles.create', {}))).code).toBe('newer-version');
    expect(await fs.readFile(file, 'utf8')).toBe(text);
  });

  test('whose file names no version is of the first', async () => {
    const folder = await temporaryFolder();
    await fs.writeFile(path.join(folder, 'desk.json'), '{"id": "a"}');
    expect((await openOrCreateDesk(folder)).house.version).toBe(1);
  });

  test('whose id is a path keeps its index inside the data folder', async () => {
    const folder = await temporaryFolder();
    const desk = { format: 'galley-desk', version: 1, id: '../../../../escaped' };
    await fs.mkdir(path.join(folder, 'articles'));
    await fs.writeFile(path.join(folder, 'desk.json'), JSON.stringify(desk));
    const { dataFolder } = await runDesk({ folder });
    const [own] = await fs.readdir(path.join(dataFolder, 'desks'));
    expect(await fs.readdir(path.join(dataFolder, 'desks', own!))).toContain('index.sqlite');
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
    'that may only be read opens, says so, and refuses a new story',
    async () => {
      const { folder, galley } = await runDesk({ samples: true });
      await galley.close();
      await fs.chmod(path.join(folder, 'articles'), 0o500);
      const { call } = await runDesk({ folder });
      expect((await call('desk.view', {})).writable).toBe(false);
      expect((await faultOf(call('articles.create', {}))).code).toBe('read-only');
      await fs.chmod(path.join(folder, 'articles'), 0o700);
    },
  );
});

describe('the house', () => {
  test('changes one setting and leaves the others, in desk.json', async () => {
    const { call, folder } = await runDesk({ samples: true });
    const before = (await call('desk.view', {})).house;
    await call('house.change', { changes: { name: 'The Evening Post' } });
    const file = JSON.parse(await fs.readFile(path.join(folder, 'desk.json'), 'utf8'));
    expect(file).toEqual({ ...before, name: 'The Evening Post' });
  });

  test('keeps every one of several changes at once', async () => {
    const { call, folder } = await runDesk();
    const changes = { name: 'The Evening Post', source: 'EP', lineLength: 40, headlineLimit: 70 };
    const one = Object.entries(changes).map(([key, value]) =>
      call('house.change', { changes: { [key]: value } }),
    );
    await Promise.all(one);
    const file = JSON.parse(await fs.readFile(path.join(folder, 'desk.json'), 'utf8'));
    expect(file).toMatchObject(changes);
  });

  test('keeps what it does not know of', async () => {
    const { call, folder } = await runDesk();
    const file = path.join(folder, 'desk.json');
    const desk = JSON.parse(await fs.readFile(file, 'utf8'));
    await fs.writeFile(file, JSON.stringify({ ...desk, bells: 3 }));
    await call('house.change', { changes: { zone: 'Europe/Oslo' } });
    expect(JSON.parse(await fs.readFile(file, 'utf8'))).toEqual({
      ...desk,
      bells: 3,
      zone: 'Europe/Oslo',
    });
  });

  test('refuses a time zone that there is not, and a change of its id', async () => {
    const { call } = await runDesk();
    const zone = await faultOf(call('house.change', { changes: { zone: 'Mars/Olympus' } }));
    expect(zone).toMatchObject({ code: 'unknown-zone', path: 'zone' });
    const id = await faultOf(call('house.change', { changes: { id: 'x' } as object }));
    expect(id.code).toBe('invalid');
  });
});
