import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { Present } from '../../electron/contract/present.ts';
import { HereFiles } from '../../electron/services/here-files.ts';
import { type Installation, openInstallation } from '../../electron/services/installation.ts';
import type { PresenceTimes } from '../../electron/services/presence-times.ts';
import { Presence } from '../../electron/services/presence.ts';
import { fileLocks } from '../../electron/services/story-locks.ts';
import { type RunningDesk, faultOf, runDesk } from './running-desk.ts';
import { eventually, temporaryFolder } from './temporary.ts';

/** A tenth of what Galley takes. */
const QUICK: PresenceTimes = { lookEvery: 100, apart: 200 };

/** Galleys of these people on one desk, with a story of the first. */
async function atOneDesk(...names: string[]) {
  return atDesk(names, QUICK);
}

async function atDesk(names: readonly string[], presence?: PresenceTimes) {
  const folder = path.join(await temporaryFolder(), 'desk');
  const galleys: RunningDesk[] = [];
  for (const name of names) {
    // oxlint-disable-next-line no-await-in-loop -- the first makes the desk
    const galley = await runDesk({ folder, ...(presence && { presence }) });
    // oxlint-disable-next-line no-await-in-loop
    await galley.call('settings.change', { person: { name } });
    galleys.push(galley);
  }
  const { article } = await galleys[0]!.call('articles.create', { window: 'w1' });
  const { id } = article;
  await Promise.all(galleys.map(({ call }) => eventually(() => call('articles.open', { id }))));
  const here = path.join(folder, '.galley', 'here');
  return { folder, here, galleys, id };
}

const at = (galley: RunningDesk, id?: string, block?: string, window = 'w1') =>
  galley.call('presence.at', { window, ...(id && { id }), ...(block && { block }) });

/** Who this Galley last told its windows of. */
function shown({ events }: RunningDesk): Present[] {
  const told = events.filter((event) => event.name === 'presence-changed');
  return told.at(-1)?.data.people ?? [];
}

const namesIn = (galley: RunningDesk) => shown(galley).map(({ name }) => name);

/** The same, with who has the writing mark. */
const writers = (galley: RunningDesk) =>
  shown(galley).map(({ name, writes }) => `${name}${writes ? ' writes' : ''}`);

/** Who has the writing mark, as this Galley sees it. */
const writerFor = (galley: RunningDesk) =>
  shown(galley).find(({ writes }) => writes)?.name ?? 'self';

/** The files of those who are here; what is being written has another name for a moment. */
async function filesIn(here: string): Promise<string[]> {
  return (await fs.readdir(here)).filter((name) => !name.startsWith('.'));
}

test('who opens a story is seen in another Galley within two seconds, with name, place and time', async () => {
  const { galleys, id } = await atDesk(['Ana', 'Ben']);
  const [ana, ben] = galleys as [RunningDesk, RunningDesk];
  const before = Date.now();
  await at(ana, id, 'block1');
  await eventually(() => {
    expect(shown(ben)).toMatchObject([
      { id, name: 'Ana', machine: os.hostname(), block: 'block1', writes: true },
    ]);
  });
  expect(Date.parse(shown(ben)[0]!.since)).toBeGreaterThanOrEqual(before);
  expect(shown(ana), 'nobody is told of themselves').toEqual([]);
  await at(ana, id, 'block2');
  await eventually(() => expect(shown(ben)[0]?.block).toBe('block2'));
  await at(ana);
  await eventually(() => expect(shown(ben)).toEqual([]));
});

test('the field of the head that the caret is in is seen, one that is unknown here too', async () => {
  const { galleys, here, id } = await atOneDesk('Ana', 'Ben');
  const [ana, ben] = galleys as [RunningDesk, RunningDesk];
  await ana.call('presence.at', { window: 'w1', id, field: 'headline' });
  await eventually(() => expect(shown(ben)).toMatchObject([{ name: 'Ana', field: 'headline' }]));
  await at(ana, id, 'block1');
  await eventually(() => expect(shown(ben)).toMatchObject([{ block: 'block1' }]));
  expect(shown(ben)[0]).not.toHaveProperty('field');
  // A newer Galley, with more to tell.
  const [name = ''] = await filesIn(here);
  const text = (await fs.readFile(path.join(here, name), 'utf8'))
    .replace(/"installation": "\w+"/u, '"installation": "newer"')
    .replace('"Ana"', '"Cleo"')
    .replace('"block": "block1"', '"field": "caption", "letter": 12');
  await fs.writeFile(path.join(here, 'newer.json'), text);
  await eventually(() => {
    const cleo = shown(ben).find((one) => one.name === 'Cleo');
    expect(cleo).toMatchObject({ id, field: 'caption' });
  });
});

test('who closes Galley is gone at once, and nothing of them is left', async () => {
  const { galleys, here, id } = await atOneDesk('Ana', 'Ben');
  const [ana, ben] = galleys as [RunningDesk, RunningDesk];
  await at(ana, id);
  await eventually(() => expect(namesIn(ben)).toEqual(['Ana']));
  expect(await filesIn(here)).toHaveLength(1);
  await ana.galley.close();
  expect(await filesIn(here)).toEqual([]);
  await eventually(() => expect(shown(ben)).toEqual([]));
});

test('a file is written at most once in its time, however the caret moves', async () => {
  const { galleys, here, id } = await atOneDesk('Ana');
  const [ana] = galleys as [RunningDesk];
  const count = async () => {
    const [name = ''] = await filesIn(here);
    return (JSON.parse(await fs.readFile(path.join(here, name), 'utf8')) as { count: number })
      .count;
  };
  const began = performance.now();
  const times = () => (performance.now() - began) / QUICK.apart;
  for (let block = 0; block < 10 || times() < 2.1; block += 1) {
    // oxlint-disable-next-line no-await-in-loop
    await at(ana, id, `block${block}`);
    // oxlint-disable-next-line no-await-in-loop
    await sleep(5);
  }
  await eventually(async () => expect(await count()).toBeGreaterThan(1));
  expect(await count()).toBeLessThanOrEqual(1 + Math.floor(times()));
});

test('the second Galley of one person on one machine is no one else; one without a name is', async () => {
  const { galleys, id } = await atOneDesk('Ana', 'Ana', '');
  const [ana, second, nameless] = galleys as [RunningDesk, RunningDesk, RunningDesk];
  await at(ana, id);
  await at(second, id);
  await at(nameless, id);
  await eventually(() => expect(namesIn(ana)).toEqual(['']));
  await eventually(() => expect(namesIn(second)).toEqual(['']));
  await eventually(() => expect(namesIn(nameless)).toEqual(['Ana']));
  await nameless.call('settings.change', { person: { name: 'Cleo' } });
  await eventually(() => expect(namesIn(ana)).toEqual(['Cleo']));
});

test('a window that is left open twice shows its person until both are gone', async () => {
  const { galleys, id } = await atOneDesk('Ana', 'Ben');
  const [ana, ben] = galleys as [RunningDesk, RunningDesk];
  await at(ana, id, 'block1', 'w1');
  await at(ana, id, 'block2', 'w2');
  await eventually(() => expect(shown(ben)).toMatchObject([{ block: 'block2' }]));
  await at(ana, undefined, undefined, 'w2');
  await eventually(() => expect(shown(ben)).toMatchObject([{ block: 'block1' }]));
  await at(ana, undefined, undefined, 'w1');
  await eventually(() => expect(shown(ben)).toEqual([]));
});

test('odd files of others are left out and warned of once; the others are shown', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  onTestFinished(() => warn.mockRestore());
  const { galleys, folder, here, id } = await atOneDesk('Ana', 'Ben');
  const [ana, ben] = galleys as [RunningDesk, RunningDesk];
  await at(ana, id);
  await eventually(() => expect(namesIn(ben)).toEqual(['Ana']));
  const [own = ''] = await filesIn(here);
  const text = await fs.readFile(path.join(here, own), 'utf8');
  const put = (name: string, content: string) => fs.writeFile(path.join(here, name), content);
  await put('empty.json', '');
  await put('array.json', '[]');
  await put('nul.json', '\0'.repeat(500));
  await put('huge.json', ' '.repeat(1_000_000));
  await put('copied.json', text);
  await fs.mkdir(path.join(here, 'folder.json'));
  const outside = path.join(path.dirname(folder), 'outside.json');
  await fs.writeFile(outside, text);
  await fs.symlink(outside, path.join(here, 'link.json'));
  await put(
    'turned.json',
    text
      .replace(/"installation": "\w+"/u, '"installation": "turned"')
      .replace('"Ana"', JSON.stringify('Eve\u202E\n')),
  );
  await eventually(() => expect(namesIn(ben).toSorted()).toEqual(['Ana', 'Eve']));
  const toldOnce = () => {
    for (const name of ['empty', 'array', 'nul', 'huge', 'copied', 'folder', 'link']) {
      const told = warn.mock.calls.filter(([line]) => String(line).includes(`${name}.json`));
      // Once by each of the two Galleys.
      expect(told.length, name).toBe(2);
    }
  };
  await eventually(toldOnce);
  await sleep(3 * QUICK.lookEvery);
  toldOnce();
});

test('a Galley of this machine that was killed is gone at once', async () => {
  const { galleys, here, id } = await atOneDesk('Ana', 'Ben');
  const [ana, ben] = galleys as [RunningDesk, RunningDesk];
  await at(ana, id);
  await eventually(() => expect(namesIn(ben)).toEqual(['Ana']));
  const [name = ''] = await filesIn(here);
  const child = execFile(process.execPath, ['-e', '']);
  await new Promise((resolve) => child.once('exit', resolve));
  const text = await fs.readFile(path.join(here, name), 'utf8');
  await fs.writeFile(path.join(here, name), text.replace(/"pid": \d+/u, `"pid": ${child.pid}`));
  await eventually(() => expect(shown(ben)).toEqual([]));
});

/** Someone at another machine: files that are written as theirs, and a reader with a clock of its own. */
async function withClock(synced = false) {
  const home = await temporaryFolder();
  const folder = path.join(home, 'desk');
  const here = path.join(folder, '.galley', 'here');
  await fs.mkdir(here, { recursive: true });
  const open = async (name: string): Promise<Installation> =>
    openInstallation(path.join(home, name));
  let clock = 0;
  const people = new Map<string, readonly Present[]>();
  const taken: string[] = [];
  const make = async (name: string, machine: string) => {
    const presence = new Presence({
      files: new HereFiles(folder, here),
      self: { ...(await open(name)), machine },
      synced,
      name: async () => name,
      now: () => new Date().toISOString(),
      emit: (event) => {
        if (event.name === 'presence-changed') people.set(name, event.data.people);
        if (event.name === 'story-taken') taken.push(`from ${name} by ${event.data.by.name}`);
      },
      clock: () => clock,
      times: QUICK,
    });
    onTestFinished(() => presence.close());
    await presence.start();
    return presence;
  };
  return {
    here,
    ana: await make('Ana', 'machine-a'),
    ben: await make('Ben', 'machine-b'),
    /** Those whom Ben is shown, or Ana. */
    people: (name = 'Ben') => people.get(name) ?? [],
    taken,
    pass: (milliseconds: number) => (clock += milliseconds),
  };
}

test('a Galley elsewhere that beats is there; one that stands still for two minutes is gone', async () => {
  const { ana, people, pass, here } = await withClock();
  ana.at('w1', 'story');
  await eventually(() => expect(people()).toHaveLength(1));
  const [name = ''] = await filesIn(here);
  const file = path.join(here, name);
  for (let beat = 0; beat < 5; beat += 1) {
    // oxlint-disable-next-line no-await-in-loop
    const before = await fs.readFile(file, 'utf8');
    pass(30_000);
    ana.at('w1', 'story');
    // oxlint-disable-next-line no-await-in-loop
    await eventually(async () => expect(await fs.readFile(file, 'utf8')).not.toBe(before));
    expect(people()).toHaveLength(1);
  }
  const last = await fs.readFile(file, 'utf8');
  await ana.close();
  await eventually(() => expect(people()).toEqual([]));
  await fs.writeFile(file, last);
  await eventually(() => expect(people()).toHaveLength(1));
  pass(100_000);
  await sleep(5 * QUICK.lookEvery);
  expect(people()).toHaveLength(1);
  pass(30_000);
  await eventually(() => expect(people()).toEqual([]));
});

test('a window that says nothing for long is forgotten', async () => {
  const { ana, people, pass } = await withClock();
  ana.at('w1', 'story');
  await eventually(() => expect(people()).toHaveLength(1));
  pass(160_000);
  await eventually(() => expect(people()).toEqual([]));
});

test('whoever types is shown as writing where the first has not for two minutes, and writes on where it was five', async () => {
  const { ana, ben, people, taken, pass } = await withClock();
  const writing = () =>
    [...people('Ben'), ...people('Ana')].flatMap(({ name, writes }) => (writes ? [name] : []));
  const minutes = async (count: number) => {
    for (let minute = 0; minute < count; minute += 1) {
      pass(60_000);
      ana.at('w1', 'story');
      ben.at('w2', 'story');
      // Both look again.
      // oxlint-disable-next-line no-await-in-loop
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  ana.at('w1', 'story');
  await eventually(() => expect(writing(), 'who opened it first').toEqual(['Ana']));
  ben.at('w2', 'story');
  await eventually(() => expect(people('Ana')).toHaveLength(1));
  await minutes(3);
  await eventually(() => expect(writing(), 'both have it open').toEqual([]));
  ben.wrote('story');
  await eventually(() => expect(writing()).toEqual(['Ben']));
  ana.wrote('story');
  await eventually(() => expect(writing(), 'it is still hers').toEqual(['Ana']));
  await minutes(6);
  await eventually(() => expect(writing()).toEqual([]));
  await new Promise((resolve) => setTimeout(resolve, 2500));
  ben.wrote('story');
  await eventually(() => expect(writing()).toEqual(['Ben']));
  ana.wrote('story');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await eventually(() => expect(writing(), 'it is his now').toEqual(['Ben']));
  expect(taken, 'nobody took anything').toEqual([]);
});

test('in a synced folder the file is written when a story is opened or closed, and never between', async () => {
  const { ana, people, pass, here } = await withClock(true);
  ana.at('w1', 'story', { block: 'block1' });
  await eventually(() => expect(people()).toHaveLength(1));
  expect(people()[0]).toMatchObject({ name: 'Ana' });
  expect(Date.parse(people()[0]!.heard!)).toBeGreaterThan(Date.now() - 10_000);
  const [name = ''] = await filesIn(here);
  const before = await fs.readFile(path.join(here, name), 'utf8');
  for (let minute = 0; minute < 3; minute += 1) {
    pass(60_000);
    ana.at('w1', 'story', { block: `block${minute}` });
    // oxlint-disable-next-line no-await-in-loop
    await sleep(2 * QUICK.apart);
  }
  expect(await fs.readFile(path.join(here, name), 'utf8')).toBe(before);
  expect(people(), 'nobody is taken for gone').toHaveLength(1);
  ana.at('w1');
  await eventually(() => expect(people()).toEqual([]));
});

test('a desk that nothing may be written to shows no one, and works', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  onTestFinished(() => warn.mockRestore());
  const { galleys, here, id } = await atOneDesk('Ana', 'Ben');
  const [ana, ben] = galleys as [RunningDesk, RunningDesk];
  await fs.writeFile(here, 'a file where the folder should be');
  await at(ana, id);
  await sleep(3 * QUICK.apart);
  expect(shown(ben)).toEqual([]);
  const { article, hash } = await ana.call('articles.open', { id });
  await ana.call('articles.save', { article: { ...article, headline: 'Harbour' }, base: hash });
  expect((await ana.inFile(id)).headline).toBe('Harbour');
  expect((await faultOf(ana.call('presence.takeOver', { id, from: 'Ana' }))).message).toContain(
    here,
  );
});

test('who opened a story first has the writing mark, until someone takes over', async () => {
  const { galleys, id } = await atOneDesk('Ana', 'Ben', 'Cleo');
  const [ana, ben, cleo] = galleys as [RunningDesk, RunningDesk, RunningDesk];
  const { article, hash } = await ana.call('articles.open', { id });
  await ana.call('articles.save', { article: { ...article, headline: 'By Ana' }, base: hash });
  await at(ana, id);
  await eventually(() => expect(namesIn(ben)).toEqual(['Ana']));
  await at(ben, id);
  await eventually(() => expect(writers(cleo)).toEqual(['Ana writes', 'Ben']));
  await eventually(() => expect(writers(ben)).toEqual(['Ana writes']));
  await eventually(() => expect(writers(ana)).toEqual(['Ben']));

  await ben.call('presence.takeOver', { id, from: 'Ana' });
  const names = await fs.readdir(ben.dataFolder, { recursive: true });
  const kept = names.filter((name) => /versions.*Z-[0-9a-f]{8}\.json$/u.test(name));
  expect(kept, 'the version is on the machine that takes over').toHaveLength(1);
  expect(await fs.readFile(path.join(ben.dataFolder, kept[0]!), 'utf8')).toContain('By Ana');
  const [taken, ...more] = await ben.call('versions.takenOver', { id });
  expect(taken).toMatchObject({ by: 'Ben', from: 'Ana' });
  expect(Date.now() - Date.parse(taken!.at)).toBeLessThan(60_000);
  expect(more).toEqual([]);
  expect(await ana.call('versions.takenOver', { id })).toEqual([]);
  await eventually(() => {
    const told = ana.events.find((event) => event.name === 'story-taken');
    expect(told?.data).toMatchObject({ id, by: { name: 'Ben' } });
  });
  await eventually(() => expect(writers(cleo)).toEqual(['Ben writes', 'Ana']));
  await ana.call('presence.takeOver', { id, from: 'Ben' });
  await eventually(() => expect(writers(cleo)).toEqual(['Ana writes', 'Ben']));
  await at(ana);
  await eventually(() => expect(writers(cleo)).toEqual(['Ben writes']));
});

test('who left before they were taken over from is named still, and nobody takes over from themselves', async () => {
  const { galleys, id } = await atOneDesk('Ana', 'Ben', 'Ben');
  const [ana, ben, second] = galleys as [RunningDesk, RunningDesk, RunningDesk];
  await at(ana, id);
  await eventually(() => expect(namesIn(ben)).toEqual(['Ana']));
  await at(second, id);
  await eventually(() => expect(namesIn(second)).toEqual(['Ana']));
  await at(ben, id);
  await at(ana);
  await eventually(() => expect(shown(ben)).toEqual([]));
  await ben.call('presence.takeOver', { id, from: 'Ana' });
  expect(await ben.call('versions.takenOver', { id })).toMatchObject([{ by: 'Ben', from: 'Ana' }]);
});

test('it is decided while nobody else changes the story who takes over', async () => {
  const { galleys, folder, id } = await atOneDesk('Ana', 'Ben');
  const [ana, ben] = galleys as [RunningDesk, RunningDesk];
  await at(ana, id);
  await eventually(() => expect(namesIn(ben)).toEqual(['Ana']));
  await at(ben, id);
  const elsewhere = await openInstallation(await temporaryFolder());
  let isFree = false;
  await fileLocks(path.join(folder, '.galley', 'locks'), elsewhere).run(id, async () => {
    void ben.call('presence.takeOver', { id, from: 'Ana' }).then(() => (isFree = true));
    await sleep(5 * QUICK.lookEvery);
    expect(isFree).toBe(false);
    expect(writers(ben)).toEqual(['Ana writes']);
  });
  await eventually(() => expect(isFree).toBe(true));
  expect(writers(ben)).toEqual(['Ana']);
});

test('where a link leads out of the desk nothing is written, read or removed', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  onTestFinished(() => warn.mockRestore());
  const { galleys, folder, here, id } = await atOneDesk('Ana', 'Ben');
  const [ana, ben] = galleys as [RunningDesk, RunningDesk];
  await at(ben, id);
  await eventually(() => expect(namesIn(ana)).toEqual(['Ben']));
  const outside = path.join(path.dirname(folder), 'outside');
  await fs.rename(here, outside);
  await fs.symlink(outside, here);
  const before = await fs.readdir(outside);
  await at(ana, id);
  await eventually(() => expect(namesIn(ana)).toEqual([]));
  await sleep(3 * QUICK.apart);
  await ana.galley.close();
  await ben.galley.close();
  expect(await fs.readdir(outside)).toEqual(before);
});

test('two who take over at once: one of them has the mark, and both see the same', async () => {
  const { galleys, id } = await atOneDesk('Ana', 'Ben', 'Cleo');
  const [ana, ben, cleo] = galleys as [RunningDesk, RunningDesk, RunningDesk];
  for (const galley of galleys) {
    // oxlint-disable-next-line no-await-in-loop
    await at(galley, id);
  }
  await eventually(() => expect(namesIn(ana)).toHaveLength(2));
  await Promise.all([ben, cleo].map((one) => one.call('presence.takeOver', { id, from: 'Ana' })));
  await eventually(() => {
    expect(['Ben', 'Cleo']).toContain(writerFor(ana));
    expect([writerFor(ben), writerFor(cleo)].toSorted()).toEqual([writerFor(ana), 'self']);
  });
});

test('a story that nobody has open here cannot be taken over', async () => {
  const { galleys, id } = await atOneDesk('Ana');
  expect((await faultOf(galleys[0]!.call('presence.takeOver', { id, from: 'Ana' }))).code).toBe(
    'not-open',
  );
});

test('what shows who is here may fail in any way: it is said, and Galley goes on', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  onTestFinished(() => warn.mockRestore());
  const home = await temporaryFolder();
  const here = path.join(home, 'desk', '.galley', 'here');
  await fs.mkdir(here, { recursive: true });
  let time = Date.now();
  const presence = new Presence({
    files: new HereFiles(path.join(home, 'desk'), here),
    self: await openInstallation(path.join(home, 'data')),
    synced: false,
    name: async () => 'Ana',
    now: () => new Date(time).toISOString(),
    emit: () => undefined,
  });
  onTestFinished(() => presence.close());
  await presence.start();
  presence.at('w1', 'story');
  // A clock that tells no time.
  time = Number.NaN;
  await eventually(() => expect(warn).toHaveBeenCalledWith(expect.any(RangeError)));
});
