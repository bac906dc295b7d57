import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../article/app-error.ts';
import { close, fstat, fsync, open, rename, stat, write } from './file-calls.ts';
import { fileFault, systemCode } from './file-fault.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { ownedName } from './owned-name.ts';

export interface WriteOptions {
  /**
   * Wait until the disk itself holds the file (default true). Without it a power cut may take a file
   * that was just written: only for what can be made again.
   */
  durable?: boolean;
  /** Told at each attempt that another program holds the file, with the code of the system. */
  onWaiting?: (file: string, code: string) => void;
  /** The installation that writes: the name of the unfinished file tells of it. */
  by?: string | undefined;
  /** How the new file takes the place of the old one. */
  rename?: (from: string, to: string) => Promise<void>;
}

/** How long a file that another program holds is waited for, in milliseconds. */
const PATIENCE = 12_000;
const HELD: readonly string[] = ['EPERM', 'EBUSY', 'EACCES'];
const queue = new KeyedQueue();

/**
 * Writes a whole file, or leaves the old one as it was: the bytes go to a temporary file in the
 * same folder, are counted and forced to the disk, and then take the old file's place in one step.
 * Writes to the same path follow each other. Throws an AppError (see `fileFault`). After an error
 * the old file is still there, with one exception: if the disk fails just after the exchange, the
 * new one may be.
 */
export function writeAtomic(
  file: string,
  data: string | Uint8Array,
  options: WriteOptions = {},
): Promise<void> {
  const bytes = typeof data === 'string' ? toUtf8(data) : data;
  return queue.run(path.resolve(file), () => replaceFile(file, bytes, options));
}

const scratch = Buffer.allocUnsafeSlow(256 * 1024);

/** Text as UTF-8; twice as fast as `Buffer.from`, which looks through it once more to count its bytes. */
function toUtf8(text: string): Uint8Array {
  if (text.length * 3 > scratch.length) return Buffer.from(text);
  return Buffer.from(scratch.subarray(0, scratch.write(text)));
}

async function replaceFile(file: string, bytes: Uint8Array, options: WriteOptions): Promise<void> {
  const { durable = true, by } = options;
  const folder = path.dirname(file);
  const temporary = path.join(folder, `.galley-${ownedName(process.pid, by)}.tmp`);
  try {
    await writeWhole(temporary, bytes, durable, await modeOf(file));
    await renamePatiently(temporary, file, options);
    if (durable) await syncFolder(folder);
  } catch (error) {
    // It is gone already when the exchange was made.
    await fs.promises.rm(temporary, { force: true }).catch(() => undefined);
    throw fileFault(error, file);
  }
}

async function writeWhole(
  file: string,
  bytes: Uint8Array,
  durable: boolean,
  mode?: number,
): Promise<void> {
  const opened = await open(file, 'wx', mode);
  try {
    let size = await writeEvery(opened, bytes);
    if (durable) {
      await fsync(opened);
      ({ size } = await fstat(opened));
    }
    if (size === bytes.length) return;
    throw new AppError(
      'disk-full',
      `${file}: only ${size} of ${bytes.length} bytes could be written; make room and try again`,
    );
  } finally {
    await close(opened);
  }
}

/** A write may take only some of the bytes without an error, most of all on a full disk. */
async function writeEvery(opened: number, bytes: Uint8Array): Promise<number> {
  let offset = 0;
  while (offset < bytes.length) {
    const { bytesWritten } = await write(opened, bytes, offset, bytes.length - offset);
    if (bytesWritten === 0) break;
    offset += bytesWritten;
  }
  return offset;
}

async function renamePatiently(from: string, to: string, options: WriteOptions): Promise<void> {
  const exchange = options.rename ?? rename;
  const until = Date.now() + PATIENCE;
  for (let wait = 20; ; wait = Math.min(wait * 2, 500)) {
    try {
      await exchange(from, to);
      return;
    } catch (error) {
      const code = systemCode(error);
      if (code === undefined || !HELD.includes(code) || Date.now() > until) throw error;
      options.onWaiting?.(to, code);
      await sleep(wait);
    }
  }
}

/** Forces the entries of a folder to the disk, where the system can do that. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  // What was put into the folder is there already: a fault that passes is no reason to say it is not.
  await syncOnce(folder).catch(() => syncOnce(folder));
}

async function syncOnce(folder: string): Promise<void> {
  const opened = await open(folder, 'r');
  try {
    await fsync(opened);
  } catch (error) {
    // Some network file systems have no such call.
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(systemCode(error) ?? '')) throw error;
  } finally {
    // The disk has it by now, whatever is said of the closing.
    await close(opened).catch(() => undefined);
  }
}

async function modeOf(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mode & 0o777;
  } catch {
    return undefined;
  }
}
