import './placeholder.css';
import { $createPlaceholderNode, $isPlaceholderNode, PlaceholderNode } from './PlaceholderNode.ts';
import { $idOf, $setIdentity } from '../state.ts';
import type { BlockNodes } from '../spec.ts';

/** Shows any block that has no screen, and gives it back as it is. */
export const placeholderNodes: Omit<BlockNodes, 'type'> = {
  nodes: [PlaceholderNode],
  $toNode: (block) => $setIdentity($createPlaceholderNode(block), block.id),
  $fromNode: (node) => {
    const block = $isPlaceholderNode(node) ? node.getBlock() : null;
    return block === null ? undefined : [{ ...block, id: $idOf(node) }];
  },
};
