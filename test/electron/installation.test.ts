import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openInstallation } from '../../electron/services/installation.ts';
import { runDesk } from './running-desk.ts';
import { eventually, temporaryFolder } from './temporary.ts';

const DAY = 24 * 60 * 60 * 1000;

test('a second process with one data folder is another installation, until the first has ended', async () => {
  const dataFolder = path.join(await temporaryFolder(), 'data');
  const first = await openInstallation(dataFolder);
  // Another Galley, which runs.
  const holder = path.join(dataFolder, 'installation.json.holder');
  const other = JSON.stringify({ ...first, pid: process.ppid });
  await fs.writeFile(holder, other);
  const second = await openInstallation(dataFolder);
  expect(second.id).not.toBe(first.id);
  expect((await openInstallation(dataFolder)).id).toBe(second.id);
  await fs.writeFile(holder, JSON.stringify({ ...first, pid: 2 ** 22 + 1 }));
  expect((await openInstallation(dataFolder)).id).toBe(first.id);
});

const starting = `
  const { openInstallation } = await import(process.argv[1]);
  process.stdout.write('ready');
  process.stdin.once('data', async () => {
    const { id } = await openInstallation(process.argv[2]);
    process.stdout.write(id);
  });
`;

test('processes that start at once are different installations, also where one has died', async () => {
  const dataFolder = path.join(await temporaryFolder(), 'data');
  const { id: _id, ...self } = await openInstallation(dataFolder);
  const holder = path.join(dataFolder, 'installation.json.holder');
  const module = path.resolve(import.meta.dirname, '../../electron/services/installation.ts');
  const processes = [1, 2, 3].map(() => {
    const args = ['--input-type=module', '-e', starting, module, dataFolder];
    const started = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
    onTestFinished(() => void started.kill());
    return started;
  });
  const heard = () =>
    Promise.all(processes.map(async ({ stdout }) => String((await once(stdout, 'data'))[0])));
  expect(await heard()).toEqual(['ready', 'ready', 'ready']);
  await fs.writeFile(holder, JSON.stringify({ ...self, pid: 2 ** 22 + 1 }));
  const ids = heard();
  for (const { stdin } of processes) stdin.write('go');
  expect(new Set(await ids).size).toBe(3);
});

test('a Galley that has ended holds no installation', async () => {
  const { galley, dataFolder } = await runDesk();
  await galley.close();
  const names = await fs.readdir(dataFolder);
  expect(names.filter((name) => name.endsWith('.holder'))).toEqual([]);
});

test('what installations that are gone for 90 days have left on the desk goes at a start', async () => {
  const desk = await runDesk();
  await desk.galley.close();
  const own = path.join(desk.folder, '.galley');
  const write = async (name: string, days: number) => {
    const file = path.join(own, name);
    await fs.mkdir(path.dirname(file), { recursive: true });
    await fs.writeFile(file, '');
    const at = new Date(Date.now() - days * DAY);
    await fs.utimes(file, at, at);
  };
  const [gone, lasting] = ['here/gone.json news/gone', 'here/away.json news/away news/.odd'].map(
    (names) => names.split(' '),
  );
  for (const name of gone!) await write(name, 91);
  for (const name of lasting!) await write(name, name.includes('odd') ? 200 : 89);
  const left = async () =>
    (await fs.readdir(own, { recursive: true })).filter((name) => /^(?:here|news)\/./u.test(name));
  // Nothing says that the clock of this machine is right.
  await runDesk(desk);
  expect((await left()).sort()).toEqual([...gone!, ...lasting!].sort());
  await write('news/lately', 0);
  await runDesk(desk);
  await eventually(async () =>
    expect((await left()).sort()).toEqual([...lasting!, 'news/lately'].sort()),
  );
});
