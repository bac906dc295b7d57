import { type LexicalEditor, mergeRegister } from 'lexical';
import { useEffect, useState } from 'react';
import { deepEqual } from '../../../article/deep-equal.ts';
import { NEXT_MARKS_EVENT, fieldMarks, focusedField } from '../fields/field-marks.ts';
import { $selectionState, NOTHING_SELECTED, type SelectionState } from './selection-state.ts';

/** What the toolbar shows of the selection, always as the editor now is; rendered again only when it differs. */
export function useSelectionState(editor: LexicalEditor): SelectionState {
  const [state, setState] = useState<SelectionState>(NOTHING_SELECTED);

  useEffect(() => {
    const change = (next: SelectionState) => setState((old) => (deepEqual(old, next) ? old : next));
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
    return mergeRegister(() => listening.abort(), editor.registerUpdateListener(read));
  }, [editor]);

  return state;
}
