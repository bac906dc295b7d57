import { AppError } from '../../article/app-error.ts';
import { decodeText } from './read-text.ts';

/** Text that was decoded, with what the person should know about it. */
export interface Decoded {
  text: string;
  notices: string[];
}

/**
 * The bytes of a file from elsewhere as text: UTF-8, or UTF-16 with its mark; what the file itself
 * says (HTML, XML); else ISO-2022-JP, EUC-JP or Shift_JIS if it reads as Japanese, or Windows-1252
 * if it reads as Latin text. Every other encoding than UTF is named in a notice. Throws an AppError
 * `not-utf16`, or `not-text` where nothing fits.
 */
export function decodeImport(bytes: Uint8Array): Decoded {
  // Seven bits and escapes: it would pass for UTF-8.
  const escaped = isEscaped(bytes) ? decode(bytes, 'iso-2022-jp') : undefined;
  if (escaped !== undefined) return guessed(escaped, 'ISO-2022-JP', JAPANESE);
  try {
    return { text: decodeText(bytes), notices: [] };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'not-utf8') throw error;
    return decodeOther(bytes, error);
  }
}

const JAPANESE = 'the Japanese text and the names';

function decodeOther(bytes: Uint8Array, cause: AppError): Decoded {
  const label = declaredEncoding(bytes);
  const declared = label === undefined ? undefined : decode(bytes, label);
  if (label !== undefined && declared !== undefined) {
    const name = label.toUpperCase().replace('SHIFT_JIS', 'Shift_JIS');
    return { text: declared, notices: [`Read as ${name}, as the file itself says.`] };
  }
  for (const name of ['EUC-JP', 'Shift_JIS']) {
    const text = decode(bytes, name);
    if (text !== undefined && isJapanese(text)) return guessed(text, name, JAPANESE);
  }
  const latin = decode(bytes, 'windows-1252');
  if (latin !== undefined && isLatin(latin)) {
    return guessed(latin, 'Windows-1252', 'the accents and quotation marks');
  }
  throw new AppError(
    'not-text',
    'it is no text in UTF-8, UTF-16, Shift_JIS, EUC-JP, ISO-2022-JP or Windows-1252; open it in its own program, save it there as UTF-8, or copy the text and paste it',
    { cause },
  );
}

function guessed(text: string, name: string, look: string): Decoded {
  return { text, notices: [`Read as ${name}; look at ${look}.`] };
}

/** Undefined for bytes that are none, and for an encoding that is not known. */
function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return undefined;
    throw error;
  }
}

const ESCAPES = ['\u001B$@', '\u001B$B', '\u001B(I'];

/** True for seven bits in which characters of JIS are called by their escape. */
function isEscaped(bytes: Uint8Array): boolean {
  if (!bytes.includes(0x1b) || bytes.some((byte) => byte > 0x7f)) return false;
  const text = latin1(bytes);
  return ESCAPES.some((escape) => text.includes(escape));
}

/** How many bytes are looked at for what a file says about itself. */
const HEAD_BYTES = 4096;
const DECLARED =
  /<meta\b[^>]*\bcharset\s*=\s*["']?\s*([\w.:-]+)|^\s*<\?xml\b[^>]*\bencoding\s*=\s*["']([\w.:-]+)/iu;

/** The encoding that HTML or XML names at its head. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  const [, meta, xml] = DECLARED.exec(latin1(bytes.subarray(0, HEAD_BYTES))) ?? [];
  const label = (meta ?? xml)?.toLowerCase();
  // What could be read as ASCII is not UTF-16.
  return label === undefined || label.startsWith('utf-16') ? undefined : label;
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
}

const KANA = /[\u3041-\u30FE]/u;
const HALF_WIDTH = /[\uFF61-\uFF9F]/u;
const WIDE = /[\p{Script=Han}\u3000-\u30FF\uFF01-\uFF5E]/u;
const FOREIGN = /[\p{L}\p{Co}]/u;

/**
 * True where hardly a letter is foreign to Japanese, and some are kana: without them Chinese,
 * Korean or accents may just happen to be valid.
 */
function isJapanese(text: string): boolean {
  let [wide, kana, half, foreign] = [0, 0, 0, 0];
  for (const character of text) {
    if (character < '\u0080') continue;
    if (HALF_WIDTH.test(character)) half += 1;
    else if (WIDE.test(character)) wide += 1;
    else if (FOREIGN.test(character)) foreign += 1;
    if (KANA.test(character)) kana += 1;
  }
  return kana > 1 && kana * 20 >= wide && half <= wide && foreign * 10 <= wide;
}

/** Controls that are in text: white space, and what wires put around a story. */
const CONTROLS = new Set('\t\n\v\f\r\u0001\u0002\u0003\u0004\u001A\u001B');

/** True where accents and signs stand among plain letters: no bytes, nor Cyrillic or Korean. */
function isLatin(text: string): boolean {
  if (text.match(/\p{Cc}/gu)?.some((control) => !CONTROLS.has(control))) return false;
  const ink = text.replace(/\s+/gu, '');
  const signs = ink.replace(/[ -~]+/gu, '');
  return signs.length <= Math.max(3, ink.length / 3);
}
