import type { Article } from '../../article/article.ts';
import type { Block } from '../../article/blocks/blocks.ts';
import { linesOf } from '../../article/blocks/holds.ts';
import { knownSpec } from '../../article/blocks/specs.ts';
import { printedByline } from '../../article/byline.ts';
import { foldText } from '../../article/fold-text.ts';
import { printedKeywords } from '../../article/keywords.ts';
import { picturesOf } from '../../article/pictures.ts';

/** Where words are looked for, and how much a hit there counts for the order of what is found. */
export const SEARCH_COLUMNS = {
  headline: 1000,
  slugline: 200,
  byline: 100,
  standfirst: 50,
  keywords: 50,
  section: 20,
  dateline: 20,
  caption: 2,
  body: 1,
  sidebar: 1,
  status: 0,
} as const;

export type SearchColumn = keyof typeof SEARCH_COLUMNS;

/** The words of a story as they were written, lines by where they stand. */
export type SearchedLines = Record<SearchColumn, string[]>;

/** The lines of a story that has no words. */
export function noLines(): SearchedLines {
  const columns = Object.keys(SEARCH_COLUMNS).map((column) => [column, []]);
  return Object.fromEntries(columns);
}

/** How much of a story is searched, in characters: more than any book has. */
const MOST_SEARCHED = 1024 * 1024;

/** The words of an article that a search looks through: up to the first million characters. */
export function searchedLines(article: Article): SearchedLines {
  const lines = allLines(article);
  const all = Object.values(lines).flat();
  if (all.reduce((sum, { length }) => sum + length, 0) <= MOST_SEARCHED) return lines;
  let left = MOST_SEARCHED;
  for (const column of Object.keys(lines) as SearchColumn[]) {
    lines[column] = lines[column].map((line) => {
      const searched = line.slice(0, left);
      left -= searched.length;
      return searched;
    });
  }
  return lines;
}

function allLines(article: Article): SearchedLines {
  const { headline, slugline, section, kicker, standfirst, keywords, status } = article;
  const lines: SearchedLines = {
    ...noLines(),
    headline: [headline],
    slugline: [slugline],
    byline: [printedByline(article)],
    standfirst: [kicker, standfirst],
    keywords: [printedKeywords(keywords)],
    section: [section],
    status: [status],
  };
  for (const block of article.body) {
    const column = columnOf(block);
    for (const line of linesOf([block])) lines[column].push(line);
    for (const { picture } of picturesOf([block])) lines.caption.push(picture.alt);
  }
  for (const { text } of article.corrections) lines.body.push(text);
  return lines;
}

function columnOf(block: Block): SearchColumn {
  return knownSpec(block)?.searched ?? 'body';
}

const MAYBE_UNSPACED =
  /[\u0E00-\u0EFF\u1000-\u109F\u1100-\u11FF\u1780-\u17FF\u2E80-\uD7FF\u{20000}-\u{3FFFF}]/u;
const UNSPACED =
  /[[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]&&[\p{L}\p{N}\p{M}]]/gv;

/**
 * Folded text as the index takes it: scripts that put no spaces between words, and Korean, which
 * hangs particles on them, are indexed by the character; words of them are found as phrases.
 */
export function spaceText(folded: string): string {
  return MAYBE_UNSPACED.test(folded) ? folded.replace(UNSPACED, ' $& ') : folded;
}

/** What the index takes for a word; see the tokenizer in `index-tables.ts`. */
export const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

/** The words of a text as the index knows them. */
export function searchWords(text: string): string[] {
  return spaceText(foldText(text)).match(WORD) ?? [];
}
