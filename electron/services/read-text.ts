import { isUtf8 } from 'node:buffer';
import type { BigIntStats } from 'node:fs';
import { AppError } from '../../article/app-error.ts';
import { MAX_TEXT_BYTES } from '../../article/article-file.ts';
import { readRegularFile } from './read-file.ts';

/**
 * Reads a file of at most 16 MB. Throws an AppError: `missing`, `is-a-folder`, `not-a-file`,
 * `too-large`, or another of `fileFault`.
 */
export async function readBytes(file: string): Promise<Uint8Array> {
  return (await readWithStats(file)).bytes;
}

/** Like `readBytes`, with what the system said about the file before it was read. */
export function readWithStats(file: string): Promise<{ bytes: Uint8Array; stats: BigIntStats }> {
  return readRegularFile(file, { bytes: MAX_TEXT_BYTES, refusal: TOO_LARGE });
}

const TOO_LARGE = 'over 16 MB of text; split it and try again';

/**
 * Bytes as text: UTF-8, or UTF-16 where a byte order mark says so (UTF-8's own mark stays for the
 * reader to drop). Throws an AppError `not-utf8` that names the offset of the first wrong byte.
 */
export function decodeText(bytes: Uint8Array): string {
  const little = bytes[0] === 0xff && bytes[1] === 0xfe;
  const big = bytes[0] === 0xfe && bytes[1] === 0xff;
  if (little || big) return decodeUtf16(Buffer.from(bytes.subarray(2)), big);
  if (!isUtf8(bytes)) {
    throw new AppError(
      'not-utf8',
      `byte ${firstWrongByte(bytes)} is not UTF-8 text; save the file as UTF-8, or open it in its own program and paste the text`,
    );
  }
  // A decoder takes twice the memory for most texts.
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
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

/** Where the first character starts that is none. */
function firstWrongByte(bytes: Uint8Array): number {
  // Halving finds the longest start that could still go on; its last character may be unfinished.
  let [good, bad] = [0, bytes.length + 1];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (startsAsUtf8(bytes.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  while (!isUtf8(bytes.subarray(0, good))) good -= 1;
  return good;
}

function startsAsUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
