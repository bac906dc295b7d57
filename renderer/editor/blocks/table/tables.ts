import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  type LexicalNode,
} from 'lexical';
import type { Table } from '../../../../article/blocks/table/table.ts';
import type { Run } from '../../../../article/inline.ts';
import { $writeRuns } from '../../content/runs.ts';
import {
  $createCellNode,
  $createRowNode,
  $createTableNode,
  $isCellNode,
  $isRowNode,
  $isTableNode,
  type CellNode,
  type RowNode,
  type TableNode,
} from './TableNodes.ts';
import { $closeParagraph, $nearestBlock, $openParagraph } from '../../content/open-paragraph.ts';
import { $nodesOf } from '../../content/write-blocks.ts';

/** Where the caret stands in a table. */
export interface CellPlace {
  table: TableNode;
  row: RowNode;
  cell: CellNode;
}

/** The cell with the caret. */
export function $cellAtCaret(): CellPlace | null {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? $cellOf(selection.focus.getNode()) : null;
}

/** The cell that a node lies in. */
export function $cellOf(node: LexicalNode): CellPlace | null {
  const cell = $findMatchingParent(node, $isCellNode);
  const row = cell?.getParent();
  const table = row?.getParent();
  return cell !== null && $isRowNode(row) && $isTableNode(table) ? { table, row, cell } : null;
}

/** True for a table in which a cell spans others; its columns are then not to be counted off. */
export function $hasSpans(table: TableNode): boolean {
  return $cellsOf(table).some((cell) => Object.keys(cell.getSpan()).length > 0);
}

/** Inserts a table of three by three with a header row, and puts the caret into it. */
export function $insertTable(): void {
  $openParagraph(false);
  const selection = $getSelection();
  const block = $isRangeSelection(selection) ? $nearestBlock(selection.anchor.getNode()) : null;
  if (block === null) return;
  const rows = [true, false, false].map((header) =>
    $createRowNode().append(...[0, 1, 2].map(() => $createCellNode(header))),
  );
  const table = $createTableNode().append(...rows);
  block.insertBefore(table);
  $cellsOf(table)[0]?.select();
  $closeParagraph(block);
}

/** Goes to the next cell, from the last one to a new row; or back. False where there is none. */
export function $nextCell(direction: 1 | -1): boolean {
  const place = $cellAtCaret();
  if (place === null) return false;
  const cells = $cellsOf(place.table);
  const index = cells.findIndex((cell) => cell.is(place.cell)) + direction;
  if (index < 0) return false;
  const target = cells[index] ?? $addRow(place).getFirstChild();
  if (!$isCellNode(target)) return false;
  target.selectEnd();
  return true;
}

/** Adds a row below the one with the caret, or above it. */
export function $addRow({ row }: CellPlace, above = false): RowNode {
  const cells = row.getChildren().map(() => $createCellNode());
  const added = $createRowNode().append(...cells);
  if (above) row.insertBefore(added);
  else row.insertAfter(added);
  cells[0]?.select();
  return added;
}

/** Adds a column after the one with the caret, or before it. */
export function $addColumn({ table, cell }: CellPlace, before = false): void {
  const at = cell.getIndexWithinParent();
  for (const row of table.getRows()) {
    const beside = row.getChildAtIndex(at) ?? row.getLastChild();
    const added = $createCellNode($isCellNode(beside) && beside.isHeader());
    if (beside === null) row.append(added);
    else if (before) beside.insertBefore(added);
    else beside.insertAfter(added);
  }
  const added = before ? cell.getPreviousSibling() : cell.getNextSibling();
  if ($isCellNode(added)) added.select();
}

/** Removes the row with the caret; with its last row the table goes. */
export function $removeRow({ table, row, cell }: CellPlace): void {
  const next = row.getNextSibling() ?? row.getPreviousSibling();
  if (!$isRowNode(next)) return $removeTable(table);
  const beside = next.getChildAtIndex(cell.getIndexWithinParent()) ?? next.getLastChild();
  if ($isCellNode(beside)) beside.selectEnd();
  row.remove();
}

/** Removes the column with the caret; with its last column the table goes. */
export function $removeColumn({ table, row, cell }: CellPlace): void {
  const at = cell.getIndexWithinParent();
  if (row.getChildrenSize() === 1) return $removeTable(table);
  const next = cell.getNextSibling() ?? cell.getPreviousSibling();
  if ($isCellNode(next)) next.selectEnd();
  for (const each of table.getRows()) each.getChildAtIndex(at)?.remove();
}

/** Makes the first row a row of headers, or no longer. */
export function $toggleHeader({ table }: CellPlace): void {
  const cells = table.getRows()[0]?.getChildren().filter($isCellNode) ?? [];
  const header = !cells.every((cell) => cell.isHeader());
  for (const cell of cells) cell.setHeader(header);
}

/** Puts what a cell holds below its text after the table, where it can be written in. */
export function $takeOut({ table, cell }: CellPlace): void {
  const nodes = $nodesOf(cell.getBlocks() ?? []);
  for (const node of nodes.toReversed()) table.insertAfter(node);
  cell.setBlocks(null);
}

/** Removes a table; the caret goes on after it. */
export function $removeTable(table: TableNode): void {
  table.selectNext(0, 0);
  table.remove();
}

/**
 * Puts the cells of a table over those of this one, from the cell with the caret on; it gets more
 * rows and columns as needed.
 */
export function $fillCells({ table, row, cell }: CellPlace, from: Table): void {
  const left = cell.getIndexWithinParent();
  let target: RowNode = row;
  let last = cell;
  for (const [index, { cells }] of from.rows.entries()) {
    if (index > 0) {
      const next: LexicalNode | null = target.getNextSibling();
      if ($isRowNode(next)) target = next;
      else {
        const added = $createRowNode().append(...row.getChildren().map(() => $createCellNode()));
        target.insertAfter(added);
        target = added;
      }
    }
    for (const [column, { content, blocks }] of cells.entries()) {
      const place = target.getChildAtIndex(left + column);
      const into = $isCellNode(place) ? place : $createCellNode();
      if (place === null) target.append(into);
      into.clear().append(...$writeRuns(content));
      into.setBlocks(blocks ?? null);
      last = into;
    }
  }
  const width = Math.max(...table.getRows().map((each) => each.getChildrenSize()));
  for (const each of table.getRows()) {
    while (each.getChildrenSize() < width) {
      const header = each.getChildren().every((one) => $isCellNode(one) && one.isHeader());
      each.append($createCellNode(header));
    }
  }
  last.selectEnd();
  if (from.caption.length > 0) $keepCaption(table, from.caption);
}

/** The caption of a table that was pasted becomes that of this one, or a paragraph below it. */
function $keepCaption(table: TableNode, caption: readonly Run[]): void {
  if (table.getCaption().length === 0) table.setCaption(caption);
  else table.insertAfter($createParagraphNode().append(...$writeRuns(caption)));
}

function $cellsOf(table: TableNode): CellNode[] {
  return table.getRows().flatMap((row) => row.getChildren().filter($isCellNode));
}
