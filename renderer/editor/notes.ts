import {
  $getSelection,
  $isRangeSelection,
  $nodesOfType,
  $onUpdate,
  COMMAND_PRIORITY_HIGH,
  HISTORY_MERGE_TAG,
  KEY_TAB_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { focusField } from './field-keys.ts';
import { $lineOf } from './lines.ts';
import { $isCorrectionNode, CorrectionNode } from './nodes/CorrectionNode.ts';
import { setZone } from './story.ts';

/** Shows the times of notes on the clocks of a zone (IANA), and reads them as such. */
export function showTimesIn(editor: LexicalEditor, zone: string): void {
  setZone(editor, zone);
  editor.update(
    () => {
      for (const note of $nodesOfType(CorrectionNode)) note.markDirty();
    },
    { tag: HISTORY_MERGE_TAG },
  );
}

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
