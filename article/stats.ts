/** The size of a text as the house counts it. */
export interface Stats {
  words: number;
  /** What a reader sees as one character: a letter with its accents, an emoji. Line ends do not count. */
  characters: number;
  charactersWithoutSpaces: number;
  /** Printed lines of `lineLength` characters; each paragraph starts one. */
  lines: number;
  /** Reading time in minutes, rounded up. */
  minutes: number;
}

export interface StatsOptions {
  /** Characters in a printed line of the house. */
  lineLength: number;
  /** BCP 47; Japanese and Chinese are read by the character. */
  language?: string;
}

const WORDS_A_MINUTE = 240;
const CHARACTERS_A_MINUTE = 500;

/**
 * Counts exported text (see `article/formats/text.ts`), so that the editor and an export agree.
 * What was counted of a paragraph is kept, so a keystroke counts one paragraph, not the story.
 */
export function stats(text: string, { lineLength, language }: StatsOptions): Stats {
  const total = { words: 0, characters: 0, charactersWithoutSpaces: 0, lines: 0 };
  for (const paragraph of text.split('\n')) {
    const counts = countKept(paragraph, lineLength, language);
    total.words += counts.words;
    total.characters += counts.characters;
    total.charactersWithoutSpaces += counts.charactersWithoutSpaces;
    total.lines += counts.lines;
  }
  const byCharacter = /^(?:ja|zh|yue)\b/iu.test(language ?? '');
  const minutes = byCharacter
    ? total.charactersWithoutSpaces / CHARACTERS_A_MINUTE
    : total.words / WORDS_A_MINUTE;
  return { ...total, minutes: Math.ceil(minutes) };
}

type Counts = Omit<Stats, 'minutes'>;

const PARTING = 0;
const JOINING = 1;
const LETTER_KIND = 2;
const DIGIT_KIND = 3;
const UNKNOWN_KIND = 4;

const NOTHING: Counts = { words: 0, characters: 0, charactersWithoutSpaces: 0, lines: 0 };
const MOST_KEPT = 5000;
const kept = new Map<string, Counts>();

function countKept(paragraph: string, lineLength: number, language: string | undefined): Counts {
  if (paragraph.trim() === '') return NOTHING;
  const key = `${lineLength} ${language ?? ''} ${paragraph}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const counts = count(paragraph, lineLength, language);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, counts);
  return counts;
}

function count(paragraph: string, lineLength: number, language: string | undefined): Counts {
  const words = wordsIn(paragraph, language);
  // A no-break space is a space that ends no line.
  const pieces = paragraph.split(/([^\S\u00A0\u202F]+)/u).map((piece) => ({
    length: visibleLength(piece, language),
    space: /^[^\S\u00A0\u202F]/u.test(piece),
  }));
  const characters = pieces.reduce((sum, { length }) => sum + length, 0);
  return {
    words,
    characters,
    charactersWithoutSpaces: characters - visibleLength(paragraph.replace(/\S+/gu, ''), language),
    lines: wrap(pieces, lineLength),
  };
}

/** Letters between which a point or a colon ends no word: `U.S.`, `p.m.`, `example.com`. */
const LETTER = String.raw`[\p{Alphabetic}--[\p{Ideographic}\p{scx=Hira}\p{scx=Kana}\p{sc=Hang}]]`;
const BEGINS = new RegExp(`^${LETTER}`, 'v');
const ENDS = new RegExp(String.raw`${LETTER}\p{M}*$`, 'v');

/** The words of a text as `stats` counts them, for those who want no more. */
export function wordsIn(text: string, language?: string): number {
  let words = 0;
  for (let from = 0, to = 0; from < text.length; from = to + 1) {
    to = text.indexOf('\n', from);
    if (to === -1) to = text.length;
    words += countSimple(text, from, to) ?? countSegments(text.slice(from, to), language);
  }
  return words;
}

/** What a Latin character does to a word: parts words, may join them, is a letter, a digit … */
const KINDS = Uint8Array.from({ length: 0x250 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F]/.test(character)) return LETTER_KIND;
  if (/\d/.test(character)) return DIGIT_KIND;
  if (/[.:',;]/.test(character)) return JOINING;
  return /[\t -^`-~\u00A0-\u00A9\u00AB\u00AC\u00AE-\u00B4\u00B6\u00B8\u00B9\u00BB-\u00BF\u00D7\u00F7]/.test(
    character,
  )
    ? PARTING
    : UNKNOWN_KIND;
});

function kindOf(code: number): number {
  if (code < 0x250) return KINDS[code] ?? UNKNOWN_KIND;
  if (code === 0x2018 || code === 0x2019) return JOINING;
  // Dashes, quotes, the bullet, the ellipsis and the euro.
  const parts = (code >= 0x2010 && code <= 0x201f) || [0x2022, 0x2026, 0x20ac].includes(code);
  return parts ? PARTING : UNKNOWN_KIND;
}

/** The characters that join two letters, or two digits, to one word. */
const JOINS = { [LETTER_KIND]: ".:'‘’", [DIGIT_KIND]: ".,;'‘’" };

/**
 * The words of a stretch of Latin text, found without a segmenter, which is slow; undefined for any
 * other. Nearly all that a Western desk holds is Latin.
 */
function countSimple(text: string, from: number, to: number): number | undefined {
  let words = 0;
  let inWord: typeof PARTING | typeof LETTER_KIND | typeof DIGIT_KIND = PARTING;
  for (let at = from; at < to; at += 1) {
    const kind = kindOf(text.charCodeAt(at));
    if (kind === UNKNOWN_KIND) return undefined;
    if (kind === LETTER_KIND || kind === DIGIT_KIND) {
      if (inWord === PARTING) words += 1;
      inWord = kind;
    } else if (inWord !== PARTING) {
      const joins =
        kind === JOINING &&
        JOINS[inWord].includes(text.charAt(at)) &&
        at + 1 < to &&
        kindOf(text.charCodeAt(at + 1)) === inWord;
      if (!joins) inWord = PARTING;
    }
  }
  return words;
}

/** Words as Unicode has them: Node joins letters across a point, Chromium does not, we always do. */
export function countSegments(paragraph: string, language: string | undefined): number {
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

/** The lines that words fill when each stands on one line, unless it is longer than any. */
function wrap(pieces: readonly { length: number; space: boolean }[], lineLength: number): number {
  let lines = 1;
  let used = 0;
  let gap = 0;
  for (const { length, space } of pieces) {
    if (space) {
      gap = length;
      continue;
    }
    if (length === 0) continue;
    if (used > 0 && used + gap + length > lineLength) {
      lines += 1;
      used = 0;
    }
    used += used === 0 ? length : gap + length;
    while (used > lineLength) {
      lines += 1;
      used -= lineLength;
    }
  }
  return lines;
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
