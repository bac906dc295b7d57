import fs from 'node:fs';
import { promisify } from 'node:util';
import { AppError } from '../../article/app-error.ts';
import { MAX_TEXT_BYTES } from '../../article/article-file.ts';
import { fileFault } from './file-fault.ts';

// Cost half of what a file handle costs, and a desk has thousands of files.
const open = promisify(fs.open);
const fstat = promisify(fs.fstat);
const read = promisify(fs.read);
const readFile = promisify(fs.readFile);
const close = promisify(fs.close);

/**
 * Reads a file of at most 16 MB. Throws an AppError: `missing`, `is-a-folder`, `too-large`, or
 * another of `fileFault`.
 */
export async function readBytes(file: string): Promise<Uint8Array> {
  return (await readWithStats(file)).bytes;
}

/** Like `readBytes`, with what the system said about the file before it was read. */
export async function readWithStats(
  file: string,
): Promise<{ bytes: Uint8Array; stats: fs.BigIntStats }> {
  try {
    const opened = await open(file, 'r');
    try {
      const stats = await fstat(opened, { bigint: true });
      if (stats.size > MAX_TEXT_BYTES) throw tooLarge(file);
      // A device has no size.
      const bytes =
        stats.size === 0n ? await readFile(opened) : await readSized(opened, Number(stats.size));
      if (bytes.length > MAX_TEXT_BYTES) throw tooLarge(file);
      return { bytes, stats };
    } finally {
      await close(opened);
    }
  } catch (error) {
    throw fileFault(error, file);
  }
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

function tooLarge(file: string): AppError {
  return new AppError('too-large', `${file}: over 16 MB of text; split it and try again`);
}

/**
 * Bytes as text: UTF-8, or UTF-16 where a byte order mark says so (UTF-8's own mark stays for the
 * reader to drop). Throws an AppError `not-utf8` that names the offset of the first wrong byte.
 */
export function decodeText(bytes: Uint8Array): string {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  const big = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (little || big) return decodeUtf16(Buffer.from(bytes.subarray(2)), big);
  try {
    return new TextDecoder('utf-8', STRICT).decode(bytes);
  } catch (error) {
    throw new AppError(
      'not-utf8',
      `byte ${firstWrongByte(bytes)} is not UTF-8 text; save the file as UTF-8, or open it in its own program and paste the text`,
      { cause: error },
    );
  }
}

/** Half of a pair stays as it is: it is mended later, with a notice. */
function decodeUtf16(bytes: Buffer, swapped: boolean): string {
  if (bytes.length % 2 === 1) {
    throw new AppError(
      'not-utf16',
      `the UTF-16 text ends in the middle of a character, at byte ${bytes.length + 1}; get the whole file and try again`,
    );
  }
  return (swapped ? bytes.swap16() : bytes).toString('utf16le');
}

const STRICT = { fatal: true, ignoreBOM: true };

/** Where the first character starts that is none. */
function firstWrongByte(bytes: Uint8Array): number {
  // Halving finds the longest start that could still go on; its last character may be unfinished.
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isUtf8(bytes.subarray(0, middle), true)) good = middle;
    else bad = middle;
  }
  while (!isUtf8(bytes.subarray(0, good), false)) good -= 1;
  return good;
}

function isUtf8(bytes: Uint8Array, mayGoOn: boolean): boolean {
  try {
    new TextDecoder('utf-8', STRICT).decode(bytes, { stream: mayGoOn });
    return true;
  } catch {
    return false;
  }
}
