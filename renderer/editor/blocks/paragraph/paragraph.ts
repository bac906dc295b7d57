import { $createParagraphNode, $isParagraphNode, ParagraphNode } from 'lexical';
import type { Paragraph } from '../../../../article/blocks/paragraph/paragraph.ts';
import { $idOf, $restOf, $setIdentity, restOf } from '../state.ts';
import { $readRuns, $writeRuns } from '../../content/runs.ts';
import type { BlockNodes } from '../spec.ts';

export const paragraphNodes: BlockNodes<Paragraph> = {
  type: 'paragraph',
  nodes: [ParagraphNode],
  $toNode: (block) =>
    $setIdentity($createParagraphNode(), block.id, restOf(block, 'type', 'id', 'content')).append(
      ...$writeRuns(block.content),
    ),
  $fromNode: (node) =>
    $isParagraphNode(node)
      ? [
          {
            ...$restOf(node),
            type: 'paragraph',
            id: $idOf(node),
            content: $readRuns(node.getChildren()),
          },
        ]
      : undefined,
};
