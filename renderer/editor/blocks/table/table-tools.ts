import { Table as Icon } from 'lucide-react';
import type { LexicalNode } from 'lexical';
import { paragraphOf } from '../../../../article/blocks/paragraph/paragraphs.ts';
import type { Block } from '../../../../article/blocks/blocks.ts';
import type { Table, TableCell } from '../../../../article/blocks/table/table.ts';
import { type Run, joinRuns } from '../../../../article/inline.ts';
import { $blocksOf } from '../../content/read-blocks.ts';
import { $replaceBlock } from '../../content/write-blocks.ts';
import type { BlockTools } from '../block-tools.ts';
import { inText } from '../text-kind.ts';
import { $isTableNode } from './TableNodes.ts';
import { registerTables } from './table-keys.ts';
import { $insertTable } from './tables.ts';
import { TableBar } from './TableBar.tsx';
import './table.css';

export const tableTools: BlockTools = {
  inserts: [
    {
      command: 'insert.table',
      icon: Icon,
      insert: inText($insertTable),
    },
  ],
  Tools: TableBar,
  $turns: (node) =>
    $isTableNode(node) ? [{ id: 'parts', name: 'block.parts', $turn: $toRows }] : undefined,
  register: registerTables,
};

function $toRows(node: LexicalNode): void {
  const [table] = $blocksOf(node);
  if (table?.type === 'table') $replaceBlock(node, rowsOf(table));
}

/** The rows of a table as paragraphs, with tabs between the cells, below its caption. */
function rowsOf({ id, caption, rows }: Table): Block[] {
  const blocks: Block[] = [];
  const add = (cells: readonly TableCell[]) => {
    // The id goes with the text.
    const first = cells.find(({ content }) => content.length > 0);
    if (first === undefined) return;
    const content = cells.flatMap((cell, index): Run[] =>
      index === 0 ? cell.content : [{ text: '\t' }, ...cell.content],
    );
    blocks.push(paragraphOf(joinRuns(content), first.id));
  };
  if (caption.length > 0) blocks.push(paragraphOf(caption, id));
  for (const { cells } of rows) {
    let from = 0;
    for (const [index, { blocks: inside = [] }] of cells.entries()) {
      if (inside.length === 0) continue;
      // What is no text comes in its place, between two lines.
      add(cells.slice(from, index + 1));
      blocks.push(...inside);
      from = index + 1;
    }
    add(cells.slice(from));
  }
  return blocks.length > 0 ? blocks : [paragraphOf([])];
}
