import { AppError } from '../../article/app-error.ts';
import { MAX_TEXT_BYTES } from '../../article/article-file.ts';
import type { House } from '../../article/house.ts';
import type { ImportReading } from '../contract/calls.ts';
import { withFile } from './article-disk.ts';
import { decodeText } from './read-text.ts';

/**
 * Reads what was chosen or pasted as an article, which is not stored yet. `name` is the file's
 * name, empty for pasted text; `now` is RFC 3339, UTC. Throws an AppError that names the file:
 * `word-file`, `not-utf8`, `nul`, `too-large`, or what the reading of its text throws.
 */
export async function readImportFile(
  name: string,
  content: string | Uint8Array,
  house: House,
  now: string,
): Promise<ImportReading> {
  try {
    const text = typeof content === 'string' ? content : decodeImport(content);
    const { readImport } = await import('../../article/import/read.ts');
    return readImport({ name, text }, house, now);
  } catch (error) {
    throw name === '' ? error : withFile(error, name);
  }
}

function decodeImport(bytes: Uint8Array): string {
  if (bytes.length > MAX_TEXT_BYTES) {
    throw new AppError('too-large', 'over 16 MB of text; split it and try again');
  }
  if (isWordFile(bytes)) {
    throw new AppError(
      'word-file',
      'Word files cannot be read; open it in Word, copy the text and paste it into Galley',
    );
  }
  return decodeText(bytes);
}

/** The first bytes of the old and the new form of Word files. */
function isWordFile(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4)).toString('hex');
  return head === '504b0304' || head === 'd0cf11e0';
}
