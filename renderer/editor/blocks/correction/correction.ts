import type { CorrectionNote } from '../../../../article/blocks/correction/correction.ts';
import { $createCorrectionNode, $isCorrectionNode, CorrectionNode } from './CorrectionNode.ts';
import { $idOf, $restOf, $setIdentity, restOf } from '../state.ts';
import { $readRuns, $writeRuns } from '../../content/runs.ts';
import type { BlockNodes } from '../spec.ts';

export const correctionNodes: BlockNodes<CorrectionNote> = {
  type: 'correction',
  nodes: [CorrectionNode],
  $toNode: (block) =>
    $setIdentity(
      $createCorrectionNode(block.kind, block.at),
      block.id,
      restOf(block, 'type', 'id', 'kind', 'at', 'content'),
    ).append(...$writeRuns(block.content)),
  $fromNode: (node) =>
    $isCorrectionNode(node)
      ? [
          {
            ...$restOf(node),
            type: 'correction',
            id: $idOf(node),
            kind: node.getKind(),
            at: node.getAt(),
            content: $readRuns(node.getChildren()),
          },
        ]
      : undefined,
};
