import { unwrapAlone, unwrapRows } from '../wire/unwrap.ts';
import { readBoxes } from '../blocks/sidebar/wire.ts';
import type { LineRules, MakeBlocks } from '../wire/form.ts';
import { readApart, splitApart } from './wire-apart.ts';
import { type Chunk, RULE, type Marker, type WireLine, isTrailer } from '../wire/lines.ts';

/** A paragraph, a rule across the text or an item of a list, before it is known what it is for. */
export type WirePart =
  | ParagraphPart
  | ItemPart
  | { type: 'rule'; direct: boolean; chunk: number }
  | { type: 'apart'; make: MakeBlocks; direct: false; chunk: number };

export interface ParagraphPart {
  type: 'paragraph';
  text: string;
  /** No blank line stands before it. */
  direct: boolean;
  /** The number of its chunk in the text. */
  chunk: number;
}

export interface ItemPart {
  type: 'item';
  marker: Marker;
  indent: number;
  text: string;
  direct: boolean;
  chunk: number;
  /** Its lines as paragraphs, for a number that continues no list. */
  asParagraphs: string[];
}

/** The head of a story is in the first lines of the first chunks. */
const HEAD_CHUNKS = 3;
const HEAD_LINES = 5;

/**
 * The parts of the text in their order. Wrapped lines are joined where blank lines stand between
 * the paragraphs.
 */
export function readParts(copy: readonly Chunk[], rules: LineRules): WirePart[] {
  const chunks = splitApart(copy, rules);
  const parts: WirePart[] = [];
  const rows: { at: number; lines: string[] }[] = [];
  const boxes = rules.inside ? undefined : readBoxes(chunks);
  let boxed = 0;
  for (const [number, chunk] of chunks.entries()) {
    if (number < boxed) continue;
    const box = boxes?.get(number);
    const make = box?.make ?? readApart(chunk, rules);
    if (make !== undefined) {
      parts.push({ type: 'apart', make, direct: false, chunk: number });
      boxed = box?.end ?? 0;
      continue;
    }
    const inHead = number < HEAD_CHUNKS;
    let row: string[] | undefined;
    for (let at = 0; at < chunk.length;) {
      const line = chunk[at] as WireLine;
      const direct = at > 0;
      const item = readItem(chunk, at, number);
      if (item !== undefined) {
        parts.push(item.part);
        at = item.next;
        row = undefined;
        continue;
      }
      at += 1;
      const head = inHead && at <= HEAD_LINES;
      const alone = line.marker !== undefined || (head && rules.standsAlone(line.text));
      const starts = alone || (head && rules.startsStory(line.text));
      if (line.text === RULE) {
        parts.push({ type: 'rule', direct, chunk: number });
        row = undefined;
      } else if (row === undefined || starts) {
        row = [line.text];
        rows.push({ at: parts.length, lines: row });
        parts.push({ type: 'paragraph', text: '', direct, chunk: number });
        if (alone) row = undefined;
      } else {
        row.push(line.text);
      }
    }
  }
  return fillRows(parts, rows, chunks.length > 1);
}

/** Puts the lines of each row in the place that was kept for it, joined where they were wrapped. */
function fillRows(
  parts: readonly WirePart[],
  rows: readonly { at: number; lines: string[] }[],
  blanks: boolean,
): WirePart[] {
  const lines = rows.map((row) => row.lines);
  const filled = blanks ? unwrapRows(lines) : lines.map(unwrapAlone);
  const byPlace = new Map(rows.map(({ at }, index) => [at, filled[index] ?? []]));
  return parts.flatMap((part, at): WirePart[] => {
    if (part.type !== 'paragraph') return [part];
    return (byPlace.get(at) ?? []).map((text, index) => ({
      ...part,
      text,
      direct: part.direct || index > 0,
    }));
  });
}

/**
 * The item that starts at a line, with the lines that belong to it: a marker alone takes the next
 * line, and lines further in than the marker go on with its text.
 */
function readItem(
  chunk: Chunk,
  at: number,
  number: number,
): { part: ItemPart; next: number } | undefined {
  const line = chunk[at] as WireLine;
  const { marker } = line;
  if (marker === undefined) return undefined;
  let next = at + 1;
  let text = marker.rest;
  const asParagraphs: string[] = [line.text];
  if (text === '') {
    const after = chunk[next];
    if (after === undefined || after.marker !== undefined || after.text === RULE) return undefined;
    text = after.text;
    asParagraphs.push(text);
    next += 1;
  }
  // As an item it would come back as a trailer from a text that ends with it.
  if (isTrailer(`- ${text}`)) return undefined;
  for (let more = chunk[next]; more !== undefined; more = chunk[next]) {
    const joined = `${text} ${more.text}`;
    if (more.marker !== undefined || more.text === RULE || more.indent <= line.indent) break;
    if (isTrailer(`- ${joined}`)) break;
    text = joined;
    asParagraphs.push(`${asParagraphs.pop() ?? ''} ${more.text}`);
    next += 1;
  }
  const direct = at > 0;
  const part = { type: 'item', marker, indent: line.indent, text, direct, chunk: number } as const;
  return { part: { ...part, asParagraphs }, next };
}
