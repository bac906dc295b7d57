import { $isListItemNode, type ListItemNode } from '@lexical/list';
import {
  $addUpdateTag,
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { t } from '../../locale/locale.ts';
import { announce } from '../../ui/announce.ts';
import { $nestedList } from '../blocks/list/list.ts';
import { $blockOf, $sidebarOf } from '../selection/lines.ts';
import { $moveBlock } from '../content/moves.ts';
import { $isSidebarTitleNode } from '../blocks/sidebar/SidebarTitleNode.ts';

/** Moves a block or item past its neighbour as one step, and says where it now is. */
export function moveBlock(editor: LexicalEditor, key: NodeKey, direction: 'up' | 'down'): void {
  moveBy(editor, key, direction === 'up' ? -1 : 1);
}

/** Moves a block or item by so many places up (below zero) or down. */
export function moveBy(editor: LexicalEditor, key: NodeKey, places: number): void {
  let message = '';
  editor.update(
    () => {
      $addUpdateTag(HISTORY_PUSH_TAG);
      let moved = false;
      for (let step = 0; step < Math.abs(places); step += 1) {
        if (!$moveBlock(key, places < 0 ? 'up' : 'down')) break;
        moved = true;
      }
      message = moved ? $where(key) : t(places < 0 ? 'move.first' : 'move.last');
    },
    { onUpdate: () => announce(message) },
  );
}

/** What Alt+Up and Alt+Down move: the item with the caret, else its block, else its sidebar. */
export function $movable(): NodeKey | null {
  const selection = $getSelection();
  const node = $isRangeSelection(selection)
    ? selection.focus.getNode()
    : $isNodeSelection(selection)
      ? (selection.getNodes()[0] ?? null)
      : null;
  if (node === null) return null;
  const item = $findMatchingParent(node, $isListItemNode);
  if (item !== null) return item.getKey();
  const sidebar = $sidebarOf(node);
  if (sidebar === null) return $blockOf(node)?.getKey() ?? null;
  const inside = $findMatchingParent(node, (each) => sidebar.is(each.getParent()));
  return inside === null || $isSidebarTitleNode(inside) ? sidebar.getKey() : inside.getKey();
}

/** The items of a list with text of their own, without those that only hold a nested list. */
export function $itemsBeside(key: NodeKey): ListItemNode[] {
  const item = $getNodeByKey(key);
  const list = item?.getParent();
  if (!$isElementNode(list)) return [];
  return list
    .getChildren()
    .filter($isListItemNode)
    .filter((each) => $nestedList(each) === null);
}

function $where(key: NodeKey): string {
  const node = $getNodeByKey(key);
  if (node === null) return '';
  const row: LexicalNode[] = $isListItemNode(node)
    ? $itemsBeside(key)
    : (node
        .getParent()
        ?.getChildren()
        .filter((each) => !$isSidebarTitleNode(each)) ?? []);
  const place = row.findIndex((each) => each.is(node)) + 1;
  return t('move.moved', { place, of: row.length });
}
