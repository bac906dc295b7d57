import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { $blockOf } from './lines.ts';

/**
 * Lays out the block that the caret comes to at once. What is new or off the screen is laid out with
 * the next frame (`content-visibility`), and the browser would put a letter that is typed sooner into
 * another block.
 */
export function registerCaretBlock(editor: LexicalEditor): () => void {
  let last: HTMLElement | null = null;
  return editor.registerUpdateListener(({ editorState }) => {
    const block = editorState.read(() => {
      const selection = $getSelection();
      return $isRangeSelection(selection) ? $blockOf(selection.focus.getNode()) : null;
    });
    const element = block === null ? null : editor.getElementByKey(block.getKey());
    if (element === null || element === last) return;
    last = element;
    element.style.contentVisibility = 'visible';
    // By then the browser knows that it is in sight, or has the caret.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => element.style.removeProperty('content-visibility'));
    });
  });
}
