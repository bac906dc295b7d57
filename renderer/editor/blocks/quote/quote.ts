import type { Quote } from '../../../../article/blocks/quote/quote.ts';
import { $createQuoteNode, $isQuoteNode, QuoteNode } from './QuoteNode.ts';
import { $idOf, $restOf, $setIdentity, restOf } from '../state.ts';
import type { BlockNodes } from '../spec.ts';

export const quoteNodes: BlockNodes<Quote> = {
  type: 'quote',
  nodes: [QuoteNode],
  $toNode: (block, $nodesOf) =>
    $setIdentity(
      $createQuoteNode(block.attribution),
      block.id,
      restOf(block, 'type', 'id', 'body', 'attribution'),
    ).append(...$nodesOf(block.body)),
  $fromNode: (node, $blocksOf) =>
    $isQuoteNode(node)
      ? [
          {
            ...$restOf(node),
            type: 'quote',
            id: $idOf(node),
            body: $blocksOf(node.getChildren()),
            attribution: node.getAttribution(),
          },
        ]
      : undefined,
};
