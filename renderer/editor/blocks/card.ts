import { $applyNodeReplacement, type Klass, type LexicalNode } from 'lexical';
import type { Block } from '../../../article/blocks/blocks.ts';
import type { CardNode } from './CardNode.ts';
import type { BlockNodes } from './spec.ts';
import { $idOf, $setIdentity } from './state.ts';

/** A block type that is shown by a card of this class. */
export function cardNodes<B extends Block>(
  type: B['type'],
  Node: Klass<CardNode> & (new () => CardNode),
): BlockNodes<B> {
  const $isOwn = (node: LexicalNode): node is CardNode => node instanceof Node;
  return {
    type,
    nodes: [Node],
    $toNode: (block) => $setIdentity($applyNodeReplacement(new Node()).setBlock(block), block.id),
    $fromNode: (node) => {
      const block = $isOwn(node) ? node.getBlock() : null;
      return block === null ? undefined : [{ ...block, id: $idOf(node) }];
    },
  };
}
