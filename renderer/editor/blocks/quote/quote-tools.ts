import { $isListNode } from '@lexical/list';
import { $isHeadingNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $isRootOrShadowRoot,
  type LexicalNode,
} from 'lexical';
import { TextQuote } from 'lucide-react';
import { newBlockId } from '../../../../article/ids.ts';
import { $quoteOf } from '../../selection/lines.ts';
import { $isAttributedNode } from '../AttributedNode.ts';
import type { BlockTools, TextKind } from '../block-tools.ts';
import { $isLeadNode } from '../dateline/LeadNode.ts';
import { $isLineBlock } from '../line-block.ts';
import { paragraphKind } from '../paragraph/paragraph-tools.ts';
import { $release } from '../release.ts';
import { $isSidebarNode } from '../sidebar/SidebarNode.ts';
import { $setIdentity } from '../state.ts';
import { insertText } from '../text-kind.ts';
import { $createQuoteNode, $isQuoteNode, QuoteNode } from './QuoteNode.ts';
import { registerQuotes } from './quote-keys.ts';
import './quote.css';

const quoteKind: TextKind = {
  id: 'quote',
  name: 'kind.quote',
  $has: (node) =>
    $findMatchingParent(node, $isParagraphNode) !== null &&
    $findMatchingParent(node, $isListNode) === null &&
    $quoteOf(node) !== null,
  $turn: $quoteSelected,
};

export const quoteTools: BlockTools = {
  inserts: [
    {
      command: 'insert.quote',
      icon: TextQuote,
      starts: true,
      insert: insertText(quoteKind),
    },
  ],
  kinds: [quoteKind],
  shortcuts: [
    {
      signs: /^>\s/u,
      nodes: [QuoteNode],
      $make(line, rest) {
        if ($quoteOf(line) !== null) return;
        const paragraph = $createParagraphNode().append(...rest);
        line.replace($createQuoteNode().append(paragraph));
        paragraph.select(0, 0);
      },
    },
  ],
  $turns(node, kinds) {
    if (!$isQuoteNode(node)) return undefined;
    const parts: TextKind = { ...paragraphKind, id: 'parts', name: 'block.parts' };
    return [parts, ...kinds.filter(({ $takes }) => $takes?.(node))];
  },
  register: registerQuotes,
};

/** Puts the selected blocks of text into a quotation; those of one that is there stay in it. */
function $quoteSelected(): void {
  const [first, ...others] = $selectedTextBlocks();
  if (first === undefined) return;
  // The ids stay with the blocks that are put into it.
  const quote = $setIdentity($createQuoteNode(), newBlockId());
  first.insertBefore(quote);
  for (const block of [first, ...others]) {
    if ($isAttributedNode(block) && quote.getAttribution() === '') {
      quote.setAttribution(block.getAttribution());
      block.setAttribution('');
    }
    quote.append(...$release(block));
  }
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
    $isParagraphNode(block) || $isHeadingNode(block) || $isListNode(block) || $isLineBlock(block)
  );
}
