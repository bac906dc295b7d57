import { $isListItemNode, $isListNode } from '@lexical/list';
import { $isHeadingNode } from '@lexical/rich-text';
import {
  $createNodeSelection,
  $createRangeSelection,
  $findMatchingParent,
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isRootNode,
  $isTextNode,
  $setSelection,
  type ElementNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
} from 'lexical';
import { $isLineBlock, type LineBlock } from '../blocks/line-block.ts';
import { $isQuoteNode, type QuoteNode } from '../blocks/quote/QuoteNode.ts';
import { $isSidebarNode, type SidebarNode } from '../blocks/sidebar/SidebarNode.ts';
import { $isSidebarTitleNode, type SidebarTitleNode } from '../blocks/sidebar/SidebarTitleNode.ts';
import {
  $isCellNode,
  $isRowNode,
  $isTableNode,
  type CellNode,
} from '../blocks/table/TableNodes.ts';

/** True for a line of text: a paragraph, lead, crosshead, sidebar title or list item with text. */
export function $isLine(node: LexicalNode | null | undefined): node is ElementNode {
  if (!$isElementNode(node) || node.isInline()) return false;
  if ($isRootNode(node) || $isListNode(node) || $isSidebarNode(node)) return false;
  if ($isQuoteNode(node) || $isTableNode(node) || $isRowNode(node)) return false;
  return !($isListItemNode(node) && $isListNode(node.getFirstChild()));
}

/** The line that a node lies in; null for what is between lines. */
export function $lineOf(node: LexicalNode): ElementNode | null {
  return $findMatchingParent(node, $isLine);
}

/** The child of the root that a node lies in; null for the root itself. */
export function $blockOf(node: LexicalNode): LexicalNode | null {
  return $findMatchingParent(node, (candidate) => $isRootNode(candidate.getParent()));
}

/** The sidebar that a node lies in. */
export function $sidebarOf(node: LexicalNode): SidebarNode | null {
  return $findMatchingParent(node, $isSidebarNode);
}

/** The quotation that a node lies in. */
export function $quoteOf(node: LexicalNode): QuoteNode | null {
  return $findMatchingParent(node, $isQuoteNode);
}

/** True for a line that is closed off from all others: a title, a pull quote, a note, a cell. */
export function $isClosedLine(
  node: LexicalNode | null | undefined,
): node is SidebarTitleNode | LineBlock | CellNode {
  return $isSidebarTitleNode(node) || $isCellNode(node) || $isLineBlock(node);
}

/** True for a block whose text no key joins with the text around it. */
export function $isClosedBlock(node: LexicalNode | null | undefined): node is ElementNode {
  return $isQuoteNode(node) || $isTableNode(node) || $isLineBlock(node);
}

/**
 * The closest thing around a node whose edge no deletion crosses: a closed line, a sidebar, a
 * quotation, or else the article.
 */
export function $frameOf(node: LexicalNode): ElementNode {
  return (
    $findMatchingParent(
      node,
      (candidate): candidate is ElementNode =>
        $isClosedLine(candidate) || $isSidebarNode(candidate) || $isQuoteNode(candidate),
    ) ?? $getRoot()
  );
}

/** The lines in a node, in the order of the text; a line is its own only one. */
export function $linesIn(node: LexicalNode): ElementNode[] {
  if ($isLine(node)) return [node];
  return $isElementNode(node) ? node.getChildren().flatMap($linesIn) : [];
}

/** How many characters of its line stand before a point; a line break counts as one. */
export function $offsetInLine(line: ElementNode, point: PointType): number {
  const node = point.getNode();
  if ($isTextNode(node)) return $sizeBefore(line, node) + point.offset;
  const child = $isElementNode(node) ? node.getChildAtIndex(point.offset) : null;
  if (child !== null) return $sizeBefore(line, child);
  return $sizeBefore(line, node) + sizeOf(node);
}

/** Puts the caret into a line, after so many characters of it. */
export function $selectInLine(line: ElementNode, offset: number): RangeSelection {
  let rest = offset;
  const leaves = $leavesOf(line);
  for (const leaf of leaves) {
    const size = sizeOf(leaf);
    if ($isTextNode(leaf) && rest <= size) return leaf.select(rest, rest);
    if (rest < size || (rest === 0 && leaf === leaves.at(-1))) {
      const index = leaf.getIndexWithinParent() + (rest === 0 ? 0 : 1);
      return leaf.getParentOrThrow().select(index, index);
    }
    rest -= size;
  }
  return line.select();
}

/**
 * Runs a change that replaces nodes, but not the text in their lines, and selects the same text
 * again afterwards.
 */
export function $keepingSelection(selection: RangeSelection, $change: () => void): void {
  const places = [selection.anchor, selection.focus].map((point) => {
    const line = $lineOf(point.getNode());
    return line === null ? null : { line, offset: $offsetInLine(line, point) };
  });
  $change();
  const [anchor, focus] = places.map((place) =>
    place === null ? null : $selectInLine(place.line, place.offset).anchor,
  );
  if (!anchor || !focus) return;
  const kept = $createRangeSelection();
  kept.anchor.set(anchor.key, anchor.offset, anchor.type);
  kept.focus.set(focus.key, focus.offset, focus.type);
  kept.setFormat(selection.format);
  $setSelection(kept);
}

/** True if nothing of the line stands before the point. */
export function $isAtLineStart(point: PointType): boolean {
  const line = $lineOf(point.getNode());
  return line !== null && $offsetInLine(line, point) === 0;
}

/** True if nothing of the line stands after the point. */
export function $isAtLineEnd(point: PointType): boolean {
  const line = $lineOf(point.getNode());
  return line !== null && $offsetInLine(line, point) === sizeOf(line);
}

/**
 * Splits the line with the caret. Answers the new line, which holds what stood after the caret, or
 * null where a line is not to be split.
 */
export function $splitLine(selection: RangeSelection): ElementNode | null {
  const { anchor, focus } = selection;
  const node = anchor.getNode();
  const line = $lineOf(node);
  // Lexical takes any point at 0 for the start of a crosshead, also one after other text.
  if ($isHeadingNode(line) && anchor.offset === 0 && !$isAtLineStart(anchor)) {
    let child = node;
    while (child.getParent()?.is(line) === false) child = child.getParentOrThrow();
    anchor.set(line.getKey(), child.getIndexWithinParent(), 'element');
    focus.set(anchor.key, anchor.offset, 'element');
  }
  return selection.insertParagraph();
}

/** Selects a block as one thing. */
export function $selectBlock(node: LexicalNode): void {
  const selection = $createNodeSelection();
  selection.add(node.getKey());
  $setSelection(selection);
}

/** Selects all text from the start of the first line to the end of the last one. */
export function $selectLines(lines: readonly ElementNode[]): void {
  const [first, last] = [lines[0], lines.at(-1)];
  if (first === undefined || last === undefined) return;
  const start = first.selectStart().anchor;
  const { key, offset, type } = start;
  const end = last.selectEnd().focus;
  const selection = $createRangeSelection();
  selection.anchor.set(key, offset, type);
  selection.focus.set(end.key, end.offset, end.type);
  $setSelection(selection);
}

function $sizeBefore(line: ElementNode, node: LexicalNode): number {
  let size = 0;
  for (let at: LexicalNode | null = node; at !== null && !at.is(line); at = at.getParent()) {
    for (const sibling of at.getPreviousSiblings()) size += sizeOf(sibling);
  }
  return size;
}

export function $leavesOf(node: ElementNode): LexicalNode[] {
  return node
    .getChildren()
    .flatMap((child) => ($isElementNode(child) ? $leavesOf(child) : [child]));
}

export function sizeOf(node: LexicalNode): number {
  if ($isElementNode(node)) {
    return node.getChildren().reduce((size, child) => size + sizeOf(child), 0);
  }
  return $isLineBreakNode(node) ? 1 : node.getTextContentSize();
}
