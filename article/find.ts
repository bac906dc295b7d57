import isSafe from 'safe-regex2';
import type { Article } from './article.ts';
import { AppError } from './app-error.ts';
import type { Block } from './blocks/blocks.ts';
import { foldText, foldWithPlaces } from './fold-text.ts';
import {
  type LineEdit,
  type StoryLine,
  linesBeside,
  linesOfBlock,
  linesOfHead,
} from './story-lines.ts';

/** What is looked for, and what makes a difference. */
export interface FindQuery {
  text: string;
  matchCase?: boolean;
  wholeWord?: boolean;
  /** The text is a regular expression of JavaScript. */
  regex?: boolean;
  /** Accents and the widths of letters make no difference; nor does case. Not for an expression. */
  folded?: boolean;
}

/** A place where it was found. */
export interface Hit {
  line: StoryLine;
  from: number;
  to: number;
  /** What a regular expression found in its groups. */
  groups?: RegExpExecArray;
}

/** Looks through stories for one thing. */
export interface Finder {
  /** Every place in a story, in the order in which it is read. Blocks that it has seen cost nothing. */
  hits(article: Article): Hit[];
  /** What stands in the place of a hit; in that of a regular expression `$1`, `$&` and `$<name>` are its groups. */
  edit(hit: Hit, replacement: string): LineEdit;
}

/**
 * Makes a finder. Throws an AppError `pattern` for a regular expression that cannot be understood, in
 * words that say where.
 */
export function makeFinder(query: FindQuery): Finder {
  const pattern = patternOf(query);
  const known = new WeakMap<Block, Hit[]>();
  const inLine = (line: StoryLine): Hit[] =>
    pattern === undefined ? [] : hitsIn(line, pattern, query);
  const inBlock = (block: Block): Hit[] => {
    const seen = known.get(block) ?? linesOfBlock(block).flatMap(inLine);
    known.set(block, seen);
    return seen;
  };
  return {
    hits: (article) => [
      ...linesOfHead(article).flatMap(inLine),
      ...article.body.flatMap(inBlock),
      ...linesBeside(article).flatMap(inLine),
    ],
    edit: ({ line, from, to, groups }, replacement) => ({
      line,
      from,
      to,
      text: groups === undefined ? replacement : filled(replacement, groups),
    }),
  };
}

/** Scripts that put no spaces between words: there every place is the edge of a word. */
const LETTER = String.raw`[[\p{L}\p{N}\p{M}_]--[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]]`;
/** Signs that are typed alike, as patterns. */
const ALIKE = [
  [/\\x20|\\xa0/gu, String.raw`\s`],
  [/['’‘ʼ]|\\x27/gu, "['’‘ʼ]"],
  [/["“”„]|\\x22/gu, '["“”„]'],
] as const;

function patternOf(query: FindQuery): RegExp | undefined {
  const { text, matchCase, wholeWord, regex } = query;
  if (text === '') return undefined;
  const source = regex ? `(?:${text})` : plainPattern(isFolded(query) ? foldText(text) : text);
  const whole = wholeWord
    ? `(?<!${LETTER}(?=${LETTER}))${source}(?!(?<=${LETTER})${LETTER})`
    : source;
  try {
    // By itself first: `a)(b` would close the group around it.
    if (regex) void new RegExp(text, 'v');
    if (regex && !isSafe(text)) throw new Error('it repeats what repeats, and could take for ever');
    return new RegExp(whole, matchCase && !isFolded(query) ? 'gv' : 'giv');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/^.*\/[a-z]*: /u, '') : '';
    throw new AppError('pattern', reason, { cause });
  }
}

/** Words to be found as they are, also over the end of a line and with any kind of quotation mark. */
function plainPattern(text: string): string {
  let pattern = RegExp.escape(text);
  for (const [sign, kinds] of ALIKE) pattern = pattern.replaceAll(sign, kinds);
  return pattern;
}

/** An expression is looked for in the text as it is: what its groups find goes into the replacement. */
function isFolded({ folded, regex }: FindQuery): boolean {
  return folded === true && regex !== true;
}

function hitsIn(line: StoryLine, pattern: RegExp, query: FindQuery): Hit[] {
  const { text, places } = isFolded(query)
    ? foldWithPlaces(line.text)
    : { text: line.text, places: (at: number) => at };
  // A letter may be two when it is folded, and is not found by half.
  const isEdge = (at: number) => at === 0 || places(at) !== places(at - 1);
  const hits: Hit[] = [];
  for (const match of text.matchAll(pattern)) {
    // An expression may find nothing, everywhere.
    if (match[0] === '') continue;
    const [start, end] = [match.index, match.index + match[0].length];
    if (!isEdge(start) || !isEdge(end)) continue;
    hits.push({
      line,
      from: places(start),
      to: places(end),
      ...(query.regex && { groups: match }),
    });
  }
  return hits;
}

/** A replacement with the groups of a match in it. */
function filled(replacement: string, match: RegExpExecArray): string {
  return replacement.replace(
    /\$(?:(?<sign>[$&])|(?<number>\d{1,2})|<(?<name>[^>]+)>)/gu,
    (written: string, ...rest: unknown[]) => {
      const { sign, number, name } = rest.at(-1) as Record<string, string | undefined>;
      if (sign !== undefined) return sign === '$' ? '$' : match[0];
      if (number !== undefined) return groupOf(match, number) ?? written;
      const groups = match.groups ?? {};
      return (name ?? '') in groups ? (groups[name ?? ''] ?? '') : written;
    },
  );
}

/** What a group has found; of two figures the second is text where there are not so many groups. */
function groupOf(match: RegExpExecArray, number: string): string | undefined {
  if (Number(number) < match.length) return match[Number(number)] ?? '';
  const [first = '', ...more] = number;
  return more.length > 0 && Number(first) > 0 && Number(first) < match.length
    ? (match[Number(first)] ?? '') + more.join('')
    : undefined;
}
