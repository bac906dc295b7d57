import { randomBytes } from 'node:crypto';
import fs, { type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../article/app-error.ts';
import { fileFault, systemCode } from './file-fault.ts';
import { KeyedQueue } from './keyed-queue.ts';

export interface WriteOptions {
  /** Told at each attempt that another program holds the file, with the code of the system. */
  onWaiting?: (file: string, code: string) => void;
  /** How the new file takes the place of the old one. */
  rename?: (from: string, to: string) => Promise<void>;
}

/** How long a file that another program holds is waited for, in milliseconds. */
const PATIENCE = 12_000;
const HELD: readonly string[] = ['EPERM', 'EBUSY', 'EACCES'];
const queue = new KeyedQueue();

/**
 * Writes a whole file, or leaves the old one as it was: the bytes go to a temporary file in the
 * same folder, are counted and forced to the disk, and take the old file's place in one step.
 * Writes to one path follow each other. Throws an AppError (see `fileFault`) when the file may or
 * may not have been replaced only if the disk failed after the exchange.
 */
export function writeAtomic(
  file: string,
  data: string | Uint8Array,
  options: WriteOptions = {},
): Promise<void> {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  return queue.run(path.resolve(file), () => replaceFile(file, bytes, options));
}

async function replaceFile(file: string, bytes: Uint8Array, options: WriteOptions): Promise<void> {
  const folder = path.dirname(file);
  const temporary = path.join(folder, `.galley-${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeAndSync(temporary, bytes, await modeOf(file));
    await renamePatiently(temporary, file, options);
    await syncFolder(folder);
  } catch (error) {
    // It is gone already when the exchange was made.
    await fs.rm(temporary, { force: true }).catch(() => undefined);
    throw fileFault(error, file);
  }
}

async function writeAndSync(file: string, bytes: Uint8Array, mode?: number): Promise<void> {
  const handle = await fs.open(file, 'wx', mode);
  try {
    await writeEvery(handle, bytes, file);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A write may take only some of the bytes without an error, most of all on a full disk. */
async function writeEvery(handle: FileHandle, bytes: Uint8Array, file: string): Promise<void> {
  let offset = 0;
  while (offset < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, offset, bytes.length - offset);
    if (bytesWritten === 0) break;
    offset += bytesWritten;
  }
  const { size } = await handle.stat();
  if (size !== bytes.length) {
    throw new AppError(
      'disk-full',
      `${file}: only ${size} of ${bytes.length} bytes could be written; make room and try again`,
    );
  }
}

async function renamePatiently(from: string, to: string, options: WriteOptions): Promise<void> {
  const rename = options.rename ?? fs.rename;
  const until = Date.now() + PATIENCE;
  for (let wait = 20; ; wait = Math.min(wait * 2, 500)) {
    try {
      await rename(from, to);
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
  const handle = await fs.open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network file systems have no such call.
    if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(systemCode(error) ?? '')) throw error;
  } finally {
    await handle.close();
  }
}

async function modeOf(file: string): Promise<number | undefined> {
  try {
    return (await fs.stat(file)).mode & 0o777;
  } catch {
    return undefined;
  }
}
