import { $isListNode } from '@lexical/list';
import { $isHeadingNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $findMatchingParent,
  $getEditor,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
  type ElementNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { isInstant } from '../../../../article/html/instant.ts';
import { hasInk } from '../../../../article/html/white-space.ts';
import { newBlockId } from '../../../../article/ids.ts';
import { $lineOf, $linesIn, $quoteOf } from '../../selection/lines.ts';
import {
  $createCorrectionNode,
  $isCorrectionNode,
  type CorrectionNode,
} from '../correction/CorrectionNode.ts';
import { $isLeadNode } from '../dateline/LeadNode.ts';
import {
  $createPullquoteNode,
  $isPullquoteNode,
  type PullquoteNode,
} from '../pullquote/PullquoteNode.ts';
import { $createQuoteNode, $isQuoteNode, type QuoteNode } from './QuoteNode.ts';
import { $isSidebarNode } from '../sidebar/SidebarNode.ts';
import { $idOf, $restOf, $setIdentity } from '../state.ts';
import { zoneOf } from '../../story.ts';
import { thisMinute } from '../../fields/time-field.ts';

/** Puts the selected blocks of text into a quotation; those of one that is there stay in it. */
export function $quoteSelected(): void {
  const [first, ...others] = $selectedTextBlocks();
  if (first === undefined) return;
  // The ids stay with the blocks that are put into it.
  const quote = $setIdentity($createQuoteNode(), newBlockId());
  first.insertBefore(quote);
  for (const block of [first, ...others]) {
    if ($isPullquoteNode(block) && quote.getAttribution() === '') {
      quote.setAttribution(block.getAttribution());
      block.setAttribution('');
    }
    quote.append(...$release(block));
  }
}

/** Makes notes of the selected paragraphs and crossheads, of this minute. */
export function $noteSelected(): void {
  const at = thisMinute(zoneOf($getEditor()));
  $setBlocksType($getSelection(), () => $createCorrectionNode('correction', at));
}

/** Makes pull quotes of the selected paragraphs, crossheads and quotations. */
export function $pullSelected(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  for (const quote of distinct(selection.getNodes().map($quoteOf))) $pullQuote(quote);
  const rest = $getSelection();
  if ($isRangeSelection(rest) && rest.getNodes().some((node) => !$isPulled(node))) {
    $setBlocksType(rest, () => $createPullquoteNode());
  }
}

/** Makes paragraphs of the selected pull quotes, notes and quotations; no word of them is lost. */
export function $releaseSelected(alsoQuotes: boolean): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const nodes = selection.getNodes();
  for (const line of distinct(nodes.map($lineOf))) $release(line);
  for (const quote of alsoQuotes ? distinct(nodes.map($quoteOf)) : []) $releaseQuote(quote);
}

/** Each node once, also if it comes in several of its versions. */
function distinct<N extends LexicalNode>(nodes: readonly (N | null)[]): N[] {
  const byKey = new Map<NodeKey, N>();
  for (const node of nodes) if (node !== null) byKey.set(node.getKey(), node);
  return [...byKey.values()];
}

/** Puts the blocks of a quotation in its place, and who said it below them. Answers them. */
export function $releaseQuote(quote: QuoteNode): LexicalNode[] {
  const blocks = [...quote.getChildren(), ...$attributionLine(quote.getAttribution())];
  if (blocks.length === 0) blocks.push($createParagraphNode());
  for (const block of blocks) quote.insertBefore(block);
  quote.remove();
  return blocks;
}

/** What a quotation, a pull quote or a note says, taken apart; another block as it is. */
export function $releaseAll(block: LexicalNode): LexicalNode[] {
  return $isQuoteNode(block) ? $releaseQuote(block).flatMap($releaseAll) : $release(block);
}

/** What a pull quote or a note says, as paragraphs; another block as it is. */
function $release(block: LexicalNode): LexicalNode[] {
  if ($isPullquoteNode(block)) return $releasePullquote(block);
  return $isCorrectionNode(block) ? $releaseNote(block) : [block];
}

/** Makes a paragraph of a pull quote, and another one of who said it. Answers them. */
export function $releasePullquote(pullquote: PullquoteNode): ElementNode[] {
  return $toParagraph(pullquote, $attributionLine(pullquote.getAttribution()));
}

/** Makes a paragraph of a note, and another one of what was written in the place of its time. */
function $releaseNote(note: CorrectionNode): ElementNode[] {
  const at = isInstant(note.getAt()) ? '' : note.getAt();
  return $toParagraph(note, hasInk(at) ? [$createParagraphNode().append($createTextNode(at))] : []);
}

function $toParagraph(line: ElementNode, after: readonly ElementNode[]): ElementNode[] {
  const paragraph = $setIdentity($createParagraphNode(), $idOf(line), $restOf(line));
  line.replace(paragraph, true);
  for (const next of after) paragraph.insertAfter(next);
  return [paragraph, ...after];
}

/** A pull quote of everything in a quotation, line by line. */
function $pullQuote(quote: QuoteNode): void {
  const pullquote = $createPullquoteNode(quote.getAttribution());
  const lines = $linesIn(quote);
  // The id goes with the text.
  const first = lines.find((line) => !line.isEmpty()) ?? quote;
  $setIdentity(pullquote, $idOf(first), $restOf(quote));
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
    $isPullquoteNode(block) ||
    $isCorrectionNode(block)
  );
}
