import { $isListItemNode } from '@lexical/list';
import { $getNodeByKey, type LexicalNode, type NodeKey } from 'lexical';
import { $nestedList } from '../blocks/list/list.ts';
import { $isSidebarTitleNode } from '../blocks/sidebar/SidebarTitleNode.ts';

/**
 * Moves a block of the article or of a sidebar, or a list item with the lists nested in it, past
 * its neighbour. Answers false if there is no neighbour to pass. The caret goes with it.
 */
export function $moveBlock(key: NodeKey, direction: 'up' | 'down'): boolean {
  const node = $getNodeByKey(key);
  if (node === null || $isSidebarTitleNode(node)) return false;
  const moved = $withNested(node);
  if (direction === 'up') {
    let target = node.getPreviousSibling();
    while ($isNestedWrapper(target)) target = target?.getPreviousSibling() ?? null;
    if (target === null || $isSidebarTitleNode(target)) return false;
    for (const part of moved) target.insertBefore(part);
    return true;
  }
  const next = moved.at(-1)?.getNextSibling() ?? null;
  if (next === null) return false;
  let target = $withNested(next).at(-1) ?? next;
  for (const part of moved) {
    target.insertAfter(part);
    target = part;
  }
  return true;
}

/** A node and the nested lists that belong to it. */
function $withNested(node: LexicalNode): LexicalNode[] {
  const row = [node];
  if (!$isListItemNode(node)) return row;
  for (const sibling of node.getNextSiblings()) {
    if (!$isNestedWrapper(sibling)) break;
    row.push(sibling);
  }
  return row;
}

function $isNestedWrapper(node: LexicalNode | null): boolean {
  return $isListItemNode(node) && $nestedList(node) !== null;
}
