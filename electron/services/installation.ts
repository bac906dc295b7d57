import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { idSchema } from '../../article/schema.ts';
import { newBlockId } from '../../article/ids.ts';
import { contentHash } from './safe-name.ts';
import { makeFolder } from './make-folder.ts';
import { writeAtomic } from './atomic-write.ts';
import { systemCode } from './file-fault.ts';
import { bootId, isRunning, processSpace } from './this-machine.ts';

/** This Galley among those that may work on one desk. */
export interface Installation {
  /**
   * Of its data folder, and of one process at a time: a copy of that folder, here or on another
   * machine, has another, and so has a second process that uses the folder beside the first.
   */
  id: string;
  /** Tells the machines apart on which a process number means something. */
  machine: string;
  /**
   * Changes each time the machine starts. Empty where the system does not tell it, or not which machine
   * it is: two of one host name look like one, so nothing is told from process numbers.
   */
  boot: string;
  pid: number;
}

const fileSchema = z.object({ id: idSchema, place: z.string() });
const holderSchema = z.object({ machine: z.string(), boot: z.string(), pid: z.int() });

/**
 * Who this Galley is. The id is kept in the data folder; where that cannot be written, one is made
 * for this run.
 */
export async function openInstallation(dataFolder: string): Promise<Installation> {
  const machine = await machineName();
  const self = { machine, boot: await knownBoot(), pid: process.pid };
  const first = path.join(dataFolder, 'installation.json');
  try {
    await makeFolder(dataFolder);
    return { ...self, id: await idIn(dataFolder, await takeFile(first, self)) };
  } catch (error) {
    console.warn(`${first}: ${String(error)}`);
    return { ...self, id: newBlockId() };
  }
}

/** Lets another process be this installation. */
export async function leaveInstallation(dataFolder: string, self: Installation): Promise<void> {
  for (const name of await fs.readdir(dataFolder).catch(() => [])) {
    if (!/^installation(?:-\d+)?\.json\.holder$/u.test(name)) continue;
    const file = path.join(dataFolder, name);
    // oxlint-disable-next-line no-await-in-loop
    const holder = holderOf(await text(file));
    // oxlint-disable-next-line no-await-in-loop
    if (holder?.pid === self.pid && holder.machine === self.machine) await fs.rm(file);
  }
}

type Process = Pick<Installation, 'machine' | 'boot' | 'pid'>;

/** The first file of an installation that no other process holds, which is held from now on. */
async function takeFile(first: string, self: Process): Promise<string> {
  for (let number = 1; ; number += 1) {
    const file = number === 1 ? first : first.replace(/\.json$/u, `-${number}.json`);
    // oxlint-disable-next-line no-await-in-loop
    if (await hold(`${file}.holder`, self)) return file;
  }
}

/** How long a process may take to write who it is, or to remove a dead holder, in milliseconds. */
const SOON = { written: 100, removed: 3000 };

/** Makes this process the holder; false where another is. Where none can be noted, it is held all the same. */
async function hold(file: string, self: Process): Promise<boolean> {
  const own = `${JSON.stringify(self)}\n`;
  try {
    // Of two that do this at once, one is refused.
    while (!(await create(file, own))) {
      if ((await text(file)) === '') await sleep(SOON.written);
      const found = await text(file);
      if (found === own) return true;
      const holder = holderOf(found);
      if (holder !== undefined && isOther(holder, self)) return false;
      await removeDead(file, found);
    }
  } catch (error) {
    console.warn(`${file}: ${String(error)}`);
  }
  return true;
}

/**
 * Creates a file with its text at once, so that nobody finds it empty however slow this process is;
 * false where there is one. A disk without links has it written after it is there.
 */
async function create(file: string, content: string): Promise<boolean> {
  const fresh = `${file}.${process.pid}`;
  try {
    await fs.writeFile(fresh, content);
    return await isDone(fs.link(fresh, file), 'EEXIST');
  } catch (error) {
    if (!WITHOUT_LINKS.has(systemCode(error) ?? '')) throw error;
    return await isDone(fs.writeFile(file, content, { flag: 'wx' }), 'EEXIST');
  } finally {
    await fs.rm(fresh, { force: true });
  }
}

const WITHOUT_LINKS = new Set(['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK']);

/** Removes a holder that was found dead, and none that has come in its place. */
async function removeDead(file: string, dead: string): Promise<void> {
  const removing = `${file}.removing`;
  if (await isDone(fs.mkdir(removing), 'EEXIST')) {
    try {
      // Nobody else removes one now, and none is made before this one has gone.
      const now = await fs.readFile(file, 'utf8').catch(() => undefined);
      if (now === dead) await fs.rm(file);
    } finally {
      await fs.rmdir(removing);
    }
    return;
  }
  await sleep(20);
  const since = (await fs.stat(removing).catch(() => undefined))?.mtimeMs ?? Infinity;
  // Whoever was at it has ended.
  if (Date.now() - since > SOON.removed) await isDone(fs.rmdir(removing), 'ENOENT');
}

/** False where the system refuses it with this code. */
async function isDone(work: Promise<unknown>, unless: string): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (error) {
    if (systemCode(error) !== unless) throw error;
    return false;
  }
}

function holderOf(json: string): Process | undefined {
  return holderSchema.safeParse(parsed(json)).data;
}

/** True for another process of this machine that runs, as far as can be told. */
function isOther({ machine, boot, pid }: Process, self: Process): boolean {
  const isOfThisStart = boot === self.boot || boot === '' || self.boot === '';
  return machine === self.machine && isOfThisStart && pid !== self.pid && isRunning(pid);
}

/** The id in a file, which is made where there is none, or it is of another folder. */
async function idIn(dataFolder: string, file: string): Promise<string> {
  const { ino } = await fs.stat(dataFolder, { bigint: true });
  // Host names change with the network: they count where nothing better tells the machine.
  const owner = (await text('/etc/machine-id')).trim() || os.hostname();
  const place = contentHash([owner, ino].join('\n'));
  const kept = fileSchema.safeParse(parsed(await text(file)));
  if (kept.data?.place === place) return kept.data.id;
  const id = newBlockId();
  await writeAtomic(file, `${JSON.stringify({ id, place }, null, 2)}\n`);
  return id;
}

/** True for a Galley that is known to be of this machine, and whose process is gone. */
export function hasEnded(
  other: Partial<Pick<Installation, 'machine' | 'boot' | 'pid'>>,
  self: Installation,
): boolean {
  if (other.machine !== self.machine || typeof other.pid !== 'number') return false;
  // Without it `machine` is only a host name, which others may have, too.
  if (self.boot === '' || typeof other.boot !== 'string' || other.boot === '') return false;
  return other.boot !== self.boot || !isRunning(other.pid);
}

async function machineName(): Promise<string> {
  return contentHash(
    [os.hostname(), await text('/etc/machine-id'), processSpace()].join('\n'),
  ).slice(0, 16);
}

async function knownBoot(): Promise<string> {
  if ((await text('/etc/machine-id')).trim() === '') return '';
  return bootId().trim();
}

/** The text of a small file of the system; empty where there is none. */
function text(file: string): Promise<string> {
  return fs.readFile(file, 'utf8').catch(() => '');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
