import { $isLinkNode, type LinkNode } from '@lexical/link';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type RangeSelection,
  type TextNode,
} from 'lexical';
import { $createLink, $linkMark, $setLinkMark } from './content/runs.ts';
import { $keepingSelection, $lineOf } from './selection/lines.ts';
import { $isSidebarTitleNode } from './blocks/sidebar/SidebarTitleNode.ts';

/** Where a link leads: to an address, or to another story of the desk by its id. */
export type LinkTarget = { href: string } | { article: string };

/** Where a link leads. */
export function $linkTarget(link: LinkNode): LinkTarget {
  const mark = $linkMark(link);
  return 'href' in mark ? { href: mark.href } : { article: mark.article };
}

/**
 * Links the selected text to a target, or with only a caret the link that it stands in; null takes
 * links away. With only a caret outside a link there is nothing to link.
 */
export function $setLink(target: LinkTarget | null): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  $keepingSelection(selection, () => $link(selection, target));
}

/**
 * Links selected words of one line to an address that was pasted over them. False where no words are
 * selected, or none that can be linked.
 */
export function $linkWords(href: string): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return false;
  const line = $lineOf(selection.anchor.getNode());
  if (line === null || !line.is($lineOf(selection.focus.getNode()))) return false;
  if ($isSidebarTitleNode(line) || selection.getTextContent().trim() === '') return false;
  $setLink({ href });
  return true;
}

/** Puts the caret behind the link that it stands in, so that one goes on without it. */
export function $leaveLink(): void {
  const selection = $getSelection();
  const link = $isRangeSelection(selection)
    ? $findMatchingParent(selection.anchor.getNode(), $isLinkNode)
    : null;
  if (link === null) return;
  const index = link.getIndexWithinParent() + 1;
  link.getParentOrThrow().select(index, index);
}

function $link(selection: RangeSelection, target: LinkTarget | null): void {
  const around = $findMatchingParent(selection.anchor.getNode(), $isLinkNode);
  const within = around?.is($findMatchingParent(selection.focus.getNode(), $isLinkNode)) === true;
  if (around !== null && within && (target !== null || selection.isCollapsed())) {
    if (target === null) for (const text of around.getChildren()) $takeOut(text as TextNode);
    else $setLinkMark(around, { type: 'link', ...target });
    return;
  }
  let last: LinkNode | null = null;
  for (const text of selection.extract()) {
    if (!$isTextNode(text) || $findMatchingParent(text, $isSidebarTitleNode) !== null) continue;
    $takeOut(text);
    if (target === null) continue;
    if (last === null || !last.is(text.getPreviousSibling())) {
      last = $createLink({ type: 'link', ...target });
      text.insertBefore(last);
    }
    last.append(text);
  }
}

/** Takes text out of its link; what stands before and after it in the link stays linked. */
function $takeOut(text: TextNode): void {
  const link = text.getParent();
  if (!$isLinkNode(link)) return;
  const after = text.getNextSiblings();
  link.insertAfter(text);
  if (after.length > 0) text.insertAfter($createLink($linkMark(link)).append(...after));
  if (link.isEmpty()) link.remove();
}
