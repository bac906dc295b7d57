import { $createListItemNode, $createListNode, $isListItemNode, $isListNode } from '@lexical/list';
import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { SidebarKind } from '../../../../article/kinds.ts';
import type { Sidebar } from '../../../../article/blocks/sidebar/sidebar.ts';
import { $nestedList } from '../list/list.ts';
import { $blockOf, $isLine } from '../../selection/lines.ts';
import { $isLeadNode } from '../dateline/LeadNode.ts';
import { $createSidebarNode, $isSidebarNode, type SidebarNode } from './SidebarNode.ts';
import { $createSidebarTitleNode } from './SidebarTitleNode.ts';
import { $releaseAll } from '../release.ts';

/**
 * Inserts an empty sidebar after the block with the caret (in the place of an empty paragraph) and
 * puts the caret into its title. Answers its key.
 */
export function $insertSidebar(
  kind: Sidebar['kind'],
  placement: Sidebar['placement'] = 'rail',
): NodeKey {
  const sidebar = $createSidebarNode(kind, placement);
  const title = $createSidebarTitleNode();
  sidebar.append(title, $emptyBody(kind));
  const block = $currentBlock();
  if (block === null) $getRoot().append(sidebar);
  // The empty paragraph stays below, as the place to write on.
  else if ($isParagraphNode(block) && !$isLeadNode(block) && block.isEmpty()) {
    block.insertBefore(sidebar);
  } else block.insertAfter(sidebar);
  title.select();
  return sidebar.getKey();
}

/** Changes what kind of sidebar it is, or where it stands. Lists of headlines become lists. */
export function $setSidebar(
  key: NodeKey,
  change: Partial<Pick<Sidebar, 'kind' | 'placement'>>,
): void {
  const sidebar = $getNodeByKey(key);
  if (!$isSidebarNode(sidebar)) return;
  if (change.placement !== undefined) sidebar.setPlacement(change.placement);
  if (change.kind === undefined || change.kind === sidebar.getKind()) return;
  sidebar.setKind(change.kind);
  if (change.kind !== 'factbox') $makeLists(sidebar, listType(change.kind));
}

/** What a new sidebar holds below its title: an empty item, or an empty paragraph. */
export function $emptyBody(kind: Sidebar['kind']): ElementNode {
  if (kind === 'factbox') return $createParagraphNode();
  return $createListNode(listType(kind)).append($createListItemNode());
}

/** The child of the root that holds the caret or is selected; null for none. */
export function $currentBlock(): LexicalNode | null {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) return $blockOf(selection.focus.getNode());
  const node = $isNodeSelection(selection) ? selection.getNodes().at(-1) : undefined;
  return node === undefined ? null : $blockOf(node);
}

function listType(kind: SidebarKind): 'number' | 'bullet' {
  return kind === 'ranking' ? 'number' : 'bullet';
}

/** Makes lists of what a sidebar holds; tables and what is no text stay as they are. */
function $makeLists(sidebar: SidebarNode, type: 'number' | 'bullet'): void {
  for (const block of sidebar.getChildren().slice(1).flatMap($releaseAll)) {
    if ($isListNode(block)) block.setListType(type);
    else if ($isLine(block)) {
      const before = block.getPreviousSibling();
      const item = $createListItemNode().append(...block.getChildren());
      if ($isListNode(before)) {
        before.append(item);
        block.remove();
      } else {
        block.replace($createListNode(type).append(item));
      }
    }
  }
  if (sidebar.getChildrenSize() === 1) {
    sidebar.append($createListNode(type).append($createListItemNode()));
  }
}

/** True for an item of a list that stands in a sidebar of headlines, not nested in another. */
export function $isHeadlineItem(node: LexicalNode | null): boolean {
  if (!$isListItemNode(node) || $nestedList(node) !== null) return false;
  const sidebar = node.getParent()?.getParent();
  return $isSidebarNode(sidebar) && sidebar.getKind() !== 'factbox';
}
