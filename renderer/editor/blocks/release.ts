import { $isListNode, $removeList } from '@lexical/list';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $lineOf, $quoteOf } from '../selection/lines.ts';
import { $isLineBlock } from './line-block.ts';
import { $isQuoteNode } from './quote/QuoteNode.ts';

/**
 * Makes paragraphs of the selected pull quotes and notes, with `alsoQuotes` of quotations too; no word
 * of them is lost.
 */
export function $releaseSelected(alsoQuotes: boolean): void {
  const nodes = $selectedNodes();
  for (const line of distinct(nodes.map($lineOf))) $release(line);
  for (const quote of alsoQuotes ? distinct(nodes.map($quoteOf)) : []) quote.release();
}

/** The same, and of the selected items of lists. */
export function $toPlainLines(alsoQuotes: boolean): void {
  const inList = $selectedNodes().some((node) => $findMatchingParent(node, $isListNode) !== null);
  $releaseSelected(alsoQuotes);
  if (inList) $removeList();
}

/** True if all that is selected is text of this kind of line. */
export function $isAllIn($is: (line: LexicalNode | null) => boolean): boolean {
  return $selectedNodes().map($lineOf).every($is);
}

function $selectedNodes(): LexicalNode[] {
  const selection = $getSelection();
  return $isRangeSelection(selection) ? selection.getNodes() : [];
}

/** What a quotation, a pull quote or a note says, taken apart; another block as it is. */
export function $releaseAll(block: LexicalNode): LexicalNode[] {
  return $isQuoteNode(block) ? block.release().flatMap($releaseAll) : $release(block);
}

/** What a pull quote or a note says, as paragraphs; another block as it is. */
export function $release(block: LexicalNode): LexicalNode[] {
  return $isLineBlock(block) ? block.release() : [block];
}

/** Each node once, also if it comes in several of its versions. */
export function distinct<N extends LexicalNode>(nodes: readonly (N | null)[]): N[] {
  const byKey = new Map<NodeKey, N>();
  for (const node of nodes) if (node !== null) byKey.set(node.getKey(), node);
  return [...byKey.values()];
}
