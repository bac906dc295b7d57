import { $isLinkNode, $toggleLink, type LinkNode } from '@lexical/link';
import { $findMatchingParent, $getSelection, $isRangeSelection } from 'lexical';
import { $linkMark, $setLinkMark } from './blocks/runs.ts';

/** Where a link leads: to an address, or to another story of the desk by its id. */
export type LinkTarget = { href: string } | { article: string };

/** Where a link leads. */
export function $linkTarget(link: LinkNode): LinkTarget {
  const mark = $linkMark(link);
  return 'href' in mark ? { href: mark.href } : { article: mark.article };
}

/**
 * Links the selected text, or the link with the caret, to a target; null takes links away. With
 * only a caret outside a link there is nothing to link.
 */
export function $setLink(target: LinkTarget | null): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const around = $findMatchingParent(selection.anchor.getNode(), $isLinkNode);
  if (target !== null && around !== null && around.is($linkOf(selection.focus.getNode()))) {
    $setLinkMark(around, { type: 'link', ...target });
    return;
  }
  $toggleLink(target === null ? null : 'href' in target ? target.href : '#');
  if (target === null) return;
  for (const node of $getSelection()?.getNodes() ?? []) {
    const link = $linkOf(node);
    if (link !== null) $setLinkMark(link, { type: 'link', ...target });
  }
}

function $linkOf(node: Parameters<typeof $isLinkNode>[0]): LinkNode | null {
  return node ? $findMatchingParent(node, $isLinkNode) : null;
}
