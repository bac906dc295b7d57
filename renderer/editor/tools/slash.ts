import {
  $findMatchingParent,
  $getNodeByKey,
  $getSelection,
  $isLineBreakNode,
  $isRangeSelection,
  $isTextNode,
  type NodeKey,
} from 'lexical';
import { $isSidebarTitleNode } from '../blocks/sidebar/SidebarTitleNode.ts';

/** A slash before the caret and what was typed after it. */
export interface Slash {
  key: NodeKey;
  /** Where the slash stands in its text node. */
  offset: number;
  query: string;
}

// Japanese keyboards type a wide slash.
const TYPED = /(^|\s)[/／](|[\p{L}\p{N}][\p{L}\p{N}\p{M}: -]{0,24})$/u;

/** The slash at the start of a block or after a space that the caret follows, if there is one. */
export function $slashAtCaret(): Slash | undefined {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return undefined;
  const { anchor } = selection;
  const node = anchor.getNode();
  if (!$isTextNode(node) || node.hasFormat('code')) return undefined;
  const match = TYPED.exec(node.getTextContent().slice(0, anchor.offset));
  if (match === null) return undefined;
  const [, before = '', query = ''] = match;
  const offset = match.index + before.length;
  if (offset === 0) {
    const previous = node.getPreviousSibling();
    const open =
      previous === null || $isLineBreakNode(previous) || /\s$/u.test(previous.getTextContent());
    if (!open) return undefined;
  }
  if ($findMatchingParent(node, $isSidebarTitleNode) !== null) return undefined;
  return { key: node.getKey(), offset, query };
}

/** Takes away a slash and what was typed after it; the caret is then where the slash was. */
export function $removeSlash({ key, offset, query }: Slash): void {
  const node = $getNodeByKey(key);
  if (!$isTextNode(node)) return;
  const length = query.length + 1;
  if (node.getTextContentSize() > length) {
    node.spliceText(offset, length, '', true);
    return;
  }
  const parent = node.getParentOrThrow();
  const index = node.getIndexWithinParent();
  node.remove(true);
  parent.select(index, index);
}
