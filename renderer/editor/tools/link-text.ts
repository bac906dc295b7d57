import { $isLinkNode } from '@lexical/link';
import { $isListItemNode, type ListItemNode } from '@lexical/list';
import {
  $createTextNode,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  type RangeSelection,
} from 'lexical';
import { type LinkTarget, $leaveLink, $linkTarget, $setLink } from '../links.ts';
import { $isHeadlineItem } from '../blocks/sidebar/sidebars.ts';
import { $linkAt } from './selection-state.ts';

/** What the link dialog starts from. */
export interface LinkAtSelection {
  /** Where the link at the selection leads; undefined if there is none. */
  target: LinkTarget | undefined;
  /** True if no text is there yet that could carry a link. */
  needsText: boolean;
}

/** Reads the link at the selection. A caret in a headline of a sidebar means all of the headline. */
export function $linkAtSelection(): LinkAtSelection {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return { target: undefined, needsText: true };
  const link = $linkAt(selection) ?? $linkOfHeadline(selection);
  const target = link === null ? undefined : $linkTarget(link);
  if (link !== null || !selection.isCollapsed()) return { target, needsText: false };
  const item = $headlineAt(selection);
  return { target, needsText: item === null || item.getTextContentSize() === 0 };
}

/** Links the selected text or headline, changes the link at the caret, or inserts `text` as one. */
export function $linkSelection(target: LinkTarget, text: string): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  if (selection.isCollapsed() && $linkAt(selection) === null) {
    const item = $headlineAt(selection);
    if (item !== null && item.getTextContentSize() > 0) {
      item.select(0, item.getChildrenSize());
    } else {
      const node = $createTextNode(text).setFormat(selection.format);
      selection.insertNodes([node]);
      node.select(0, node.getTextContentSize());
    }
  }
  $setLink(target);
  $goBehind();
}

/** Takes the links of the selection away; their text stays. */
export function $unlinkSelection(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const link = $linkAt(selection) ?? $linkOfHeadline(selection);
  if (link === null) {
    $setLink(null);
    return;
  }
  for (const child of link.getChildren()) link.insertBefore(child);
  link.remove();
}

/** After a link is set one goes on typing behind it, not over it. */
function $goBehind(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return;
  const [, end] = selection.getStartEndPoints() ?? [];
  const point = selection.isBackward() ? selection.anchor : end;
  if (point === undefined) return;
  const { key, offset, type } = point;
  selection.anchor.set(key, offset, type);
  selection.focus.set(key, offset, type);
  $leaveLink();
}

/** The headline of a sidebar that the selection is in. */
function $headlineAt(selection: RangeSelection): ListItemNode | null {
  const item = $findMatchingParent(selection.anchor.getNode(), $isListItemNode);
  return $isHeadlineItem(item) ? item : null;
}

function $linkOfHeadline(selection: RangeSelection) {
  const item = selection.isCollapsed() ? $headlineAt(selection) : null;
  const links = item?.getChildren().filter($isLinkNode) ?? [];
  return links.length === 1 ? (links[0] ?? null) : null;
}
