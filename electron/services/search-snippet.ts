import type { SnippetRun } from '../contract/calls.ts';
import type { SearchTerm } from './search-query.ts';
import { foldText, isPlain } from '../../article/fold-text.ts';
import {
  SEARCH_COLUMNS,
  type SearchColumn,
  type SearchedLines,
  WORD,
  spaceText,
} from './search-text.ts';

/** Where a snippet is taken from, the best first; the headline is in the list already. */
const COLUMNS: readonly SearchColumn[] = [
  'standfirst',
  'body',
  'caption',
  'sidebar',
  'dateline',
  'byline',
  'keywords',
  'section',
  'slugline',
  'headline',
  'status',
];
/** The length of a snippet, and of what stands before its first hit, in characters. */
const LENGTH = 160;
const BEFORE = 28;

/** The lines of a story as they are kept for snippets: a letter for the column, then the words. */
export function keptLines(lines: SearchedLines): string {
  let kept = '';
  for (const column of COLUMNS) {
    for (const line of lines[column]) {
      if (line === '') continue;
      const letter = kept === '' ? LETTER[column] : `\n${LETTER[column]}`;
      kept += letter + (line.includes('\n') ? line.replace(/\n+/gu, `\n${LETTER[column]}`) : line);
    }
  }
  return kept;
}

const LETTER = Object.fromEntries(
  Object.keys(SEARCH_COLUMNS).map((column, index) => [column, String.fromCharCode(97 + index)]),
) as Record<SearchColumn, string>;

/** The words around the first hits in the line of the story that has the most of what was asked. */
export function snippetOf(kept: string, terms: readonly SearchTerm[]): SnippetRun[] | undefined {
  if (terms.length === 0) return undefined;
  let best = { line: '', hits: [] as Hit[], worth: 0 };
  const most = worthOf(terms);
  const lines = kept.split('\n');
  const lowered = kept.toLowerCase();
  let folded: string | undefined;
  // Folding costs more than looking, and most words are written as they are searched for.
  const places = terms.map((term) => {
    const [word = ''] = term.words;
    const text = lowered.includes(word) ? lowered : (folded ??= foldText(kept));
    return { term, word, lines: text.split('\n') };
  });
  for (const [index, line] of lines.entries()) {
    const may = places
      .filter(
        ({ term: { column }, word, lines: looked }) =>
          (column === undefined ? line[0] !== LETTER.status : line[0] === LETTER[column]) &&
          // Folding may join lines in no script that is known; without a line, look closely.
          (looked[index]?.includes(word) ?? true),
      )
      .map(({ term }) => term);
    if (worthOf(may) <= best.worth) continue;
    const words = wordsOf(line.slice(1));
    const found = may
      .map((term) => ({ term, hits: hitsOf(words, term) }))
      .filter(({ hits }) => hits.length > 0);
    const worth = worthOf(found.map(({ term }) => term));
    if (worth <= best.worth) continue;
    best = { line: line.slice(1), hits: found.flatMap(({ hits }) => hits), worth };
    if (worth === most) break;
  }
  return best.worth === 0 ? undefined : cut(best.line, best.hits);
}

/** The more terms the better; of as many, the longer ones, which say more than “the”. */
function worthOf(terms: readonly SearchTerm[]): number {
  return terms.reduce((sum, { words }) => sum + 1000 + words.join('').length, 0);
}

/** From one character to the one after the last, in the line as it was written. */
interface Hit {
  from: number;
  to: number;
}

interface Word extends Hit {
  folded: string;
}

/** The words of a line as the index knows them, each with its place. */
function wordsOf(line: string): Word[] {
  if (isPlain(line)) {
    return Array.from(line.toLowerCase().matchAll(WORD), ({ 0: folded, index }) => ({
      folded,
      from: index,
      to: index + folded.length,
    }));
  }
  let folded = '';
  const places: number[] = [];
  for (const { 0: cluster, index } of line.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const piece = spaceText(foldText(cluster));
    folded += piece;
    for (let n = 0; n < piece.length; n += 1) places.push(index);
  }
  places.push(line.length);
  return Array.from(folded.matchAll(WORD), ({ 0: word, index }) => ({
    folded: word,
    from: places[index] ?? 0,
    to: endOf(places, index + word.length - 1, line.length),
  }));
}

/** Where the character that made the folded one at `last` ends. */
function endOf(places: readonly number[], last: number, length: number): number {
  const place = places[last] ?? length;
  return places.find((one, index) => index > last && one > place) ?? length;
}

function hitsOf(words: readonly Word[], { words: wanted, prefix }: SearchTerm): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at + wanted.length <= words.length; at += 1) {
    const is = wanted.every((word, n) => {
      const found = words[at + n]?.folded ?? '';
      return prefix && n === wanted.length - 1 ? found.startsWith(word) : found === word;
    });
    if (is) hits.push({ from: words[at]!.from, to: words[at + wanted.length - 1]!.to });
  }
  return hits;
}

function cut(line: string, all: readonly Hit[]): SnippetRun[] {
  const hits = all.toSorted((a, b) => a.from - b.from || b.to - a.to);
  const start = line.length <= LENGTH ? 0 : startOf(line, (hits[0]?.from ?? 0) - BEFORE);
  const end = line.length - start <= LENGTH ? line.length : endAt(line, start + LENGTH);
  const runs: SnippetRun[] = [];
  let at = start;
  for (const { from, to } of hits) {
    if (from < at || from >= end) continue;
    if (from > at) runs.push({ text: line.slice(at, from) });
    runs.push({ text: line.slice(from, Math.min(to, end)), hit: true });
    at = Math.min(to, end);
  }
  if (at < end) runs.push({ text: line.slice(at, end) });
  if (start > 0) runs.unshift({ text: '…' });
  if (end < line.length) runs.push({ text: '…' });
  return joinPlain(runs);
}

/** The start of a word at `from` or soon after; where there are no spaces, any character. */
function startOf(line: string, from: number): number {
  if (from <= 0) return 0;
  const space = line.indexOf(' ', from);
  return space === -1 || space > from + BEFORE - 2 ? wholeAt(line, from) : space + 1;
}

function endAt(line: string, to: number): number {
  const space = line.lastIndexOf(' ', to);
  return space < to - BEFORE ? wholeAt(line, to) : space;
}

/** Never between the halves of a pair. */
function wholeAt(line: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(line[at] ?? '') ? at + 1 : at;
}

function joinPlain(runs: readonly SnippetRun[]): SnippetRun[] {
  const joined: SnippetRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last !== undefined && last.hit === undefined && run.hit === undefined) {
      last.text += run.text;
    } else joined.push({ ...run });
  }
  return joined;
}
