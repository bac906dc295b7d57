import {
  CAN_REDO_COMMAND,
  CAN_UNDO_COMMAND,
  COMMAND_PRIORITY_LOW,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { useEffect, useState } from 'react';
import { deepEqual } from '../../../article/deep-equal.ts';
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
    const read = () => change(editor.getEditorState().read($selectionState, { editor }));
    read();
    return mergeRegister(
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
