import type { Divider } from '../../../../article/blocks/divider/divider.ts';
import { $createDividerNode, $isDividerNode, DividerNode } from './DividerNode.ts';
import { $idOf, $restOf, $setIdentity, restOf } from '../state.ts';
import type { BlockNodes } from '../spec.ts';

export const dividerNodes: BlockNodes<Divider> = {
  type: 'divider',
  nodes: [DividerNode],
  $toNode: (block) => $setIdentity($createDividerNode(), block.id, restOf(block, 'type', 'id')),
  $fromNode: (node) =>
    $isDividerNode(node) ? [{ ...$restOf(node), type: 'divider', id: $idOf(node) }] : undefined,
};
