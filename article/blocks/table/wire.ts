import type { Element } from 'hast';
import { childOf, findAll } from '../../html/find.ts';
import { hasInk } from '../../html/white-space.ts';
import { newBlockId } from '../../ids.ts';
import type { LineRules, WireForm, WireWriter } from '../../wire/form.ts';
import { type Chunk, tidy } from '../../wire/lines.ts';
import { textRuns } from '../paragraph/paragraphs.ts';
import type { Table } from './table.ts';

/** A row is a line, with a tab between its cells; dashes below the heads of the columns. */
export const tableWire: WireForm = {
  write: (element, writer) =>
    element.tagName === 'table' ? writeTable(element, writer) : undefined,
  read(chunk, rules) {
    const lines = readLines(chunk, rules);
    return lines && (() => [tableOf(lines)]);
  },
};

function writeTable(table: Element, { oneLine }: WireWriter): string {
  const caption = childOf(table, 'caption');
  const heads = findAll(childOf(table, 'thead'), ({ tagName }) => tagName === 'tr').length;
  const rows = findAll(table, ({ tagName }) => tagName === 'tr').map((row) =>
    row.children.filter((cell) => cell.type === 'element').map(oneLine),
  );
  const lines = rows.map((cells) => cells.join('\t').trimEnd());
  if (heads > 0) lines.splice(heads, 0, (rows[0] ?? []).map(() => '---').join('\t'));
  return [caption === undefined ? '' : oneLine(caption), ...lines].filter(hasInk).join('\n');
}

/** A table before it is a block. */
interface Lines {
  caption: string;
  rows: string[][];
  /** How many rows are heads. */
  heads: number;
}

const LONGEST_CAPTION = 200;
/** Lines with more tabs are no table that anyone could read. */
const MOST_COLUMNS = 100;
const DASHES = /^-{3,}$/u;

/**
 * Lines with tabs between their cells, perhaps below a caption; dashes below the heads of the
 * columns. A list whose signs have a tab after them is none.
 */
function readLines(chunk: Chunk, rules: LineRules): Lines | undefined {
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
    caption: captioned ? (first?.text ?? '') : '',
    rows: rows.map((cells) => Array.from({ length: width }, (_, at) => cells[at] ?? '')),
    heads,
  };
}

function tableOf({ caption, rows, heads }: Lines): Table {
  return {
    type: 'table',
    id: newBlockId(),
    rows: rows.map((cells, row) => ({
      id: newBlockId(),
      cells: cells.map((text) => ({
        id: newBlockId(),
        content: textRuns(text),
        ...(row < heads && { header: true as const }),
      })),
    })),
    caption: textRuns(caption),
  };
}
