import {
  $getSelection,
  $isRangeSelection,
  $onUpdate,
  COMMAND_PRIORITY_HIGH,
  KEY_TAB_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { focusField } from './field-keys.ts';
import { $lineOf } from './lines.ts';
import { $isCorrectionNode } from './nodes/CorrectionNode.ts';

/** Shift+Tab leads from the text of a note to its kind and time above. */
export function registerNotes(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_TAB_COMMAND,
    (event) => {
      if (!event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
      const selection = $getSelection();
      const line = $isRangeSelection(selection) ? $lineOf(selection.anchor.getNode()) : null;
      if (!$isCorrectionNode(line)) return false;
      event.preventDefault();
      const key = line.getKey();
      $onUpdate(() => void focusField(editor, key, -1));
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}
