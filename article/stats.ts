import { countLatin } from './latin-count.ts';
import { PrintedLines } from './printed-lines.ts';

/** The size of a text as the house counts it. */
export interface Stats extends Counts {
  /** Reading time in minutes, rounded up. */
  minutes: number;
}

/** What is counted of a paragraph. */
export interface Counts {
  words: number;
  /** What a reader sees as one character: a letter with its accents, an emoji. Line ends do not count. */
  characters: number;
  charactersWithoutSpaces: number;
  /** Printed lines of `lineLength` characters; each paragraph starts one. */
  lines: number;
}

export interface StatsOptions {
  /** Characters in a printed line of the house. */
  lineLength: number;
  /** BCP 47; Japanese and Chinese are read by the character. */
  language?: string;
}

const WORDS_A_MINUTE = 240;
const CHARACTERS_A_MINUTE = 500;

/** True for a language whose texts are measured in characters, since nothing parts its words. */
export function countsByCharacter(language: string | undefined): boolean {
  return /^(?:ja|zh|cmn|yue)\b/iu.test(language ?? '');
}

/** Counts paragraphs, of which each is on one line. */
export function stats(
  paragraphs: readonly string[],
  { lineLength, language }: StatsOptions,
): Stats {
  const total = { words: 0, characters: 0, charactersWithoutSpaces: 0, lines: 0 };
  for (const paragraph of paragraphs) {
    if (paragraph.trim() === '') continue;
    const counts = countLatin(paragraph, lineLength) ?? countKept(paragraph, lineLength, language);
    total.words += counts.words;
    total.characters += counts.characters;
    total.charactersWithoutSpaces += counts.charactersWithoutSpaces;
    total.lines += counts.lines;
  }
  const minutes = countsByCharacter(language)
    ? total.charactersWithoutSpaces / CHARACTERS_A_MINUTE
    : total.words / WORDS_A_MINUTE;
  return { ...total, minutes: Math.ceil(minutes) };
}

const MOST_KEPT = 5000;
const kept = new Map<string, Counts>();

/** Finding words with a segmenter is slow: a key is to count one paragraph, not the story. */
function countKept(paragraph: string, lineLength: number, language: string | undefined): Counts {
  const key = `${lineLength} ${language ?? ''} ${paragraph}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const counts = countSegmented(paragraph, lineLength, language);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, counts);
  return counts;
}

/** Counts a paragraph in any script. */
export function countSegmented(
  paragraph: string,
  lineLength: number,
  language: string | undefined,
): Counts {
  const printed = new PrintedLines(lineLength);
  let characters = 0;
  // A no-break space is a space that ends no line.
  for (const piece of paragraph.split(/([^\S\u00A0\u202F]+)/u)) {
    const length = visibleLength(piece, language);
    characters += length;
    if (/^[^\S\u00A0\u202F]/u.test(piece)) printed.space(length);
    else printed.word(length);
  }
  return {
    words: countWords(paragraph, language),
    characters,
    charactersWithoutSpaces: characters - visibleLength(paragraph.replace(/\S+/gu, ''), language),
    lines: printed.count,
  };
}

/** Letters between which a point or a colon ends no word: `U.S.`, `p.m.`, `example.com`. */
const LETTER = String.raw`[\p{Alphabetic}--[\p{Ideographic}\p{scx=Hira}\p{scx=Kana}\p{sc=Hang}]]`;
const BEGINS = new RegExp(`^${LETTER}`, 'v');
const ENDS = new RegExp(String.raw`${LETTER}\p{M}*$`, 'v');

/** Words as Unicode has them: Node joins letters across a point, Chromium does not, we always do. */
function countWords(paragraph: string, language: string | undefined): number {
  let words = 0;
  let before = '';
  let joint = false;
  for (const { segment, isWordLike } of segmenters(language).words.segment(paragraph)) {
    if (isWordLike !== true) {
      // One alone: an ellipsis of three points parts words.
      joint = !joint && before !== '' && /^[.:\uFE55\uFF0E\uFF1A]$/u.test(segment);
      if (!joint) before = '';
      continue;
    }
    if (!joint || !ENDS.test(before) || !BEGINS.test(segment)) words += 1;
    before = segment;
    joint = false;
  }
  return words;
}

function visibleLength(text: string, language: string | undefined): number {
  // Each of these is one character by itself; looking is cheaper than segmenting.
  if (
    /^[\t\u0020-\u007E\u00A0-\u00AC\u00AE-\u02FF\u2010-\u2027\u3000-\u3029\u3041-\u3096\u30A1-\u30FF\u4E00-\u9FFF]*$/u.test(
      text,
    )
  ) {
    return text.length;
  }
  let length = 0;
  for (const { segment } of segmenters(language).characters.segment(text)) {
    if (!/^[\p{Cf}\p{Cc}]+$/u.test(segment) || segment === '\t') length += 1;
  }
  return length;
}

interface Segmenters {
  words: Intl.Segmenter;
  characters: Intl.Segmenter;
}

// Making one is slow.
const made = new Map<string, Segmenters>();

function segmenters(language: string | undefined): Segmenters {
  const key = language ?? '';
  let both = made.get(key);
  if (both === undefined) {
    const locale = usableLocale(key);
    both = {
      words: new Intl.Segmenter(locale, { granularity: 'word' }),
      characters: new Intl.Segmenter(locale, { granularity: 'grapheme' }),
    };
    made.set(key, both);
  }
  return both;
}

/** English for a language tag that is none: a count must not fail on it. */
function usableLocale(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en';
  } catch (error) {
    if (error instanceof RangeError) return 'en';
    throw error;
  }
}
