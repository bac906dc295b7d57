import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  INSERT_PARAGRAPH_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { $cellAtCaret, $nextCell } from './tables.ts';

/** What keys do in the cells of a table. */
export function registerTables(editor: LexicalEditor): () => void {
  return mergeRegister(
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
