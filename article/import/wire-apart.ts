import { SIDEBAR_KINDS, type SidebarKind } from '../kinds.ts';
import { anyWord } from '../wire/words.ts';
import { hasInk } from '../html/white-space.ts';
import { unwrapAlone } from './unwrap.ts';
import {
  CROSSHEAD,
  type Chunk,
  DIVIDER,
  type WireLine,
  isTrailer,
  readChunks,
  tidy,
} from './wire-lines.ts';
import type { LineRules } from './wire-parts.ts';

/** What blank lines set apart from the paragraphs, before it is a block. */
export type ApartPart =
  | { type: 'crosshead'; level: 2 | 3 | 4; text: string }
  | { type: 'quote' | 'pullquote'; chunks: Chunk[]; attribution: string }
  | { type: 'table'; caption: string; rows: string[][]; heads: number }
  | { type: 'dateline'; printed: string; paragraphs: string[] }
  | BoxPart;

export interface BoxPart {
  type: 'box';
  kind: SidebarKind;
  title: string;
  chunks: Chunk[];
}

/**
 * The chunks with those lines in chunks of their own that by their form are none of the paragraphs
 * around them: quoted lines, crossheads, datelines that are said, the edges of boxes.
 */
export function splitApart(chunks: readonly Chunk[], rules: LineRules): Chunk[] {
  return chunks.flatMap((chunk) => {
    if (chunk.length === 1) return [chunk];
    const split: Chunk[] = [];
    let open: Chunk | undefined;
    for (let at = 0; at < chunk.length;) {
      const kind = kindAt(chunk, at, rules);
      if (kind === undefined && open !== undefined) {
        open.push(chunk[at] as WireLine);
        at += 1;
        continue;
      }
      const end = kind === undefined ? at + 1 : endOf(kind, chunk, at, rules);
      split.push(chunk.slice(at, end));
      open = kind === undefined ? split.at(-1) : undefined;
      at = end;
    }
    return split;
  });
}

/** What stands apart from this line on; `line` is that line alone. */
function kindAt(
  chunk: Chunk,
  at: number,
  { inside }: LineRules,
): 'quoted' | 'line' | 'dateline' | undefined {
  const { text } = chunk[at] as WireLine;
  if (isQuoted(chunk[at]) || (PULLED.test(text) && isQuoted(chunk[at + 1]))) return 'quoted';
  if (isCrosshead(chunk, at)) return 'line';
  if (inside) return undefined;
  if (BOX.test(text) || BOX_END.test(text)) return 'line';
  return DATELINE.test(text) ? 'dateline' : undefined;
}

/** Where what stands apart ends: a quotation with its last line, a lead before anything else. */
function endOf(
  kind: 'quoted' | 'line' | 'dateline',
  chunk: Chunk,
  at: number,
  rules: LineRules,
): number {
  let end = at + 1;
  if (kind === 'quoted') while (isQuoted(chunk[end])) end += 1;
  if (kind === 'dateline') {
    while (chunk[end] !== undefined && chunk[end]?.marker === undefined) {
      if (chunk[end]?.text === DIVIDER || kindAt(chunk, end, rules) !== undefined) break;
      end += 1;
    }
  }
  return end;
}

function isQuoted(line: WireLine | undefined): boolean {
  return line !== undefined && QUOTED.test(line.text);
}

/** True for `- What now -`, but not where it is an item beside others. */
function isCrosshead(chunk: Chunk, at: number): boolean {
  const { text, marker, indent } = chunk[at] as WireLine;
  if (!CROSSHEAD.test(text) || isTrailer(text)) return false;
  if (marker === undefined) return true;
  const [before, after] = [chunk[at - 1], chunk[at + 1]];
  return (
    before?.marker === undefined && after?.marker === undefined && (after?.indent ?? 0) <= indent
  );
}

/** Reads lines between blank lines that are something of their own by their form. */
export function readApart(chunk: Chunk, rules: LineRules): ApartPart | undefined {
  return (
    readCrosshead(chunk) ??
    readQuoted(chunk) ??
    readTable(chunk, rules) ??
    (rules.inside ? undefined : readDateline(chunk))
  );
}

function readCrosshead(chunk: Chunk): ApartPart | undefined {
  if (chunk.length !== 1 || !isCrosshead(chunk, 0)) return undefined;
  const { text } = chunk[0] as WireLine;
  const { hyphens = '', words = '' } = CROSSHEAD.exec(text)?.groups ?? {};
  return hasInk(words)
    ? { type: 'crosshead', level: (hyphens.length + 1) as 2 | 3 | 4, text: words }
    : undefined;
}

const QUOTED = /^>(?: |$)/u;
const SIGN = /^[\s\p{Cc}]*>[\s\p{Cc}]?/u;
const PULLED = new RegExp(`^\\[(?:${anyWord('pullquote')})\\]$`, 'iu');
const SIGNATURE = /^—\s+(?=\S)/u;

/** Lines after a `>`, the last of them perhaps who said it; a line above them says that they are pulled. */
function readQuoted(chunk: Chunk): ApartPart | undefined {
  const pulled = PULLED.test(chunk[0]?.text ?? '');
  const lines = chunk.slice(pulled ? 1 : 0);
  if (lines.length === 0 || !lines.every(isQuoted)) return undefined;
  const words = lines.map(({ raw }) => raw.replace(SIGN, ''));
  if (!words.some(hasInk)) return undefined;
  const last = words.at(-1) ?? '';
  const said = words.slice(0, -1);
  const signed = SIGNATURE.test(last) && (hasInk(said.at(-1) ?? '') || !said.some(hasInk));
  return {
    type: pulled ? 'pullquote' : 'quote',
    chunks: readChunks((signed ? said : words).join('\n')),
    attribution: signed ? tidy(last.replace(SIGNATURE, '')) : '',
  };
}

const LONGEST_CAPTION = 200;
/** Lines with more tabs are no table that anyone could read. */
const MOST_COLUMNS = 100;
const DASHES = /^-{3,}$/u;

/**
 * Lines with tabs between their cells, perhaps below a caption; dashes below the heads of the
 * columns. A list whose signs have a tab after them is none.
 */
function readTable(chunk: Chunk, rules: LineRules): ApartPart | undefined {
  if (chunk.length < 2 || !chunk.some(({ raw }) => raw.includes('\t'))) return undefined;
  const lines = chunk.map(({ raw }) => raw.trimEnd().split('\t').map(tidy));
  const [first] = chunk;
  const captioned = lines[0]?.length === 1;
  const rows = captioned ? lines.slice(1) : lines;
  const rule = rows.findIndex((cells) => cells.every((cell) => DASHES.test(cell)));
  const heads = rule > 0 && rule < rows.length - 1 ? rule : 0;
  if (heads > 0) rows.splice(heads, 1);
  const full = rows.filter((cells) => cells.filter(hasInk).length > 1).length;
  const tabbed = rows.filter((cells) => cells.length > 1).length;
  const width = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  if (width > MOST_COLUMNS || tabbed < (heads > 0 ? 1 : 2)) return undefined;
  // Without a rule below its head it is told from a list or a form by its full rows.
  if (heads === 0 && (full === 0 || full * 2 < rows.length)) return undefined;
  if (
    heads === 0 &&
    chunk.every(({ marker }, at) => marker !== undefined && lines[at]?.length === 2)
  )
    return undefined;
  if (captioned && first !== undefined) {
    const { text, marker } = first;
    if (marker !== undefined || text.length > LONGEST_CAPTION) return undefined;
    if (rules.standsAlone(text) || rules.startsStory(text)) return undefined;
  }
  return {
    type: 'table',
    caption: captioned ? (first?.text ?? '') : '',
    rows: rows.map((cells) => Array.from({ length: width }, (_, at) => cells[at] ?? '')),
    heads,
  };
}

const DATELINE = new RegExp(`^(?:${anyWord('dateline')})\\s?(?::\\s|：)(?<printed>.+)$`, 'iu');

/** A line that says what the dateline of the paragraph below it is. */
function readDateline(chunk: Chunk): ApartPart | undefined {
  const [{ text } = { text: '' }, ...below] = chunk;
  const printed = DATELINE.exec(text)?.groups?.printed ?? '';
  if (!hasInk(printed) || below.some(({ marker }) => marker !== undefined)) return undefined;
  return { type: 'dateline', printed, paragraphs: unwrapAlone(below.map((line) => line.text)) };
}

const BOX = new RegExp(
  `^\\[(?:${anyWord(...SIDEBAR_KINDS)})(?:\\s?(?::\\s|：)(?<title>.+))?\\]$`,
  'u',
);
const BOX_END = new RegExp(`^\\[(?:${anyWord('boxEnd')})\\]$`, 'u');

/** The sidebars between lines of their own, by the number of the chunk with which each begins. */
export function readBoxes(
  chunks: readonly Chunk[],
): ReadonlyMap<number, { part: BoxPart; end: number }> {
  const boxes = new Map<number, { part: BoxPart; end: number }>();
  let open: { at: number; kind: BoxPart['kind']; title: string } | undefined;
  for (const [at, chunk] of chunks.entries()) {
    const line = onlyLine(chunk);
    const { title = '', ...found } = BOX.exec(line)?.groups ?? {};
    const kind = SIDEBAR_KINDS.find((name) => found[name] !== undefined);
    // One that is not closed before the next begins is words.
    if (kind !== undefined) open = { at, kind, title: tidy(title) };
    else if (open !== undefined && BOX_END.test(line)) {
      const { at: start, ...box } = open;
      const part: BoxPart = { type: 'box', ...box, chunks: chunks.slice(start + 1, at) };
      // Two lines with nothing between them are words.
      if (hasInk(box.title) || part.chunks.length > 0) boxes.set(start, { part, end: at + 1 });
      open = undefined;
    }
  }
  return boxes;
}

function onlyLine(chunk: Chunk | undefined): string {
  return chunk?.length === 1 ? (chunk[0]?.text ?? '') : '';
}
