import { $handleListInsertParagraph, $isListItemNode, $isListNode } from '@lexical/list';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
  type LexicalNode,
} from 'lexical';
import { $sidebarOf } from '../selection/lines.ts';
import { $isLeadNode } from '../blocks/dateline/LeadNode.ts';
import { $isSidebarTitleNode } from '../blocks/sidebar/SidebarTitleNode.ts';

/**
 * Sees to it that the caret stands in an empty paragraph, at the place where something can be
 * inserted: the one it stands in, or a new one after its block. Lists of headlines take nothing
 * but lists, so there the place is after the sidebar.
 */
export function $openParagraph(forList: boolean): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) {
    const last = $isNodeSelection(selection) ? selection.getNodes().at(-1) : undefined;
    const block = last === undefined ? null : $nearestBlock(last);
    const paragraph = $createParagraphNode();
    if (block === null) $getRoot().append(paragraph);
    else block.insertAfter(paragraph);
    paragraph.select();
    return;
  }
  const node = selection.focus.getNode();
  const block = $nearestBlock(node);
  if (block === null) {
    const paragraph = $createParagraphNode();
    $getRoot().append(paragraph);
    paragraph.select();
    return;
  }
  const sidebar = $sidebarOf(node);
  const leaves =
    sidebar !== null &&
    ($isSidebarTitleNode(block) || (!forList && sidebar.getKind() !== 'factbox'));
  const item = $findMatchingParent(node, $isListItemNode);
  if (!leaves && item !== null && item.isEmpty()) {
    if ($handleListInsertParagraph()) return;
  }
  if (!leaves && $isElementNode(block) && block.isEmpty() && !$isLeadNode(block)) {
    if (!$isListNode(block)) return;
  }
  const paragraph = $createParagraphNode();
  (leaves ? sidebar : block).insertAfter(paragraph);
  paragraph.select();
}

/** Removes a paragraph that was opened for a block, unless it is the last: there one writes on. */
export function $closeParagraph(paragraph: LexicalNode): void {
  if ($isParagraphNode(paragraph) && paragraph.getNextSibling() !== null) paragraph.remove();
}

/** The child of the article or of a sidebar that a node lies in. */
export function $nearestBlock(node: LexicalNode): LexicalNode | null {
  return $findMatchingParent(node, (candidate) => {
    const parent = candidate.getParent();
    return parent !== null && $isRootOrShadowRoot(parent);
  });
}
