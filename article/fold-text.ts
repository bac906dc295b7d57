/** Text that folding only puts into lower case; most of what a desk holds. */
const PLAIN = /^[\0-\x7F\u2010-\u2026]*$/;

/** True for text whose characters keep their places when it is folded. */
export function isPlain(text: string): boolean {
  return PLAIN.test(text);
}

/** Accents, vowel points and signs that do not show. Japanese voice marks stay: が and か differ. */
const DROPPED =
  /[\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u064B-\u065F\u0670]|[\u00AD\u0640\u200B-\u200D\u2060\uFEFF]/gu;
/** Letters that are another one with a stroke, or two in one, and have no form with an accent. */
const LETTERS: Record<string, string> = {
  æ: 'ae',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ŧ: 't',
};

/** Text as it is searched: case, accents and forms of the same letter make no difference. */
export function foldText(text: string): string {
  if (isPlain(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(DROPPED, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[æđðħıłøœßþŧ]/gu, (letter) => LETTERS[letter] ?? letter);
}

/** Folded text, and for each of its characters where that comes from. */
export interface FoldedText {
  text: string;
  /** The place in the text that was folded; one more than there are characters, for the end. */
  places: (at: number) => number;
}

/** Stretches of plain text, and letters with the marks on them. */
const LETTERS_IN = /((?:[\0-\x7F\u2010-\u2026](?!\p{M}))+)|\P{M}[\p{M}\uFF9E\uFF9F]*|\p{M}+/gu;

/** Folds text so that a place in it can be told in the text as it was written. */
export function foldWithPlaces(text: string): FoldedText {
  if (isPlain(text)) return { text: text.toLowerCase(), places: (at) => at };
  let folded = '';
  const places: number[] = [];
  let from = 0;
  for (const [letter, plain] of text.matchAll(LETTERS_IN)) {
    const part = foldText(letter);
    for (let at = 0; at < part.length; at += 1) places.push(plain === undefined ? from : from + at);
    folded += part;
    from += letter.length;
  }
  places.push(from);
  return { text: folded, places: (at) => places[at] ?? from };
}
