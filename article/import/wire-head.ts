import { afterBy, isAffiliation } from '../byline.ts';
import type { DatelineFinder } from './wire-dateline.ts';
import { FINAL_PUNCTUATION, isTitle } from '../wire/title.ts';
import type { ParagraphPart, WirePart } from './wire-parts.ts';

/** What stands above the story. */
export interface WireHead {
  slugline?: string;
  kicker?: string;
  headline?: string;
  standfirst?: string;
  byline?: string;
  stamp?: string;
}

/** Longer lines are paragraphs, not headlines. */
const LONGEST_HEADLINE = 120;
/** The head of a story is one chunk of at most so many lines. */
const LONGEST_HEAD = 5;

/** How the lines of a head are recognised. */
export interface HeadRules {
  /** The language of the house, in which a byline may be, too. */
  language: string;
  isStamp(text: string): boolean;
  datelines: DatelineFinder;
}

/**
 * Takes stamp, headline and byline from the start, in any order, each once, a slug that stands
 * before them, and kicker and standfirst, which stand beside the headline. Where the first chunk is
 * plainly a head, its other lines are passed over and stay in the body.
 */
export function takeHead(
  parts: readonly WirePart[],
  rules: HeadRules,
): { head: WireHead; body: WirePart[] } {
  const [slug, below] = parts;
  if (slug?.type === 'paragraph' && SLUG.test(slug.text) && below?.type === 'paragraph') {
    if (roleOf(below, parts[2], rules) === 'headline') {
      const { head, body } = takeLines(parts.slice(1), rules);
      return { head: { slugline: slug.text, ...head }, body };
    }
  }
  return takeLines(parts, rules);
}

/** `HARBOUR-TUNNEL`, `UKRAINE-CRISIS/`; `COVID-19` is the kicker of many a story. */
const SLUG = /^\p{Lu}{2,}(?:-\p{Lu}[\p{Lu}\d]+)+(?:\/\p{Lu}*)?$/u;

function takeLines(
  parts: readonly WirePart[],
  rules: HeadRules,
): { head: WireHead; body: WirePart[] } {
  const head: WireHead = {};
  const passed: ParagraphPart[] = [];
  let at = 0;
  for (; at < parts.length; at += 1) {
    const part = parts[at];
    if (part?.type !== 'paragraph') break;
    const role = roleOf(part, parts[at + 1], rules);
    if (role !== undefined && head[role] === undefined) {
      head[role] = part.text;
      const below = parts[at + 1];
      if (role === 'byline' && saysWhose(below)) {
        head.byline = `${part.text}, ${below.text}`;
        at += 1;
      }
    } else {
      if (head.headline === undefined || !headGoesOn(parts, at, head, rules)) break;
      passed.push(part);
    }
  }
  const last = passed.at(-1);
  // A list may have come before the byline that was to follow.
  const isHead = last !== parts[at - 1] || parts[at]?.type === 'paragraph';
  const isBeside = isHead && passed.every((part) => isPlain(part, rules));
  const beside = isBeside ? besideHeadline(head.headline ?? '', passed, parts) : undefined;
  const rest = parts.slice(at);
  return beside === undefined
    ? { head, body: [...passed, ...rest] }
    : { head: { ...head, ...beside }, body: rest };
}

/**
 * True where a line that is in no other way known is of the head: a byline or a stamp follows it,
 * or the dateline, or it is one of two titles, before a standfirst.
 */
function headGoesOn(
  parts: readonly WirePart[],
  at: number,
  head: WireHead,
  rules: HeadRules,
): boolean {
  const part = parts[at] as ParagraphPart;
  const first = parts.filter(({ chunk }) => chunk === parts[0]?.chunk);
  const plainlyHead = first.length <= LONGEST_HEAD && first.length < parts.length;
  const inFirst = part.chunk === parts[0]?.chunk;
  if (inFirst && plainlyHead && first.slice(at + 1).some((one) => isWanted(one, head, rules))) {
    return true;
  }
  if (!isPlain(part, rules)) return false;
  const startsBody = (one: WirePart | undefined): boolean =>
    isWanted(one, head, rules) ||
    (one?.type === 'paragraph' && rules.datelines.startsStory(one.text));
  if (startsBody(parts[at + 1])) return true;
  const isPair = first.length === 2 && at === 1 && isTitle(part);
  if (!isPair) return false;
  const [after, later] = parts.slice(2);
  if (after?.type !== 'paragraph' || !isPlain(after, rules)) return false;
  return startsBody(later) || isKicker((parts[0] as ParagraphPart).text, part.text);
}

/** True for a line that is no stamp, byline or dateline. */
function isPlain({ text }: ParagraphPart, rules: HeadRules): boolean {
  return (
    !rules.isStamp(text) &&
    !isByline(text, rules.language) &&
    rules.datelines.detect(text) === undefined
  );
}

/**
 * What the lines below the first title are: the headline under a kicker, and the standfirst.
 * Undefined where that is not certain.
 */
function besideHeadline(
  title: string,
  passed: readonly ParagraphPart[],
  parts: readonly WirePart[],
): WireHead | undefined {
  const [one, two] = passed;
  if (one === undefined || passed.length > 2) return undefined;
  const isDirect = one.direct && isTitle(one) && one.text.length <= LONGEST_HEADLINE;
  const isSecond = isDirect && one === parts[1];
  const isPair = isSecond && parts[2]?.chunk !== one.chunk;
  if (two !== undefined) {
    const certain = isPair || (isSecond && isKicker(title, one.text));
    return certain ? { kicker: title, headline: one.text, standfirst: two.text } : undefined;
  }
  if (isPair && isKicker(title, one.text)) return { kicker: title, headline: one.text };
  if (isDirect && CAPITALS.test(one.text) && isKicker(one.text, title)) return { kicker: one.text };
  return { standfirst: one.text };
}

const CAPITALS = /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u;

/** True for a few words above a longer headline. */
function isKicker(text: string, headline: string): boolean {
  const isShort = text.length <= 28 && text.split(' ').length <= 4;
  return isShort && text.length < headline.length && !SLUG.test(text);
}

/** True for `Associated Press Writer` on the line below a byline. */
function saysWhose(part: WirePart | undefined): part is ParagraphPart {
  return part?.type === 'paragraph' && part.direct && isAffiliation(part.text);
}

function isWanted(part: WirePart | undefined, head: WireHead, rules: HeadRules): boolean {
  if (part?.type !== 'paragraph') return false;
  const { text } = part;
  return (
    (head.stamp === undefined && rules.isStamp(text)) ||
    (head.byline === undefined && isByline(text, rules.language))
  );
}

function roleOf(
  { text }: ParagraphPart,
  next: WirePart | undefined,
  rules: HeadRules,
): 'headline' | 'byline' | 'stamp' | undefined {
  if (rules.isStamp(text)) return 'stamp';
  if (isByline(text, rules.language)) return 'byline';
  if (next === undefined || text.length > LONGEST_HEADLINE || !isTitle({ text })) return undefined;
  const { datelines } = rules;
  const isDateline = datelines.isDatelineLine(text) || datelines.detect(text) !== undefined;
  return isDateline ? undefined : 'headline';
}

const BETWEEN_NAMES = new Set(
  'and al bin da de del den der di du e en et for in la le och of og the und van von with y &'.split(
    ' ',
  ),
);
const NO_NAME = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|early|late|now|then)$/iu;

/**
 * True for `By Anna Lake and Ben Ford`, in this language or in English: every word is a name's, and
 * it is no sentence.
 */
export function isByline(text: string, language: string): boolean {
  const names = afterBy(text, language);
  if (names === undefined || names.length > 120) return false;
  const sentence = FINAL_PUNCTUATION.test(names) && !/(?:\b\p{L}|\b[JS]r)\.$/iu.test(names);
  if (sentence) return false;
  const people = names.split(/[,;]/u).filter((one, at) => at === 0 || !isAffiliation(one.trim()));
  const words = people.flatMap((one) => one.split(/\s+/u)).filter((word) => word !== '');
  const [first = ''] = words;
  if (NO_NAME.test(first) || words.length > 20) return false;
  return (
    /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(first) &&
    words.every((word) => /^[\p{Lu}\p{Lt}\p{Lo}]/u.test(word) || BETWEEN_NAMES.has(word))
  );
}
