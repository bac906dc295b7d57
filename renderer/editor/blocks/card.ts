import { $createCardNode, $isCardNode, CARD_TYPES, type CardBlock } from './CardNode.ts';
import { $idOf, $setIdentity } from './state.ts';
import type { BlockNodes } from './spec.ts';

/** The blocks that are shown as cards. */
export const cardNodes: readonly BlockNodes<CardBlock>[] = CARD_TYPES.map((type) => ({
  type,
  $toNode: (block) => $setIdentity($createCardNode(block), block.id),
  $fromNode: (node) => {
    const block = $isCardNode(node) ? node.getBlock() : null;
    return block === null ? undefined : [{ ...block, id: $idOf(node) }];
  },
}));
