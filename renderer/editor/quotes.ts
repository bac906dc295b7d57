import { $isListNode } from '@lexical/list';
import { $isHeadingNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $findMatchingParent,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { $lineOf, $linesIn, $quoteOf } from './lines.ts';
import { $isLeadNode } from './nodes/LeadNode.ts';
import {
  $createPullquoteNode,
  $isPullquoteNode,
  type PullquoteNode,
} from './nodes/PullquoteNode.ts';
import { $createQuoteNode, $isQuoteNode, type QuoteNode } from './nodes/QuoteNode.ts';
import { $isSidebarNode } from './nodes/SidebarNode.ts';
import { $idOf, $restOf, $setIdentity } from './nodes/state.ts';

/** Puts the selected blocks of text into a quotation; those of one that is there stay in it. */
export function $quoteSelected(): void {
  const [first, ...others] = $selectedTextBlocks();
  if (first === undefined) return;
  const quote = $createQuoteNode();
  first.insertBefore(quote);
  for (const block of [first, ...others]) {
    if ($isPullquoteNode(block) && quote.getAttribution() === '') {
      quote.setAttribution(block.getAttribution());
      block.setAttribution('');
    }
    const parts = $isPullquoteNode(block) ? $releasePullquote(block) : [block];
    quote.append(...parts);
  }
}

/** Makes pull quotes of the selected paragraphs, crossheads and quotations. */
export function $pullSelected(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const quotes = new Set(selection.getNodes().map($quoteOf));
  for (const quote of quotes) if (quote !== null) $pullQuote(quote);
  const rest = $getSelection();
  if ($isRangeSelection(rest) && rest.getNodes().some((node) => !$isPulled(node))) {
    $setBlocksType(rest, () => $createPullquoteNode());
  }
}

/** Takes the selected quotations and pull quotes apart; no word of them is lost. */
export function $releaseSelected(alsoQuotes: boolean): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const nodes = selection.getNodes();
  const pulled = new Set(nodes.map((node) => $findMatchingParent(node, $isPullquoteNode)));
  for (const pullquote of pulled) if (pullquote !== null) $releasePullquote(pullquote);
  const quotes = alsoQuotes ? new Set(nodes.map($quoteOf)) : [];
  for (const quote of quotes) if (quote !== null) $releaseQuote(quote);
}

/** Puts the blocks of a quotation in its place, and who said it below them. */
export function $releaseQuote(quote: QuoteNode): void {
  const blocks = quote.getChildren();
  const attribution = $attributionLine(quote.getAttribution());
  for (const block of [...blocks, ...attribution]) quote.insertBefore(block);
  if (blocks.length + attribution.length === 0) quote.insertBefore($createParagraphNode());
  quote.remove();
}

/** Makes a paragraph of a pull quote, and another one of who said it. Answers them. */
export function $releasePullquote(pullquote: PullquoteNode): ElementNode[] {
  const attribution = $attributionLine(pullquote.getAttribution());
  const paragraph = $setIdentity($createParagraphNode(), $idOf(pullquote), $restOf(pullquote));
  pullquote.replace(paragraph, true);
  for (const line of attribution) paragraph.insertAfter(line);
  return [paragraph, ...attribution];
}

/** A pull quote of everything in a quotation, line by line. */
function $pullQuote(quote: QuoteNode): void {
  const pullquote = $createPullquoteNode(quote.getAttribution());
  $setIdentity(pullquote, $idOf(quote), $restOf(quote));
  const lines = $linesIn(quote);
  const [others] = [quote.getChildren().filter((block) => $linesIn(block).length === 0)];
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

function $attributionLine(attribution: string): ElementNode[] {
  if (attribution.trim() === '') return [];
  return [$createParagraphNode().append($createTextNode(`— ${attribution}`))];
}

function $isPulled(node: LexicalNode): boolean {
  const line = $lineOf(node);
  return line === null || $isPullquoteNode(line);
}

/** The selected blocks that a quotation can hold, side by side in the article or a fact box. */
function $selectedTextBlocks(): LexicalNode[] {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return [];
  const blocks = new Set<LexicalNode>();
  for (const node of selection.getNodes()) {
    const block = $findMatchingParent(node, (each) => {
      const parent = each.getParent();
      return parent !== null && $isRootOrShadowRoot(parent);
    });
    if (block !== null && $isText(block)) blocks.add(block);
  }
  const [first] = blocks;
  const parent = first?.getParent();
  if ($isQuoteNode(parent) || ($isSidebarNode(parent) && parent.getKind() !== 'factbox')) return [];
  return [...blocks].filter((block) => block.getParent()?.is(parent ?? null) === true);
}

function $isText(block: LexicalNode): boolean {
  if ($isLeadNode(block)) return false;
  return (
    $isParagraphNode(block) ||
    $isHeadingNode(block) ||
    $isListNode(block) ||
    $isPullquoteNode(block)
  );
}
