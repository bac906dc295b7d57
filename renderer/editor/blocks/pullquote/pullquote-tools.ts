import { $setBlocksType } from '@lexical/selection';
import {
  $createLineBreakNode,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  type LexicalNode,
} from 'lexical';
import { Quote } from 'lucide-react';
import { $lineOf, $linesIn, $quoteOf } from '../../selection/lines.ts';
import type { BlockTools, TextKind } from '../block-tools.ts';
import { $isQuoteNode, type QuoteNode } from '../quote/QuoteNode.ts';
import { $isAllIn, $toPlainLines, distinct } from '../release.ts';
import { $idOf, $restOf, $setIdentity } from '../state.ts';
import { $isTableNode } from '../table/TableNodes.ts';
import { insertText } from '../text-kind.ts';
import { $createPullquoteNode, $isPullquoteNode } from './PullquoteNode.ts';
import './pullquote.css';

const pullquoteKind: TextKind = {
  id: 'pullquote',
  name: 'kind.pullquote',
  $has: (node) => $findMatchingParent(node, $isPullquoteNode) !== null,
  /** Set large a quotation holds text alone. */
  $takes: (node) =>
    $isQuoteNode(node) &&
    node.getChildren().every((block) => $linesIn(block).length > 0 && !$isTableNode(block)),
  $turn() {
    if ($isAllIn($isPullquoteNode)) return;
    $toPlainLines(false);
    $pullSelected();
  },
};

export const pullquoteTools: BlockTools = {
  inserts: [
    {
      command: 'insert.pullquote',
      icon: Quote,
      insert: insertText(pullquoteKind),
    },
  ],
  kinds: [pullquoteKind],
  $turns(node, kinds) {
    if (!$isPullquoteNode(node)) return undefined;
    return kinds.filter(isOffered);
  },
};

function isOffered({ id }: TextKind): boolean {
  return id === 'paragraph' || id === 'quote' || id.startsWith('crosshead');
}

/** Makes pull quotes of the selected paragraphs, crossheads and quotations. */
function $pullSelected(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  for (const quote of distinct(selection.getNodes().map($quoteOf))) $pullQuote(quote);
  const rest = $getSelection();
  if ($isRangeSelection(rest) && rest.getNodes().some((node) => !$isPulled(node))) {
    $setBlocksType(rest, () => $createPullquoteNode());
  }
}

/** A pull quote of everything in a quotation, line by line. */
function $pullQuote(quote: QuoteNode): void {
  const pullquote = $createPullquoteNode(quote.getAttribution());
  const lines = $linesIn(quote);
  // The id goes with the text.
  const first = lines.find((line) => !line.isEmpty()) ?? quote;
  $setIdentity(pullquote, $idOf(first), $restOf(quote));
  const others = quote.getChildren().filter((block) => $linesIn(block).length === 0);
  quote.insertBefore(pullquote);
  for (const [index, line] of lines.entries()) {
    if (index > 0) pullquote.append($createLineBreakNode());
    pullquote.append(...line.getChildren());
  }
  // What is no text stays in the story.
  for (const block of others.toReversed()) pullquote.insertAfter(block);
  quote.remove();
  pullquote.selectEnd();
}

function $isPulled(node: LexicalNode): boolean {
  const line = $lineOf(node);
  return line === null || $isPullquoteNode(line);
}
