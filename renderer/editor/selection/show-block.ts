import { $onUpdate, type LexicalEditor, type NodeKey } from 'lexical';

/** Scrolls a block into sight once it is drawn; for the end of an update. */
export function $showBlock(editor: LexicalEditor, key: NodeKey): void {
  const show = () => editor.getElementByKey(key)?.scrollIntoView({ block: 'nearest' });
  $onUpdate(() => {
    show();
    // What was out of sight has its own height only in the frame after it came near.
    requestAnimationFrame(() => requestAnimationFrame(show));
  });
}
