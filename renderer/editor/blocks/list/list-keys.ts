import { $isListItemNode, ListItemNode, ListNode } from '@lexical/list';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  INDENT_CONTENT_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  OUTDENT_CONTENT_COMMAND,
  mergeRegister,
} from 'lexical';
import { $nestedList } from './list.ts';

/** Tab and Shift+Tab nest list items. */
export function registerListKeys(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      KEY_TAB_COMMAND,
      (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || $selectedItems().length === 0) {
          return false;
        }
        event.preventDefault();
        return editor.dispatchCommand(
          event.shiftKey ? OUTDENT_CONTENT_COMMAND : INDENT_CONTENT_COMMAND,
          undefined,
        );
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(INDENT_CONTENT_COMMAND, () => $nest(1), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(OUTDENT_CONTENT_COMMAND, () => $nest(-1), COMMAND_PRIORITY_HIGH),
    editor.registerNodeTransform(ListItemNode, $unnestOrphan),
    editor.registerNodeTransform(ListNode, (list) => {
      // An article counts every list from one.
      if (list.getStart() !== 1) list.setStart(1);
    }),
  );
}

function $selectedItems(): ListItemNode[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return [];
  const items = new Map<string, ListItemNode>();
  for (const node of [...selection.getNodes(), selection.anchor.getNode()]) {
    const item = $findMatchingParent(node, $isListItemNode);
    if (item !== null && $nestedList(item) === null) items.set(item.getKey(), item);
  }
  return [...items.values()];
}

/** An item is nested in the one before it; the first of a list has none, and stays. */
function $nest(by: 1 | -1): boolean {
  const items = $selectedItems();
  for (const item of items) {
    if (by === -1 && item.getIndent() === 0) continue;
    if (by === 1 && item.getPreviousSibling() === null) continue;
    item.setIndent(item.getIndent() + by);
  }
  return items.length > 0;
}

/** A nested list whose item is gone moves up into its place. */
function $unnestOrphan(item: ListItemNode): void {
  const nested = $nestedList(item);
  if (nested === null || item.getPreviousSibling() !== null) return;
  const moved: LexicalNode[] = nested.getChildren();
  for (const child of moved) item.insertBefore(child);
  item.remove();
}
