import type { Table, TableCell } from '../../../../article/blocks/table/table.ts';
import {
  $createCellNode,
  $createRowNode,
  $createTableNode,
  $isCellNode,
  $isTableNode,
  CellNode,
  RowNode,
  TableNode,
} from './TableNodes.ts';
import { $idOf, $restOf, $setIdentity, restOf } from '../state.ts';
import { $readRuns, $writeRuns } from '../../content/runs.ts';
import type { BlockNodes } from '../spec.ts';

export const tableNodes: BlockNodes<Table> = {
  type: 'table',
  nodes: [TableNode, RowNode, CellNode],
  $toNode: (block) =>
    $setIdentity(
      $createTableNode(block.caption),
      block.id,
      restOf(block, 'type', 'id', 'rows', 'caption'),
    ).append(
      ...block.rows.map((row) =>
        $setIdentity($createRowNode(), row.id, restOf(row, 'id', 'cells')).append(
          ...row.cells.map($writeCell),
        ),
      ),
    ),
  $fromNode: (node) =>
    $isTableNode(node)
      ? [
          {
            ...$restOf(node),
            type: 'table',
            id: $idOf(node),
            rows: node.getRows().map((row) => ({
              ...$restOf(row),
              id: $idOf(row),
              cells: row.getChildren().filter($isCellNode).map($readCell),
            })),
            caption: node.getCaption(),
          },
        ]
      : undefined,
};

function $writeCell(cell: TableCell): CellNode {
  const { colspan, rowspan } = cell;
  const span = { ...(colspan && { colspan }), ...(rowspan && { rowspan }) };
  return $setIdentity(
    $createCellNode(cell.header === true, span),
    cell.id,
    restOf(cell, 'id', 'content', 'header', 'colspan', 'rowspan', 'blocks'),
  )
    .setBlocks(cell.blocks ?? null)
    .append(...$writeRuns(cell.content));
}

function $readCell(node: CellNode): TableCell {
  const blocks = node.getBlocks();
  return {
    ...$restOf(node),
    id: $idOf(node),
    content: $readRuns(node.getChildren()),
    ...(node.isHeader() && { header: true }),
    ...node.getSpan(),
    ...(blocks !== null && { blocks: [...blocks] }),
  };
}
