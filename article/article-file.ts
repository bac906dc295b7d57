import { AppError } from './app-error.ts';
import { type Article, articleVersion, newerVersion, parseArticle } from './article.ts';
import { blockSchemas } from './blocks/blocks.ts';
import { articleSchema } from './fields.ts';
import { inlineSchemas } from './inline.ts';
import { keyOrder } from './key-order.ts';
import { VERSION } from './migrations.ts';

const KEYS = keyOrder([articleSchema, ...blockSchemas.values(), ...inlineSchemas]);

/** The places of known keys; others follow by name. */
const KEY_ORDER = new Map(KEYS.map((key, index) => [key, index]));

/**
 * The article as its file: canonical key order, two spaces, LF, a newline at the end. Equal
 * articles give equal bytes.
 */
export function serializeArticle(article: Article): string {
  return `${JSON.stringify(articleToJson(article), null, 2)}\n`;
}

/** The article as JSON data in canonical key order, as it stands in the file. */
export function articleToJson(article: Article): unknown {
  return canonical(article);
}

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(unwrap(value)).filter(([, item]) => item !== undefined);
  entries.sort(([a], [b]) => {
    const byRank = (KEY_ORDER.get(a) ?? Infinity) - (KEY_ORDER.get(b) ?? Infinity);
    return byRank || (a < b ? -1 : 1);
  });
  return Object.fromEntries(entries.map(([key, item]) => [key, canonical(item)]));
}

/** An unknown block is written as it was read. */
function unwrap(value: object): object {
  if (!('type' in value) || value.type !== 'unknown' || !('was' in value)) return value;
  const { was, id } = value as unknown as { was: object; id: string };
  return { ...was, id };
}

/** An article file that was opened. */
export interface OpenedFile {
  article: Article;
  /** Set for a file of a newer version: it may be read, not written. */
  readOnly: boolean;
  /** What was mended while reading, in words for the person. */
  notices: string[];
}

/** The most text that one file may hold, in bytes (and so at least as many as its characters). */
export const MAX_TEXT_BYTES = 16 * 1024 * 1024;

/**
 * Reads the text of an article file. A byte order mark is dropped and lone surrogates become
 * U+FFFD, each with a notice. Throws an AppError: `too-large`, `not-json` (with line and column),
 * `invalid` (with the path), and for a newer version that cannot even be shown, `newer-version`.
 */
export function readArticleFile(text: string): OpenedFile {
  const { text: clean, notices } = cleanText(text, 'json');
  let value: unknown;
  try {
    value = JSON.parse(clean);
  } catch (error) {
    throw new AppError(
      'not-json',
      `not a story file: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
  // Half of a pair can only be there as an escape.
  const mended = clean.includes('\\u') ? replaceLoneSurrogates(value) : { value, count: 0 };
  if (mended.count > 0) notices.push(loneSurrogateNotice(mended.count));
  const version = articleVersion(mended.value);
  if (version <= VERSION) return { article: parseArticle(mended.value), readOnly: false, notices };
  try {
    return { article: parseArticle(mended.value), readOnly: true, notices };
  } catch (error) {
    if (error instanceof AppError) throw newerVersion(version);
    throw error;
  }
}

/**
 * Text from outside, made fit to work on: no byte order mark, LF line ends, U+FFFD for lone
 * surrogates; `notices` says what was done. Throws an AppError `nul` naming the offset of a NUL
 * character, and `too-large`. In `json` line ends are left to the JSON parser.
 */
export function cleanText(
  text: string,
  kind: 'plain' | 'json' = 'plain',
): { text: string; notices: string[] } {
  const notices: string[] = [];
  if (text.length > MAX_TEXT_BYTES) {
    throw new AppError('too-large', 'the text is over 16 MB; split it and try again');
  }
  const nul = text.indexOf('\0');
  if (nul !== -1) {
    throw new AppError(
      'nul',
      `a NUL character at offset ${nul}; the file is damaged or not text. Restore it from a copy`,
    );
  }
  let clean = text;
  if (clean.startsWith('\uFEFF')) {
    clean = clean.slice(1);
    notices.push('A byte order mark at the start was dropped.');
  }
  if (kind === 'plain' && clean.includes('\r')) {
    clean = clean.replace(/\r\n?/gu, '\n');
    notices.push('Windows line ends were changed to LF.');
  }
  if (!clean.isWellFormed()) {
    const count = countLoneSurrogates(clean);
    clean = clean.toWellFormed();
    notices.push(loneSurrogateNotice(count));
  }
  return { text: clean, notices };
}

function countLoneSurrogates(text: string): number {
  return (
    text.match(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g) ?? []
  ).length;
}

function loneSurrogateNotice(count: number): string {
  return `${count} damaged character${count === 1 ? '' : 's'} (half of a pair) became U+FFFD.`;
}

function replaceLoneSurrogates(value: unknown): { value: unknown; count: number } {
  let count = 0;
  const mend = (item: unknown): unknown => {
    if (typeof item === 'string') {
      if (item.isWellFormed()) return item;
      count += countLoneSurrogates(item);
      return item.toWellFormed();
    }
    if (Array.isArray(item)) return item.map(mend);
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(
      Object.entries(item).map(([key, child]) => [key.toWellFormed(), mend(child)]),
    );
  };
  return { value: mend(value), count };
}
