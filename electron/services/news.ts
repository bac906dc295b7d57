import fs from 'node:fs/promises';
import { constants } from 'node:fs';
import path from 'node:path';
import { isId } from '../../article/schema.ts';
import { writeAtomic } from './atomic-write.ts';
import type { Desk } from './desk.ts';
import { systemCode } from './file-fault.ts';
import { placeInside } from './inside-desk.ts';
import { readRegularFile } from './read-file.ts';

/** From so many bytes on a file is written anew, with its last lines. */
const LONGEST = 64 * 1024;
/** How many lines are kept then: more than come between two looks of another. */
const KEPT = 400;
/** The most files that are read. */
const MOST = 256;

/**
 * What the Galleys of a desk tell each other: each adds the ids of the stories that it has changed
 * to a file of its own in `.galley/news`, and reads those of all. News are only hints of where to
 * look, so one that is lost or made up does no harm. In a synced folder none are to be written: they
 * would keep the sync program busy, and come no sooner than the stories themselves.
 */
export class News {
  private readonly desk: Desk;
  private readonly folder: string;
  private readonly file: string;
  private readonly untold = new Set<string>();
  /** The last that were told. */
  private told: string[] = [];
  private writing: Promise<void> = Promise.resolve();
  private isWarned = false;
  /** How far each file has been read; undefined before the first time. */
  private ends: ReadonlyMap<string, End> | undefined;

  /** `own` is the id of this installation. */
  constructor(desk: Desk, own: string) {
    this.desk = desk;
    this.folder = path.join(desk.own, 'news');
    this.file = path.join(this.folder, own);
  }

  /** Tells the others that something became of these stories, soon; it never fails. */
  tell(ids: readonly string[]): void {
    for (const id of ids) this.untold.add(id);
    this.writing = this.writing.then(() => this.write());
  }

  /** Resolves when everything has been written that was told. */
  written(): Promise<void> {
    return this.writing;
  }

  /** The ids that were told since the last time; at the first time none. */
  async heard(): Promise<string[]> {
    const before = this.ends;
    const ends = new Map<string, End>();
    const ids = new Set<string>();
    for (const name of await this.names()) {
      try {
        // oxlint-disable-next-line no-await-in-loop
        const { bytes, stats } = await readRegularFile(path.join(this.folder, name), LIMIT);
        const last = before?.get(name);
        // One that was written anew is another file.
        const from = last?.ino === stats.ino && last.length <= bytes.length ? last.length : 0;
        const length = bytes.lastIndexOf(NEWLINE) + 1;
        ends.set(name, { ino: stats.ino, length });
        for (const id of linesOf(bytes.subarray(from, length))) ids.add(id);
      } catch {
        // Not ours to mend; the looks at the desk find out what it would have told.
      }
    }
    this.ends = ends;
    return before === undefined ? [] : [...ids];
  }

  private async names(): Promise<string[]> {
    try {
      await placeInside([this.desk.folder], this.folder);
      const entries = await fs.readdir(this.folder, { withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
        .map(({ name }) => name)
        .slice(0, MOST);
    } catch {
      // Nobody has told anything, or the desk is gone, which is told elsewhere.
      return [];
    }
  }

  private async write(): Promise<void> {
    if (this.untold.size === 0) return;
    const ids = [...this.untold].slice(-KEPT);
    this.untold.clear();
    this.told = [...this.told, ...ids].slice(-KEPT);
    try {
      // Not the folders above it: where the desk is gone, none is to be made in its place.
      await fs.mkdir(this.folder).catch(unlessThere);
      await placeInside([this.desk.folder], this.folder);
      const handle = await fs.open(this.file, TO_ADD, 0o666);
      let size: number;
      try {
        await handle.appendFile(textOf(ids));
        ({ size } = await handle.stat());
      } finally {
        await handle.close();
      }
      if (size > LONGEST) await writeAtomic(this.file, textOf(this.told), { durable: false });
    } catch (error) {
      if (!this.isWarned && systemCode(error) !== 'ENOENT')
        console.warn(`${this.folder}: other Galleys hear later of what is saved: ${String(error)}`);
      this.isWarned = true;
    }
  }
}

/** How far a file has been read, in bytes. */
interface End {
  ino: bigint;
  length: number;
}

const NEWLINE = 10;
const LIMIT = { bytes: 2 * LONGEST, refusal: 'too long for news' };
/** A link is not followed, a pipe not waited for; Windows has no such flags, and no such files. */
const TO_ADD =
  constants.O_WRONLY |
  constants.O_APPEND |
  constants.O_CREAT |
  (constants.O_NOFOLLOW ?? 0) |
  (constants.O_NONBLOCK ?? 0);

function textOf(ids: readonly string[]): string {
  return ids.map((id) => `${id}\n`).join('');
}

function linesOf(bytes: Uint8Array): string[] {
  return Buffer.from(bytes).toString('utf8').split('\n').filter(isId);
}

function unlessThere(error: unknown): void {
  if (systemCode(error) !== 'EEXIST') throw error;
}
