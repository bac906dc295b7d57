import { type HistoryState, registerHistory } from '@lexical/history';
import {
  $addUpdateTag,
  $getSelection,
  $isRangeSelection,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  INPUT_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { type Changes, LOAD_TAG } from './changes.ts';

/** Changes within this time of each other, in milliseconds, are undone together. */
const HISTORY_DELAY = 500;
const HISTORY_DEPTH = 10_000;

/** The tag of an update that writes a typed letter. */
const TYPED_TAG = 'galley-typed';

/**
 * Undo: what was typed in one go is one step, whatever node a letter went to, and an update after
 * which the article reads as before is none. To be registered after `changes`.
 */
export function registerUndo(
  editor: LexicalEditor,
  history: HistoryState,
  changes: Changes,
): () => void {
  let typed = Number.NEGATIVE_INFINITY;
  let blocks = changes.blocks();
  return mergeRegister(
    editor.registerCommand(BEFORE_INPUT_COMMAND, $markTyped, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(INPUT_COMMAND, $markTyped, COMMAND_PRIORITY_CRITICAL),
    editor.registerUpdateListener(({ tags, prevEditorState, dirtyElements, dirtyLeaves }) => {
      const changed = changes.blocks() !== blocks;
      blocks = changes.blocks();
      if (tags.has(LOAD_TAG) || tags.has(HISTORIC_TAG)) {
        typed = Number.NEGATIVE_INFINITY;
        return;
      }
      if (editor.isComposing() || tags.has(HISTORY_PUSH_TAG)) return;
      if (!changed) {
        // Of a selection alone the history knows what to do.
        if (dirtyElements.size + dirtyLeaves.size > 0) tags.add(HISTORY_MERGE_TAG);
        return;
      }
      const now = performance.now();
      const atCaret = prevEditorState.read(() => {
        const selection = $getSelection();
        return $isRangeSelection(selection) && selection.isCollapsed();
      });
      const goesOn = tags.has(TYPED_TAG) && atCaret && now < typed + HISTORY_DELAY;
      if (goesOn) tags.add(HISTORY_MERGE_TAG);
      typed = tags.has(TYPED_TAG) ? now : Number.NEGATIVE_INFINITY;
    }),
    registerHistory(editor, history, HISTORY_DELAY, undefined, undefined, HISTORY_DEPTH),
  );
}

function $markTyped(event: InputEvent): false {
  if (event.inputType === 'insertText') $addUpdateTag(TYPED_TAG);
  return false;
}
