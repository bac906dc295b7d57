import { afterBy, isAffiliation } from '../byline.ts';
import type { DatelineFinder } from './wire-dateline.ts';
import type { WireLine } from './wire-lines.ts';
import type { ParagraphPart, WirePart } from './wire-parts.ts';

/** What stands above the story. */
export interface WireHead {
  headline?: string;
  byline?: string;
  stamp?: string;
}

/** Longer lines are paragraphs, not headlines. */
const LONGEST_HEADLINE = 120;
/** The head of a story is one chunk of at most so many lines. */
const LONGEST_HEAD = 5;

/** What the head's lines are told by. */
export interface HeadRules {
  /** The language of the house, in which a byline may be, too. */
  language: string;
  isStamp(text: string): boolean;
  datelines: DatelineFinder;
}

/**
 * Takes stamp, headline and byline from the start, in any order, each once. Where the first chunk
 * is plainly a head, its other lines (a kicker, a slug) are passed over and stay in the body.
 */
export function takeHead(
  parts: readonly WirePart[],
  rules: HeadRules,
): { head: WireHead; body: WirePart[] } {
  const head: WireHead = {};
  const passed: WirePart[] = [];
  const first = parts.filter(({ chunk }) => chunk === parts[0]?.chunk);
  const plainlyHead = first.length <= LONGEST_HEAD && first.length < parts.length;
  let at = 0;
  for (; at < parts.length; at += 1) {
    const part = parts[at];
    if (part?.type !== 'paragraph') break;
    if (passed.length > 0 && part.chunk !== parts[0]?.chunk) break;
    const role = roleOf(part, parts[at + 1], rules);
    if (role !== undefined && head[role] === undefined) {
      head[role] = part.text;
      const below = parts[at + 1];
      if (role === 'byline' && saysWhose(below)) {
        head.byline = `${part.text}, ${below.text}`;
        at += 1;
      }
    } else {
      const follows = first
        .slice(at + 1)
        .some((later) => later.type === 'paragraph' && isWanted(later.text, head, rules));
      if (!plainlyHead || head.headline === undefined || !follows) break;
      passed.push(part);
    }
  }
  return { head, body: [...passed, ...parts.slice(at)] };
}

/** True for `Associated Press Writer` on the line below a byline. */
function saysWhose(part: WirePart | undefined): part is ParagraphPart {
  return part?.type === 'paragraph' && part.direct && isAffiliation(part.text);
}

function isWanted(text: string, head: WireHead, rules: HeadRules): boolean {
  return (
    (head.stamp === undefined && rules.isStamp(text)) ||
    (head.byline === undefined && isByline(text, rules.language))
  );
}

function roleOf(
  { text }: ParagraphPart,
  next: WirePart | undefined,
  rules: HeadRules,
): keyof WireHead | undefined {
  if (rules.isStamp(text)) return 'stamp';
  if (isByline(text, rules.language)) return 'byline';
  if (next === undefined || text.length > LONGEST_HEADLINE || !isTitle({ text })) return undefined;
  const { datelines } = rules;
  const isDateline = datelines.isDatelineLine(text) || datelines.detect(text) !== undefined;
  return isDateline ? undefined : 'headline';
}

const FINAL_PUNCTUATION = /[.,;:!?…。、！？：；]["'”’»)\]]*$/u;
const MARKED = /^(?:[-*•–]|[1-9]\d{0,2}[.)])(?:\s|$)/u;

/** True for a line that may be a title: it is no sentence, and no item of a list. */
export function isTitle({ text }: Pick<WireLine, 'text'>): boolean {
  return !FINAL_PUNCTUATION.test(text) && !MARKED.test(text);
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
