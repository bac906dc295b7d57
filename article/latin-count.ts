import { PrintedLines } from './printed-lines.ts';
import type { Counts } from './stats.ts';

const PARTING = 0;
const JOINING = 1;
const LETTER = 2;
const DIGIT = 3;
const UNKNOWN = 4;

/** What a Latin character does to a word: parts words, may join them, is a letter, a digit … */
const KINDS = Uint8Array.from({ length: 0x250 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F]/.test(character)) return LETTER;
  if (/\d/.test(character)) return DIGIT;
  if (/[.:',;]/.test(character)) return JOINING;
  return /[\t -^`-~\u00A0-\u00A9\u00AB\u00AC\u00AE-\u00B4\u00B6\u00B8\u00B9\u00BB-\u00BF\u00D7\u00F7]/.test(
    character,
  )
    ? PARTING
    : UNKNOWN;
});

function kindOf(code: number): number {
  if (code < 0x250) return KINDS[code] ?? UNKNOWN;
  if (code === 0x2018 || code === 0x2019) return JOINING;
  // Dashes, quotes, the bullet, the ellipsis and the euro.
  const parts = (code >= 0x2010 && code <= 0x201f) || [0x2022, 0x2026, 0x20ac].includes(code);
  return parts ? PARTING : UNKNOWN;
}

/** The characters that join two letters, or two digits, to one word. */
const JOINS = { [LETTER]: ".:'‘’", [DIGIT]: ".,;'‘’" };

const TAB = 0x09;
const SPACE = 0x20;
const NO_BREAK_SPACE = 0xa0;

/**
 * Counts a paragraph of Latin text in one pass, without a segmenter, which is slow; undefined for
 * any other. Nearly all that a Western desk holds is Latin.
 */
export function countLatin(paragraph: string, lineLength: number): Counts | undefined {
  const { length: characters } = paragraph;
  const printed = new PrintedLines(lineLength);
  let words = 0;
  let spaces = 0;
  /** Where the row of spaces, or of other characters, that `at` is in begins. */
  let start = 0;
  let inSpace = false;
  let inWord: typeof PARTING | typeof LETTER | typeof DIGIT = PARTING;
  for (let at = 0; at < characters; at += 1) {
    const code = paragraph.charCodeAt(at);
    const kind = kindOf(code);
    const isSpace = code === SPACE || code === TAB;
    if (isSpace !== inSpace) {
      if (inSpace) printed.space(at - start);
      else printed.word(at - start);
      inSpace = isSpace;
      start = at;
    }
    if (kind === LETTER || kind === DIGIT) {
      if (inWord === PARTING) words += 1;
      inWord = kind;
    } else if (kind === UNKNOWN) {
      return undefined;
    } else {
      if (isSpace || code === NO_BREAK_SPACE) spaces += 1;
      const joins =
        inWord !== PARTING &&
        kind === JOINING &&
        JOINS[inWord].includes(paragraph.charAt(at)) &&
        at + 1 < characters &&
        kindOf(paragraph.charCodeAt(at + 1)) === inWord;
      if (!joins) inWord = PARTING;
    }
  }
  if (!inSpace) printed.word(characters - start);
  return { words, characters, charactersWithoutSpaces: characters - spaces, lines: printed.count };
}
