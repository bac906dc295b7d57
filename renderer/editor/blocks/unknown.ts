import type { UnknownBlock } from '../../../article/blocks/unknown.ts';
import { $createPlaceholderNode, $isPlaceholderNode } from '../nodes/PlaceholderNode.ts';
import { $idOf, $setIdentity } from '../nodes/state.ts';
import type { BlockNodes } from './spec.ts';

export const unknownNodes: BlockNodes<UnknownBlock> = {
  type: 'unknown',
  $toNode: (block) => $setIdentity($createPlaceholderNode(block), block.id),
  $fromNode: (node) => {
    const block = $isPlaceholderNode(node) ? node.getBlock() : null;
    return block === null ? undefined : [{ ...block, id: $idOf(node) }];
  },
};
