import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  IS_APPLE,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
} from 'lexical';
import { $linesIn } from '../selection/lines.ts';

/**
 * Ctrl+End, on macOS Cmd+Down, goes to the end of the story, with Shift it selects up to there. The
 * browser would stop before text that was never on the screen.
 */
export function registerStoryEnd(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_DOWN_COMMAND,
    (event) => {
      if (!isStoryEnd(event) || event.target !== editor.getRootElement()) return false;
      const last = $getRoot().getLastChild();
      const line = last === null ? undefined : $linesIn(last).at(-1);
      if (line === undefined) return false;
      event.preventDefault();
      const before = $getSelection();
      // Read before the selection moves, for it is the same object afterwards.
      const start = $isRangeSelection(before) ? { ...before.anchor } : null;
      const caret = line.selectEnd();
      if (event.shiftKey && start !== null) caret.anchor.set(start.key, start.offset, start.type);
      return true;
    },
    COMMAND_PRIORITY_HIGH,
  );
}

function isStoryEnd({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean {
  if (altKey) return false;
  return (key === 'End' && ctrlKey && !metaKey) || (IS_APPLE && key === 'ArrowDown' && metaKey);
}
