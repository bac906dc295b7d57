import {
  $findMatchingParent,
  $getNodeByKey,
  type LexicalEditor,
  type NodeKey,
  TextNode,
  mergeRegister,
} from 'lexical';
import type { TableRow } from '../../../../article/blocks/table/table.ts';
import { numberCells } from '../../../../article/blocks/table/number-cells.ts';
import { $isTableNode, CellNode, RowNode, TableNode } from './TableNodes.ts';
import { $blocksOf } from '../../content/read-blocks.ts';

/** Shows the columns of numbers as they are published: they end on the right. */
export function showNumberCells(editor: LexicalEditor): () => void {
  const show = (mutations: ReadonlyMap<NodeKey, unknown>) =>
    editor.getEditorState().read(() => {
      const tables = new Set([...mutations.keys()].map($tableAround));
      for (const table of tables) if (table !== null) $showIn(table, editor);
    });
  return mergeRegister(
    ...[TableNode, RowNode, CellNode, TextNode].map((kind) =>
      editor.registerMutationListener(kind, show),
    ),
  );
}

function $tableAround(key: NodeKey): TableNode | null {
  const node = $getNodeByKey(key);
  return node === null ? null : $findMatchingParent(node, $isTableNode);
}

function $showIn(table: TableNode, editor: LexicalEditor): void {
  const rows = $rowsOf(table);
  const numbers = numberCells(rows);
  for (const [at, row] of table.getRows().entries()) {
    for (const [place, cell] of row.getChildren().entries()) {
      const written = rows[at]?.cells[place];
      const isNumber = written !== undefined && numbers.has(written);
      editor.getElementByKey(cell.getKey())?.classList.toggle('number', isNumber);
    }
  }
}

function $rowsOf(table: TableNode): readonly TableRow[] {
  const [block] = $blocksOf(table);
  return block?.type === 'table' ? block.rows : [];
}
