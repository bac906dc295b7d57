import {
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_LOW,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { useEffect, useState } from 'react';
import { deepEqual } from '../../../article/deep-equal.ts';
import { NEXT_MARKS_EVENT, fieldMarks, focusedField } from '../field-marks.ts';
import { $selectionState, NOTHING_SELECTED, type SelectionState } from './selection-state.ts';

interface ToolbarState extends SelectionState {
  canUndo: boolean;
  canRedo: boolean;
}

/** What the toolbar shows, always as the editor now is; rendered again only when it differs. */
export function useSelectionState(editor: LexicalEditor): ToolbarState {
  const [state, setState] = useState<ToolbarState>({
    ...NOTHING_SELECTED,
    canUndo: false,
    canRedo: false,
  });

  useEffect(() => {
    const change = (changes: Partial<ToolbarState>) =>
      setState((old) => {
        const next = { ...old, ...changes };
        return deepEqual(old, next) ? old : next;
      });
    const read = () => {
      const field = focusedField(editor);
      change(
        field === undefined || field === 'plain'
          ? editor.getEditorState().read($selectionState, { editor })
          : { ...NOTHING_SELECTED, ...fieldMarks(editor, field), field: true },
      );
    };
    read();
    const listening = new AbortController();
    let inField = false;
    // The editor hears of nothing that is selected in a field, and of all that is selected outside.
    const readField = () => {
      const was = inField;
      inField = focusedField(editor) !== undefined;
      if (was || inField) read();
    };
    for (const event of ['selectionchange', NEXT_MARKS_EVENT]) {
      document.addEventListener(event, readField, { signal: listening.signal });
    }
    return mergeRegister(
      () => listening.abort(),
      editor.registerUpdateListener(read),
      editor.registerCommand(
        CAN_UNDO_COMMAND,
        (canUndo) => {
          change({ canUndo });
          return false;
        },
        COMMAND_PRIORITY_LOW,
      ),
      editor.registerCommand(
        CAN_REDO_COMMAND,
        (canRedo) => {
          change({ canRedo });
          return false;
        },
        COMMAND_PRIORITY_LOW,
      ),
    );
  }, [editor]);

  return state;
}
