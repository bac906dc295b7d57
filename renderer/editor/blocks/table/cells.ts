import { $getSelection, $isRangeSelection, type LexicalEditor, type NodeKey } from 'lexical';
import { $isCellNode, type CellNode, type RowNode, type TableNode } from './TableNodes.ts';
import { $cellOf } from './tables.ts';

/** Cells of a table that are selected together. */
interface SelectedCells {
  table: TableNode;
  rows: CellNode[][];
}

/** The cells in the rows and columns between two, if a selection goes from one to the other. */
export function $selectedCells(): SelectedCells | null {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return null;
  const from = $cellOf(selection.anchor.getNode());
  const to = $cellOf(selection.focus.getNode());
  if (from === null || to === null || from.cell.is(to.cell) || !from.table.is(to.table))
    return null;
  const [top, bottom] = [from, to].map(({ row }) => row.getIndexWithinParent()).toSorted(byNumber);
  const columns = [from, to].flatMap(({ cell }) => $columnsOf(cell));
  const [left, right] = [Math.min(...columns), Math.max(...columns)];
  const rows = from.table.getRows().slice(top, (bottom ?? 0) + 1);
  return {
    table: from.table,
    rows: rows.map((row) =>
      $cellsIn(row).filter((cell) => {
        const [first, last] = $columnsOf(cell);
        return first <= right && last >= left;
      }),
    ),
  };
}

/** Empties the cells that are selected together; false if there are none. */
export function $emptyCells(): boolean {
  const cells = $selectedCells()?.rows.flat();
  if (cells === undefined) return false;
  cells[0]?.select();
  for (const cell of cells) cell.clear().setBlocks(null);
  cells[0]?.select();
  return true;
}

/** The cell above or below another, in the same column. */
export function $cellBeside(cell: CellNode, direction: 'up' | 'down'): CellNode | undefined {
  const place = $cellOf(cell);
  const by = direction === 'up' ? -1 : 1;
  const row = place?.table.getRows()[place.row.getIndexWithinParent() + by];
  if (row === undefined) return undefined;
  const [column] = $columnsOf(cell);
  const cells = $cellsIn(row);
  return cells.find((one) => $columnsOf(one)[1] >= column) ?? cells.at(-1);
}

/** Shows which cells are selected together. */
export function showSelectedCells(editor: LexicalEditor): () => void {
  let shown = new Set<NodeKey>();
  return editor.registerUpdateListener(({ editorState }) => {
    const cells = editorState.read(() =>
      $selectedCells()
        ?.rows.flat()
        .map((one) => one.getKey()),
    );
    const now = new Set(cells);
    for (const key of new Set([...shown, ...now])) {
      editor.getElementByKey(key)?.toggleAttribute('data-chosen', now.has(key));
    }
    shown = now;
  });
}

/** The first and the last column that a cell takes up. */
function $columnsOf(cell: CellNode): [first: number, last: number] {
  const widths = [...cell.getPreviousSiblings().filter($isCellNode), cell].map(
    (one) => one.getSpan().colspan ?? 1,
  );
  const end = widths.reduce((sum, width) => sum + width, 0);
  return [end - (widths.at(-1) ?? 1), end - 1];
}

function $cellsIn(row: RowNode): CellNode[] {
  return row.getChildren().filter($isCellNode);
}

function byNumber(one: number, other: number): number {
  return one - other;
}
