import fs from 'node:fs';
import { AppError } from '../../article/app-error.ts';
import { close, fstat, open, read } from './file-calls.ts';
import { fileFault, notAFile } from './file-fault.ts';

/** The most that is read of a file, and what is said of one that has more. */
export interface Limit {
  bytes: number;
  refusal: string;
}

/**
 * Reads a regular file within a limit: a pipe is not waited for, a device not read. Throws an
 * AppError: `missing`, `is-a-folder`, `not-a-file`, `too-large`, or another of `fileFault`.
 */
export async function readRegularFile(
  file: string,
  limit: Limit,
): Promise<{ bytes: Uint8Array; stats: fs.BigIntStats }> {
  const tooLarge = () => new AppError('too-large', `${file}: ${limit.refusal}`);
  try {
    const opened = await open(file, READ_AT_ONCE);
    try {
      const stats = await fstat(opened, { bigint: true });
      if (!stats.isFile() && !stats.isDirectory()) throw notAFile(file);
      if (stats.size > limit.bytes) throw tooLarge();
      // Some file systems tell no size.
      const bytes =
        stats.size === 0n
          ? await readUnsized(opened, limit.bytes)
          : await readSized(opened, Number(stats.size));
      if (bytes.length > limit.bytes) throw tooLarge();
      return { bytes, stats };
    } finally {
      await close(opened);
    }
  } catch (error) {
    throw fileFault(error, file);
  }
}

/** To open a pipe would wait for its other end. Windows has no such flag, and no such pipe. */
const READ_AT_ONCE = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0);

const CHUNK = 64 * 1024;

async function readUnsized(opened: number, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for (let length = 0; length <= most;) {
    // oxlint-disable-next-line no-await-in-loop
    const chunk = await readSized(opened, CHUNK);
    if (chunk.length === 0) break;
    chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks);
}

async function readSized(opened: number, size: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(size);
  let length = 0;
  while (length < size) {
    const { bytesRead } = await read(opened, bytes, length, size - length, null);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}
