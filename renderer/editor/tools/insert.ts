import { $handleListInsertParagraph, $isListItemNode, $isListNode } from '@lexical/list';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  $isRootOrShadowRoot,
  type LexicalNode,
} from 'lexical';
import { $sidebarOf } from '../lines.ts';
import { $createDividerNode } from '../nodes/DividerNode.ts';
import { $isLeadNode } from '../nodes/LeadNode.ts';
import { $isSidebarTitleNode } from '../nodes/SidebarTitleNode.ts';
import type { TextKind } from './selection-state.ts';
import { $turnInto } from './turn-into.ts';

/**
 * Inserts a block of text and puts the caret into it. Selected text is turned into the kind; an
 * empty block is used; otherwise the new block opens after the one with the caret.
 */
export function $insertText(kind: TextKind): void {
  const selection = $getSelection();
  const isList = kind === 'bulleted' || kind === 'numbered';
  const list = $isRangeSelection(selection)
    ? $findMatchingParent(selection.anchor.getNode(), $isListNode)
    : null;
  const turns = $isRangeSelection(selection) && !selection.isCollapsed();
  // A list in a list would be nested; a person who asks for it means the kind of this one.
  if (!turns && !(isList && list !== null)) $openParagraph(isList);
  $turnInto(kind);
}

/** Inserts a divider; the caret goes on in the paragraph after it. */
export function $insertDivider(): void {
  $openParagraph(false);
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const paragraph = $nearestBlock(selection.anchor.getNode());
  paragraph?.insertBefore($createDividerNode());
}

/**
 * Sees to it that the caret stands in an empty paragraph, at the place where something can be
 * inserted: the one it stands in, or a new one after its block. Lists of headlines take nothing
 * but lists, so there the place is after the sidebar.
 */
function $openParagraph(forList: boolean): void {
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

/** The child of the article or of a sidebar that a node lies in. */
function $nearestBlock(node: LexicalNode): LexicalNode | null {
  return $findMatchingParent(node, (candidate) => {
    const parent = candidate.getParent();
    return parent !== null && $isRootOrShadowRoot(parent);
  });
}
