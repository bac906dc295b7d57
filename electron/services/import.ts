import { AppError } from '../../article/app-error.ts';
import { MAX_TEXT_BYTES } from '../../article/article-file.ts';
import type { House } from '../../article/house.ts';
import { type ImportReading, readImport, refuseForeign } from '../../article/import/read.ts';
import { withFile } from './article-disk.ts';
import { type Decoded, decodeImport } from './decode-import.ts';
import { decodeText } from './read-text.ts';

/**
 * Reads what was chosen or pasted as an article, which is not stored yet. `name` is the file's
 * name, empty for pasted text; `now` is RFC 3339, UTC. Throws an AppError that names the file:
 * `empty`, `not-text`, `not-utf8`, `too-large`, and what `readImport` throws.
 */
export function readImportFile(
  name: string,
  content: string | Uint8Array,
  house: House,
  now: string,
): ImportReading {
  try {
    const { text, notices } =
      typeof content === 'string' ? { text: content, notices: [] } : decode(name, content);
    if (text.trim() === '') throw new AppError('empty', 'there is no text in it; choose another');
    const reading = readImport({ name, text }, house, now);
    return { ...reading, notices: [...notices, ...reading.notices] };
  } catch (error) {
    throw name === '' ? error : withFile(error, name);
  }
}

/** An article file is UTF-8 and nothing else. */
function decode(name: string, bytes: Uint8Array): Decoded {
  if (bytes.length > MAX_TEXT_BYTES) {
    throw new AppError('too-large', 'over 16 MB of text; split it and try again');
  }
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  refuseForeign(name, head);
  const isArticle = /\.json$/iu.test(name) || /^\s*\{/u.test(head);
  return isArticle ? { text: decodeText(bytes), notices: [] } : decodeImport(bytes);
}
