import { $createHeadingNode, $isHeadingNode, HeadingNode } from '@lexical/rich-text';
import type { Heading } from '../../../../article/blocks/heading/heading.ts';
import { $idOf, $restOf, $setIdentity, restOf } from '../state.ts';
import { $readRuns, $writeRuns } from '../../content/runs.ts';
import type { BlockNodes } from '../spec.ts';

/** The level of a heading tag; a tag beyond the levels of a crosshead counts as the nearest one. */
function levelOf(tag: string): Heading['level'] {
  const level = Number(tag.slice(1));
  return level <= 2 ? 2 : level === 3 ? 3 : 4;
}

export const headingNodes: BlockNodes<Heading> = {
  type: 'heading',
  nodes: [HeadingNode],
  $toNode: (block) =>
    $setIdentity(
      $createHeadingNode(`h${block.level}`),
      block.id,
      restOf(block, 'type', 'id', 'level', 'content'),
    ).append(...$writeRuns(block.content)),
  $fromNode: (node) =>
    $isHeadingNode(node)
      ? [
          {
            ...$restOf(node),
            type: 'heading',
            id: $idOf(node),
            level: levelOf(node.getTag()),
            content: $readRuns(node.getChildren()),
          },
        ]
      : undefined,
};
