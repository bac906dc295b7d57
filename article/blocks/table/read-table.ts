import type { Element, RootContent } from 'hast';
import type { Paragraph } from '../paragraph/paragraph.ts';
import { isParagraph } from '../paragraph/paragraphs.ts';
import type { Block } from '../blocks.ts';
import type { ReadInside } from '../spec.ts';
import type { Table, TableCell, TableRow } from './table.ts';
import { newBlockId } from '../../ids.ts';
import { type Run, joinRuns } from '../../inline.ts';
import { hasClass } from '../../html/classes.ts';
import { styleOf } from '../../html/style.ts';

/**
 * Reads a table. One that only holds something in its place gives what it holds. Undefined for
 * another element.
 */
export function readTable(from: Element, read: ReadInside): Block[] | undefined {
  const [inFrame] = hasClass(from, 'table-frame') ? from.children : [];
  const ours = inFrame?.type === 'element' && inFrame.tagName === 'table' ? inFrame : undefined;
  const element = ours ?? from;
  if (element.tagName !== 'table') return undefined;
  const { rows, captions, strays } = partsOf(element);
  const cells = rows.flatMap(cellsOf);
  const [only] = cells;
  // One cell is no table: mail and word processors use it as a frame.
  if (ours === undefined && only !== undefined && cells.length === 1 && captions.length === 0) {
    return read.blocks([...strays, ...only.children]);
  }
  const table: Table = {
    type: 'table',
    id: newBlockId(),
    rows: rows.map((row) => readRow(row, read)),
    caption: read.runs(captions),
  };
  const blank = table.caption.length === 0 && table.rows.every((row) => row.cells.every(isEmpty));
  return [...read.blocks(strays), ...(blank ? [] : [table])];
}

/** The rows and captions of a table, and what stands in it where only rows may. */
function partsOf(table: Element) {
  const rows: Element[] = [];
  const captions: RootContent[] = [];
  const strays: RootContent[] = [];
  const collect = (nodes: readonly RootContent[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') strays.push(node);
      else if (styleOf(node).hidden) continue;
      else if (node.tagName === 'caption') captions.push(node);
      else if (['thead', 'tbody', 'tfoot'].includes(node.tagName)) collect(node.children);
      else if (node.tagName === 'tr') rows.push(node);
      else strays.push(node);
    }
  };
  collect(table.children);
  return { rows, captions, strays };
}

function readRow(row: Element, read: ReadInside): TableRow {
  return { id: newBlockId(), cells: cellsOf(row).map((cell) => readCell(cell, read)) };
}

function cellsOf(row: Element): Element[] {
  return row.children
    .filter((child) => child.type === 'element')
    .filter((child) => child.tagName === 'td' || child.tagName === 'th')
    .filter((child) => !styleOf(child).hidden);
}

function readCell(from: Element, read: ReadInside): TableCell {
  const found = read.cellBlocks(from.children);
  const end = found.findIndex((block) => !isParagraph(block));
  const lines = found.slice(0, end === -1 ? undefined : end).filter(isParagraph);
  const rest = end === -1 ? [] : found.slice(end);
  const cell: TableCell = { id: newBlockId(), content: joinLines(lines) };
  if (from.tagName === 'th' || hasClass(from, 'header')) cell.header = true;
  const [colspan, rowspan] = [span(from.properties.colSpan), span(from.properties.rowSpan)];
  if (colspan > 1) cell.colspan = colspan;
  if (rowspan > 1) cell.rowspan = rowspan;
  if (rest.length > 0) cell.blocks = rest;
  return cell;
}

function joinLines(lines: readonly Paragraph[]): Run[] {
  return joinRuns(
    lines.flatMap(({ content }, index): Run[] =>
      index === 0 ? content : [{ break: true }, ...content],
    ),
  );
}

function isEmpty({ content, blocks }: TableCell): boolean {
  return content.length === 0 && blocks === undefined;
}

function span(value: unknown): number {
  const count = Number(value);
  return Number.isInteger(count) && count > 1 ? Math.min(count, 1000) : 1;
}
