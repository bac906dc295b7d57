import type { Element, ElementContent } from 'hast';
import { z } from 'zod';
import { element } from '../../html/element.ts';
import { inlineToHast } from '../../html/inline.ts';
import { numberCells } from './number-cells.ts';
import { readTable } from './read-table.ts';
import { newBlockId } from '../../ids.ts';
import { type Run, plainText, runsSchema } from '../../inline.ts';
import { idSchema } from '../../schema.ts';
import { blockSchema } from '../base.ts';
import type { Block } from '../blocks.ts';
import type { BlockBase, BlockSpec } from '../spec.ts';
import { collapseText } from '../../html/white-space.ts';
import { tableMarkdown } from './markdown.ts';
import { tableWire } from './wire.ts';

/** Rows of cells. The cells of a header row are all headers. */
export interface Table extends BlockBase {
  type: 'table';
  rows: TableRow[];
  caption: Run[];
}

export interface TableRow {
  id: string;
  cells: TableCell[];
}

/** One cell: its text, followed by blocks that are not text, such as pictures and lists. */
export interface TableCell {
  id: string;
  content: Run[];
  header?: true;
  /** Columns that it spans, if more than one. */
  colspan?: number;
  /** Rows that it spans, if more than one. */
  rowspan?: number;
  blocks?: Block[];
}

type Inner = Parameters<BlockSpec['schema']>[0];

const tableSchema = (inner: Inner) =>
  blockSchema('table', {
    caption: runsSchema,
    rows: z
      .array(
        z.looseObject({
          id: idSchema.default(newBlockId),
          cells: z.array(
            z.looseObject({
              id: idSchema.default(newBlockId),
              header: z.exactOptional(z.literal(true)),
              colspan: z.exactOptional(z.int().min(2).max(1000)),
              rowspan: z.exactOptional(z.int().min(2).max(1000)),
              content: runsSchema,
              blocks: z.exactOptional(inner('a cell of a table', 'cell')),
            }),
          ),
        }),
      )
      .default([]),
  });

export const table: BlockSpec<Table> = {
  type: 'table',
  name: 'Table',
  schema: tableSchema,
  counted: 'tables',
  inCell: true,
  holds: [
    { key: 'caption', is: 'runs', part: 'captions' },
    {
      key: 'rows',
      is: 'parts',
      holds: [
        {
          key: 'cells',
          is: 'parts',
          holds: [
            { key: 'header', is: 'value' },
            { key: 'colspan', is: 'value' },
            { key: 'rowspan', is: 'value' },
            { key: 'content', is: 'runs' },
            { key: 'blocks', is: 'blocks' },
          ],
        },
      ],
    },
  ],
  toHast({ rows, caption }, lower, { words }) {
    const printed = rows.filter(({ cells }) => cells.length > 0);
    const heads = headRows(printed);
    const numbers = numberCells(printed);
    const lowered = printed.map((row, index) =>
      rowToHast(row, { inHead: index < heads, numbers }, lower),
    );
    const title = inlineToHast(caption);
    if (title.length === 0 && !lowered.some(hasContent)) return [];
    const parts = [
      ...(title.length === 0 ? [] : [element('caption', {}, title)]),
      ...(heads === 0 ? [] : [element('thead', {}, lowered.slice(0, heads))]),
      ...(heads === lowered.length ? [] : [element('tbody', {}, lowered.slice(heads))]),
    ];
    // A wide table scrolls in its frame, also by keys.
    const label =
      title.length === 0
        ? { ariaLabel: words.table, ...words.own }
        : { ariaLabel: collapseText(plainText(caption)) };
    const frame = { className: ['table-frame'], role: 'group', ...label, tabIndex: 0 };
    return [element('div', frame, [element('table', {}, parts)])];
  },
  wire: tableWire,
  markdown: tableMarkdown,
  fromHast(from, read) {
    return readTable(from, read);
  },
};

/** How many rows at the head hold headers alone, if there are others and no cell reaches into them. */
function headRows(rows: readonly TableRow[]): number {
  const first = rows.findIndex(({ cells }) => cells.some(({ header }) => header !== true));
  const reaches = rows
    .slice(0, Math.max(first, 0))
    .some(({ cells }, index) => cells.some(({ rowspan = 1 }) => index + rowspan > first));
  return first === -1 || reaches ? 0 : first;
}

function rowToHast(
  row: TableRow,
  { inHead, numbers }: { inHead: boolean; numbers: ReadonlySet<TableCell> },
  lower: (blocks: readonly Block[]) => ElementContent[],
): Element {
  const cells = row.cells.map((cell, index) => {
    const content = cellToHast(cell, lower);
    const spans = { colSpan: cell.colspan, rowSpan: cell.rowspan };
    const look = numbers.has(cell) && content.length > 0 ? { className: ['number'] } : {};
    if (cell.header !== true) return element('td', { ...look, ...spans }, content);
    // A header without words heads nothing.
    if (content.length === 0) return element('td', { className: ['header'], ...spans });
    const scope = inHead || index > 0 ? 'col' : 'row';
    return element('th', { ...look, scope, ...spans }, content);
  });
  return element('tr', {}, cells);
}

/** The paragraphs that a cell begins with are lines of its text. */
function cellToHast(
  { content, blocks = [] }: TableCell,
  lower: (blocks: readonly Block[]) => ElementContent[],
): ElementContent[] {
  const inside = inlineToHast(content);
  const below = lower(blocks);
  for (let [first] = below; first?.type === 'element' && first.tagName === 'p'; [first] = below) {
    below.shift();
    if (inside.length > 0) inside.push(element('br'));
    inside.push(...first.children);
  }
  return [...inside, ...below];
}

function hasContent(row: Element): boolean {
  return row.children.some((cell) => cell.type === 'element' && cell.children.length > 0);
}
