import {
  $getSelection,
  $isRangeSelection,
  $onUpdate,
  COMMAND_PRIORITY_HIGH,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { $cellBeside, showSelectedCells } from './cells.ts';
import { focusField } from '../../fields/controls.ts';
import { $linesIn, $offsetInLine, $selectBlock, $selectInLine } from '../../selection/lines.ts';
import type { TableNode } from './TableNodes.ts';
import { showNumberCells } from './number-cells.ts';
import { $paragraphBeside, isOnEdgeRow } from '../sidebar/sidebar-keys.ts';
import { $cellAtCaret, $nextCell } from './tables.ts';

/** What keys do in the cells of a table, and how these are shown. */
export function registerTables(editor: LexicalEditor): () => void {
  return mergeRegister(
    showSelectedCells(editor),
    showNumberCells(editor),
    editor.registerCommand(
      KEY_ARROW_UP_COMMAND,
      (event) => $moveAcross(editor, event, 'up'),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_ARROW_DOWN_COMMAND,
      (event) => $moveAcross(editor, event, 'down'),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey) return false;
        if (!$nextCell(event.shiftKey ? -1 : 1)) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    // A cell is one line, which may be broken.
    editor.registerCommand(
      INSERT_PARAGRAPH_COMMAND,
      () => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection) || $cellAtCaret() === null) return false;
        selection.insertLineBreak();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** Up and Down stay in their column, with Shift as well; beyond its edges they leave the table. */
function $moveAcross(
  editor: LexicalEditor,
  event: KeyboardEvent,
  direction: 'up' | 'down',
): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  const selection = $getSelection();
  const place = $cellAtCaret();
  if (!$isRangeSelection(selection) || place === null) return false;
  if (!selection.isCollapsed() && !event.shiftKey) return false;
  const { table, cell } = place;
  if (!isOnEdgeRow(editor, cell, direction)) return false;
  const target = $cellBeside(cell, direction);
  if (target === undefined && event.shiftKey) return false;
  event.preventDefault();
  if (target === undefined) {
    $leave(editor, table, direction);
    return true;
  }
  const { key, offset, type } = selection.anchor;
  const at = Math.min($offsetInLine(cell, selection.focus), target.getTextContentSize());
  const caret = $selectInLine(target, at);
  if (event.shiftKey) caret.anchor.set(key, offset, type);
  return true;
}

/** Below a table stands its caption; above it the text before. */
function $leave(editor: LexicalEditor, table: TableNode, direction: 'up' | 'down'): void {
  const before = table.getPreviousSibling();
  const line = before === null ? undefined : $linesIn(before).at(-1);
  if (direction === 'down') {
    const key = table.getKey();
    $onUpdate(() => void focusField(editor, key));
  } else if (before === null) $paragraphBeside(table, 'up').select();
  else if (line === undefined) $selectBlock(before);
  else line.selectEnd();
}
