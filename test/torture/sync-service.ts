import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { contentHash } from '../../electron/services/safe-name.ts';
import { systemCode } from '../../electron/services/file-fault.ts';
import type { Chance } from './chance.ts';

/** One state of a file; without content where the file was removed. */
interface Revision {
  number: number;
  content: Buffer | undefined;
}

interface Delivery extends Revision {
  file: string;
  due: number;
}

/** How a service behaves. All times are in milliseconds. */
export interface SyncSetting {
  /** How long an upload or a delivery takes at most. */
  late: number;
  /** How likely it is that a file is delivered a second time. */
  twice: number;
  /** How a program calls the copy of a file that was changed on two machines: see `copyNames`. */
  copyName: CopyNaming;
}

/** The name of a copy, without its ending, of the machine with this name; `nth` of that name. */
export type CopyNaming = (stem: string, machine: string, nth: number) => string;

/** How programs of this kind name copies. */
export const copyNames: Readonly<Record<string, CopyNaming>> = {
  Dropbox: (stem, machine, nth) =>
    `${stem} (${machine}'s conflicted copy 2026-01-02${nth > 1 ? ` (${nth - 1})` : ''})`,
  Syncthing: (stem, machine, nth) =>
    `${stem}.sync-conflict-20260102-${String(101_111 + nth)}-${machine.toUpperCase()}`,
  OneDrive: (stem, machine, nth) =>
    `${stem}-${machine.toUpperCase()}-PC${nth > 1 ? `-${nth}` : ''}`,
  'Google Drive': (stem, _machine, nth) => `${stem} (${nth})`,
  iCloud: (stem, _machine, nth) => `${stem} ${nth + 1}`,
};

/**
 * Carries a folder between machines as Dropbox and its like do. It holds of each file the revision
 * that came last, takes an upload that was made from that one, and refuses any other.
 */
export class SyncService {
  readonly clients: SyncClient[] = [];
  /** Changes of one file on two machines. */
  conflicts = 0;
  private readonly files = new Map<string, Revision>();
  private last = 0;
  readonly setting: SyncSetting;
  readonly chance: Chance;

  constructor(setting: SyncSetting, chance: Chance) {
    this.setting = setting;
    this.chance = chance;
  }

  /** Looks after the folder of a machine. */
  add(folder: string, machine: string): SyncClient {
    const client = new SyncClient(this, folder, machine);
    this.clients.push(client);
    for (const [file, revision] of this.files) client.deliver(file, revision);
    return client;
  }

  /** The revision that the service has then: the one uploaded, or the other that came before it. */
  upload(from: SyncClient, file: string, base: number, content: Buffer | undefined): Revision {
    const now = this.files.get(file) ?? { number: 0, content: undefined };
    if (now.number !== base) return now;
    this.last += 1;
    const revision = { number: this.last, content };
    this.files.set(file, revision);
    for (const client of this.clients) if (client !== from) client.deliver(file, revision);
    return revision;
  }

  /** True if every machine has everything. */
  async isSettled(): Promise<boolean> {
    const each = await Promise.all(this.clients.map((client) => client.isSettled()));
    return each.every(Boolean);
  }

  async close(): Promise<void> {
    await Promise.all(this.clients.map((client) => client.close()));
  }
}

/** How often a folder is looked at, in milliseconds. */
const LOOK_EVERY = 50;

/** What a machine runs that looks after its folder. */
export class SyncClient {
  readonly folder: string;
  /** Without it everything waits, on both ways. */
  isOnline = true;
  private readonly service: SyncService;
  private readonly machine: string;
  /** Of each file the revision that lies in the folder, or that what lies there was made from. */
  private readonly known = new Map<string, { number: number; hash: string }>();
  /** What was in the files at the last look, so that one is not uploaded while it is being written. */
  private seen = new Map<string, string>();
  /** What need not be read again, since its number, size and time are what they were. */
  private stamps = new Map<string, string>();
  private lastHashes = new Map<string, string>();
  private readonly inbox: Delivery[] = [];
  private readonly uploading = new Set<string>();
  private isClosed = false;
  private readonly ended: Promise<void>;

  constructor(service: SyncService, folder: string, machine: string) {
    this.service = service;
    this.folder = folder;
    this.machine = machine;
    this.ended = this.run();
  }

  /** A revision is on its way to this machine, late, and perhaps twice. */
  deliver(file: string, revision: Revision): void {
    const { chance, setting } = this.service;
    const due = performance.now() + chance.below(setting.late);
    this.inbox.push({ file, due, ...revision });
    if (chance.is(setting.twice))
      this.inbox.push({ file, due: due + chance.below(setting.late), ...revision });
  }

  async isSettled(): Promise<boolean> {
    if (!this.isOnline || this.inbox.length > 0 || this.uploading.size > 0) return false;
    const now = await this.hashes();
    return [...new Set([...now.keys(), ...this.known.keys()])].every(
      (file) => (now.get(file) ?? '') === (this.known.get(file)?.hash ?? ''),
    );
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await this.ended;
  }

  private async run(): Promise<void> {
    while (!this.isClosed) {
      // oxlint-disable-next-line no-await-in-loop
      await sleep(LOOK_EVERY);
      if (!this.isOnline) continue;
      const now = performance.now();
      for (const delivery of this.inbox.filter(({ due }) => due <= now)) {
        // oxlint-disable-next-line no-await-in-loop
        await this.take(delivery);
        this.inbox.splice(this.inbox.indexOf(delivery), 1);
      }
      // oxlint-disable-next-line no-await-in-loop
      await this.look();
    }
  }

  /** Uploads what stands still and is not what the service has. */
  private async look(): Promise<void> {
    const now = await this.hashes();
    for (const file of new Set([...now.keys(), ...this.known.keys()])) {
      const hash = now.get(file) ?? '';
      const known = this.known.get(file) ?? { number: 0, hash: '' };
      if (hash === known.hash || hash !== (this.seen.get(file) ?? '')) continue;
      if (!this.uploading.has(file)) void this.upload(file, known.number, hash);
    }
    this.seen = now;
  }

  private async upload(file: string, base: number, hash: string): Promise<void> {
    this.uploading.add(file);
    try {
      const content = await this.read(file);
      if (hashOf(content) !== hash) return;
      const { chance, setting } = this.service;
      await sleep(chance.below(setting.late));
      // What is offline stays so until it is online.
      if (!this.isOnline) return;
      const revision = this.service.upload(this, file, base, content);
      if (hashOf(revision.content) === hash) this.note(file, revision);
      else await this.take({ ...revision, file, due: 0 });
    } finally {
      this.uploading.delete(file);
    }
  }

  /** Puts a revision in its place; what lies there and was changed meanwhile becomes a copy. */
  private async take({ file, number, content }: Delivery): Promise<void> {
    const known = this.known.get(file) ?? { number: 0, hash: '' };
    if (number < known.number) return;
    const place = path.join(this.folder, file);
    const there = hashOf(await this.read(file));
    const isNew = number > known.number;
    if (there === hashOf(content)) {
      if (isNew) this.note(file, { number, content });
      else if (content !== undefined) await this.write(place, content);
      return;
    }
    if (there !== known.hash) {
      // What came before was delivered twice.
      if (!isNew) return;
      // Of a file that is changed here and removed there, or the other way round, the change stays.
      if (content === undefined) return this.note(file, { number, content });
      if (there !== '') await this.putAside(file);
    }
    if (content === undefined) await fs.rm(place, { force: true });
    else await this.write(place, content);
    this.note(file, { number, content });
  }

  private note(file: string, { number, content }: Revision): void {
    this.known.set(file, { number, hash: hashOf(content) });
  }

  private async putAside(file: string): Promise<void> {
    this.service.conflicts += 1;
    const { dir, name, ext } = path.parse(path.join(this.folder, file));
    const taken = await fs.readdir(dir);
    for (let nth = 1; ; nth += 1) {
      const copy = `${this.service.setting.copyName(name, this.machine, nth)}${ext}`;
      // Nor one that is on its way.
      const isKnown = this.known.has(path.join(path.dirname(file), copy));
      if (taken.includes(copy) || isKnown) continue;
      // oxlint-disable-next-line no-await-in-loop
      await fs.rename(path.join(dir, name + ext), path.join(dir, copy)).catch(unlessGone);
      return;
    }
  }

  /** In one step, or with the file away for a moment. */
  private async write(place: string, content: Buffer): Promise<void> {
    const { chance } = this.service;
    const temporary = `${path.dirname(place)}/.${this.machine}-${chance.below(1e9)}.part`;
    await fs.mkdir(path.dirname(place), { recursive: true });
    await fs.writeFile(temporary, content);
    if (chance.is(0.2)) {
      await fs.rm(place, { force: true });
      await sleep(chance.below(40));
    }
    await fs.rename(temporary, place);
  }

  private async hashes(): Promise<Map<string, string>> {
    const hashes = new Map<string, string>();
    const stamps = new Map<string, string>();
    for (const file of await filesIn(this.folder)) {
      // oxlint-disable-next-line no-await-in-loop
      const stats = await fs.stat(path.join(this.folder, file)).catch(unlessGone);
      if (stats === undefined) continue;
      const stamp = `${stats.ino} ${stats.size} ${stats.mtimeMs}`;
      let hash = this.stamps.get(file) === stamp ? this.lastHashes.get(file) : undefined;
      // oxlint-disable-next-line no-await-in-loop
      hash ??= hashOf(await this.read(file));
      if (hash === '') continue;
      hashes.set(file, hash);
      stamps.set(file, stamp);
    }
    [this.stamps, this.lastHashes] = [stamps, hashes];
    return hashes;
  }

  private read(file: string): Promise<Buffer | undefined> {
    return fs.readFile(path.join(this.folder, file)).catch(unlessGone);
  }
}

/** The files below a folder, but for those that are being written. */
export async function filesIn(folder: string, below = ''): Promise<string[]> {
  const entries = await fs
    .readdir(path.join(folder, below), { withFileTypes: true })
    .catch(unlessGone);
  const files: string[] = [];
  for (const entry of entries ?? []) {
    const name = path.join(below, entry.name);
    // oxlint-disable-next-line no-await-in-loop
    if (entry.isDirectory()) files.push(...(await filesIn(folder, name)));
    else if (!/\.(?:part|tmp)$/u.test(name)) files.push(name);
  }
  return files;
}

function hashOf(content: Buffer | undefined): string {
  return content === undefined ? '' : contentHash(content);
}

function unlessGone(error: unknown): undefined {
  if (!['ENOENT', 'ENOTDIR', 'EISDIR'].includes(systemCode(error) ?? '')) throw error;
}
