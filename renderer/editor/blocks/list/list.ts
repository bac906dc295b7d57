import {
  $createListItemNode,
  $createListNode,
  $isListItemNode,
  $isListNode,
  ListItemNode,
  ListNode,
} from '@lexical/list';
import type { List, ListItem } from '../../../../article/blocks/list/list.ts';
import { $idOf, $restOf, $setIdentity, restOf } from '../state.ts';
import { $readRuns, $writeRuns } from '../../content/runs.ts';
import type { BlockNodes } from '../spec.ts';

// Lexical keeps a nested list in a list item of its own, after the item that it belongs to.
export const listNodes: BlockNodes<List> = {
  type: 'list',
  nodes: [ListNode, ListItemNode],
  $toNode: $writeList,
  $fromNode: (node) => ($isListNode(node) ? [$readList(node)] : undefined),
};

/** The node of a list with everything in it. */
export function $writeList(list: List): ListNode {
  const node = $setIdentity(
    $createListNode(list.kind === 'numbered' ? 'number' : 'bullet'),
    list.id,
    restOf(list, 'type', 'id', 'kind', 'items'),
  );
  for (const [index, item] of list.items.entries()) {
    const value = index + 1;
    node.append($writeItem(item).setValue(value));
    for (const nested of item.lists ?? []) {
      node.append(
        $createListItemNode()
          .setValue(value + 1)
          .append($writeList(nested)),
      );
    }
  }
  return node;
}

/** The node of an item without the lists nested in it. */
function $writeItem(item: ListItem): ListItemNode {
  // An empty row of lists has no node to show it.
  const rest =
    item.lists?.length === 0
      ? restOf(item, 'id', 'content')
      : restOf(item, 'id', 'content', 'lists');
  return $setIdentity($createListItemNode(), item.id, rest).append(...$writeRuns(item.content));
}

/** The list of a node. */
export function $readList(node: ListNode): List {
  const items: ListItem[] = [];
  for (const child of node.getChildren()) {
    if (!$isListItemNode(child)) continue;
    const nested = $nestedList(child);
    if (nested === null) {
      items.push({
        ...$restOf(child),
        id: $idOf(child),
        content: $readRuns(child.getChildren()),
      });
      continue;
    }
    const owner = items.pop() ?? { id: $idOf(child), content: [] };
    items.push({ ...owner, lists: [...(owner.lists ?? []), $readList(nested)] });
  }
  return {
    ...$restOf(node),
    type: 'list',
    id: $idOf(node),
    kind: node.getListType() === 'number' ? 'numbered' : 'bulleted',
    items,
  };
}

/** The list in an item that only holds one; null for an item with text. */
export function $nestedList(item: ListItemNode): ListNode | null {
  const first = item.getFirstChild();
  return $isListNode(first) ? first : null;
}
