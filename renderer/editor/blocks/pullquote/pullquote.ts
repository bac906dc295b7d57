import type { Pullquote } from '../../../../article/blocks/pullquote/pullquote.ts';
import { $createPullquoteNode, $isPullquoteNode, PullquoteNode } from './PullquoteNode.ts';
import { $idOf, $restOf, $setIdentity, restOf } from '../state.ts';
import { $readRuns, $writeRuns } from '../../content/runs.ts';
import type { BlockNodes } from '../spec.ts';

export const pullquoteNodes: BlockNodes<Pullquote> = {
  type: 'pullquote',
  nodes: [PullquoteNode],
  $toNode: (block) =>
    $setIdentity(
      $createPullquoteNode(block.attribution),
      block.id,
      restOf(block, 'type', 'id', 'content', 'attribution'),
    ).append(...$writeRuns(block.content)),
  $fromNode: (node) =>
    $isPullquoteNode(node)
      ? [
          {
            ...$restOf(node),
            type: 'pullquote',
            id: $idOf(node),
            content: $readRuns(node.getChildren()),
            attribution: node.getAttribution(),
          },
        ]
      : undefined,
};
