import {
  $getRoot,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  type ElementNode,
  type LexicalEditor,
  SELECT_ALL_COMMAND,
  $selectAll,
} from 'lexical';
import { $selectedCells } from '../blocks/table/cells.ts';
import { $markAsWhole } from '../selection/frames.ts';
import {
  $frameOf,
  $isClosedLine,
  $linesIn,
  $selectBlock,
  $selectLines,
} from '../selection/lines.ts';
import { $isSidebarTitleNode } from '../blocks/sidebar/SidebarTitleNode.ts';
import { $cellOf } from '../blocks/table/tables.ts';

/** Select all: first the text of the cell, title or box with the caret, then the box, then all. */
export function registerSelectAll(editor: LexicalEditor): () => void {
  return editor.registerCommand(SELECT_ALL_COMMAND, $selectMore, COMMAND_PRIORITY_HIGH);
}

function $selectMore(): true {
  const selection = $getSelection();
  const frame = $isRangeSelection(selection) ? $frameOf(selection.anchor.getNode()) : $getRoot();
  if ($isNodeSelection(selection) || frame.is($getRoot())) {
    $selectAll();
    $markAsWhole();
    return true;
  }
  const cell = $cellOf(frame);
  if (cell !== null && $selectedCells() !== null) {
    $selectBlock(cell.table);
    return true;
  }
  const before = $getSelection()?.getTextContent() ?? '';
  const lines = $isClosedLine(frame) ? [frame] : $bodyLines(frame);
  const text = lines.map((line) => line.getTextContent()).join('');
  if (text === '' || before.replaceAll('\n', '') === text.replaceAll('\n', '')) {
    const box = $isSidebarTitleNode(frame) ? frame.getParentOrThrow() : frame;
    $selectBlock(cell?.table ?? box);
  } else {
    $selectLines(lines);
  }
  return true;
}

function $bodyLines(sidebar: ElementNode): ElementNode[] {
  return $linesIn(sidebar).filter((line) => !$isSidebarTitleNode(line));
}
