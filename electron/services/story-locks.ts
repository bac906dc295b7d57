import { randomBytes } from 'node:crypto';
import fs, { type BigIntStats, constants } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../article/app-error.ts';
import {
  close,
  fstat,
  futimes,
  lstat,
  open,
  read as readInto,
  unlink,
  write,
} from './file-calls.ts';
import { systemCode } from './file-fault.ts';
import { type Installation, hasEnded } from './installation.ts';
import { makeFolderInside, placeInside } from './inside-desk.ts';
import { safeName } from './safe-name.ts';

/** The right to change the files of one story. */
export interface StoryLock {
  /** Throws where the lock was taken away, so that `run` begins the work again. */
  check(): Promise<void>;
}

/** Sees to it that one Galley at a time changes the files of a story. */
export interface StoryLocks {
  /**
   * Runs work on a story when no other Galley is at it. The work reads the files itself, and asks
   * `check` just before it changes them: it is begun again when the lock is lost meanwhile. Throws
   * an AppError `busy` when another Galley does not finish.
   */
  run<T>(id: string, work: (lock: StoryLock) => Promise<T>): Promise<T>;
}

/** How often an owner shows that it is alive, in milliseconds. */
const TOUCH_EVERY = 1000;
/** A lock that nobody has touched for so long is dead, in milliseconds of this machine's clock. */
const DEAD_AFTER = 5000;
/** How long a living owner is waited for, in milliseconds. */
const PATIENCE = 30_000;
/** How often work is begun again before it goes on without a lock. */
const ATTEMPTS = 5;
/** What is read of a lock at most, in bytes. */
const LONGEST = 1024;
const NOTHING = { bytesRead: 0 };

class LockLost extends Error {}

/**
 * Locks that are files in `folder` (DESK/.galley/locks), made there by whoever comes first and removed
 * when the work is done. Where none can be made, or the folder is behind a link out of the desk, the
 * work goes on without, which is warned of once: a lock helps, it never keeps words from being saved.
 * The folder is made when it is needed, unless the desk `hasVanished`: none is to be made where its
 * disk was.
 */
export function fileLocks(
  folder: string,
  self: Installation,
  hasVanished: () => Promise<boolean> = () => Promise.resolve(false),
): StoryLocks {
  let warned = false;
  const unguarded: StoryLock = { check: () => Promise.resolve() };
  return {
    async run(id, work) {
      const file = path.join(folder, `${safeName(id)}.galley-lock`);
      for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
        let held: HeldLock;
        try {
          // oxlint-disable-next-line no-await-in-loop
          held = await take(file, self, hasVanished);
        } catch (error) {
          if (error instanceof AppError && error.code === 'busy') throw error;
          // With the desk gone, the work says so itself.
          const isGone = systemCode(error) === 'ENOENT';
          if (!isGone && !warned)
            console.warn(`${folder}: stories cannot be locked here: ${String(error)}`);
          warned ||= !isGone;
          break;
        }
        try {
          // oxlint-disable-next-line no-await-in-loop
          return await work(held);
        } catch (error) {
          if (!isLost(error)) throw error;
        } finally {
          // oxlint-disable-next-line no-await-in-loop
          await held.release();
        }
      }
      return work(unguarded);
    },
  };
}

function isLost(error: unknown): boolean {
  return error instanceof LockLost || (error instanceof Error && isLost(error.cause));
}

/** A lock file that is ours while our handle and the name mean the same file. */
class HeldLock implements StoryLock {
  private readonly file: string;
  private readonly opened: number;
  private readonly stats: BigIntStats;
  private readonly timer: NodeJS.Timeout;

  constructor(file: string, opened: number, stats: BigIntStats) {
    this.file = file;
    this.opened = opened;
    this.stats = stats;
    this.timer = setInterval(() => {
      const now = new Date();
      // A fault only makes the lock look dead: `check` finds out.
      futimes(opened, now, now).catch(() => undefined);
    }, TOUCH_EVERY);
  }

  async check(): Promise<void> {
    if (!(await this.isOurs())) throw new LockLost(`${this.file}: the lock was lost`);
  }

  async release(): Promise<void> {
    clearInterval(this.timer);
    try {
      if (await this.isOurs()) await unlink(this.file);
    } catch (error) {
      // It stands still from now on, and others take it for dead.
      console.warn(`${this.file}: ${String(error)}`);
    } finally {
      await close(this.opened).catch(() => undefined);
    }
  }

  /** The open handle keeps the number of the file from being given to another. */
  private async isOurs(): Promise<boolean> {
    const now = await statsOf(this.file);
    return now !== undefined && now.ino === this.stats.ino && now.dev === this.stats.dev;
  }
}

/** Takes the lock when nobody has it, or who has it is dead. */
async function take(
  file: string,
  self: Installation,
  hasVanished: () => Promise<boolean>,
): Promise<HeldLock> {
  const folder = path.dirname(file);
  await placeInside([deskOf(folder)], folder).catch(unlessMissing);
  const until = performance.now() + PATIENCE;
  let seen: Seen | undefined;
  for (;;) {
    const opened = await create(file, hasVanished);
    if (opened !== undefined) return hold(file, opened, self);
    seen = await look(file, seen, self);
    if (seen?.isDead === true) await clear(file, seen.stats);
    else if (performance.now() > until) {
      throw new AppError(
        'busy',
        `${file}: another Galley has been at this story for ${PATIENCE / 1000} s; try again`,
      );
    } else await sleep(5 + Math.random() * 20);
  }
}

/** The new file; undefined if there is one. */
async function create(
  file: string,
  hasVanished: () => Promise<boolean>,
): Promise<number | undefined> {
  try {
    return await open(file, 'wx');
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') {
      if (await hasVanished()) throw error;
      const folder = path.dirname(file);
      await makeFolderInside(deskOf(folder), folder);
      return undefined;
    }
    // Windows refuses a name whose file is about to go.
    const isInUse = code === 'EEXIST' || (code === 'EPERM' && process.platform === 'win32');
    if (isInUse) return undefined;
    throw error;
  }
}

function deskOf(folder: string): string {
  return path.dirname(path.dirname(folder));
}

function unlessMissing(error: unknown): void {
  if (!(error instanceof AppError && error.code === 'missing')) throw error;
}

async function hold(file: string, opened: number, self: Installation): Promise<HeldLock> {
  // Who reads an empty one waits as for any other.
  await write(opened, JSON.stringify(self)).catch(() => undefined);
  try {
    return new HeldLock(file, opened, await fstat(opened, { bigint: true }));
  } catch (error) {
    await close(opened);
    throw error;
  }
}

/** What was seen of another's lock, and since when nothing of it has changed. */
interface Seen {
  stats: BigIntStats;
  since: number;
  isDead: boolean;
}

async function look(
  file: string,
  before: Seen | undefined,
  self: Installation,
): Promise<Seen | undefined> {
  const found = await read(file);
  if (found === undefined) return undefined;
  const { stats, text } = found;
  const isSame = before?.stats.ino === stats.ino && before.stats.mtimeNs === stats.mtimeNs;
  if (!isSame) {
    return { stats, since: performance.now(), isDead: hasDeadOwner(text, self) };
  }
  return { ...before, isDead: before.isDead || performance.now() - before.since > DEAD_AFTER };
}

/** Opened, since network shares answer for a closed file from memory. */
async function read(file: string): Promise<{ stats: BigIntStats; text: string } | undefined> {
  let opened: number;
  try {
    opened = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const stats = await statsOf(file);
    if (stats === undefined) return undefined;
    if (systemCode(error) === undefined) throw error;
    return { stats, text: '' };
  }
  try {
    const bytes = Buffer.alloc(LONGEST);
    const { bytesRead } = await readInto(opened, bytes, 0, LONGEST, 0).catch(() => NOTHING);
    return {
      stats: await fstat(opened, { bigint: true }),
      text: bytes.toString('utf8', 0, bytesRead),
    };
  } finally {
    await close(opened);
  }
}

/** True if the lock says who has it, and that process of this machine is gone or is ours. */
function hasDeadOwner(text: string, self: Installation): boolean {
  let owner: Partial<Installation> | null;
  try {
    owner = JSON.parse(text) as Partial<Installation> | null;
  } catch {
    // Not written yet, or not ours to understand.
    return false;
  }
  if (owner === null) return false;
  // Work on a story waits for the work before it: one of our own is one that could not be removed.
  const isLeftByUs =
    owner.machine === self.machine && owner.pid === self.pid && owner.id === self.id;
  return isLeftByUs || hasEnded(owner, self);
}

/**
 * Removes a dead lock; another that has come in its place meanwhile is put back. Throws for a folder
 * that has something in it: that is no lock.
 */
async function clear(file: string, dead: BigIntStats): Promise<void> {
  const aside = `${file}.${randomBytes(6).toString('hex')}.dead`;
  try {
    if (dead.isDirectory()) return await fs.promises.rmdir(file);
    await fs.promises.rename(file, aside);
  } catch (error) {
    // Someone else was faster.
    if (['ENOENT', 'ENOTDIR'].includes(systemCode(error) ?? '')) return;
    throw error;
  }
  const taken = await statsOf(aside);
  if (taken !== undefined && (taken.ino !== dead.ino || taken.dev !== dead.dev)) {
    // Where it cannot be put back, its owner finds that it has lost it.
    await fs.promises.link(aside, file).catch(() => undefined);
  }
  await fs.promises.rm(aside, { force: true });
}

async function statsOf(file: string): Promise<BigIntStats | undefined> {
  try {
    return await lstat(file, { bigint: true });
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
