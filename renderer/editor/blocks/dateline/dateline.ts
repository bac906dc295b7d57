import { isParagraph, paragraphOf } from '../../../../article/blocks/paragraph/paragraphs.ts';
import type { Dateline } from '../../../../article/blocks/dateline/dateline.ts';
import { newBlockId } from '../../../../article/ids.ts';
import { $createLeadNode, $isLeadNode, LeadNode } from './LeadNode.ts';
import { $idOf, $restOf, $setIdentity, restOf } from '../state.ts';
import { $readRuns, $writeRuns } from '../../content/runs.ts';
import type { BlockNodes } from '../spec.ts';

/** A dateline and the paragraph that it runs in with are one node. */
export const datelineNodes: BlockNodes<Dateline> = {
  type: 'dateline',
  nodes: [LeadNode],
  takesNext: true,
  $toNode: (block, _, next) => {
    const lead = $createLeadNode(block);
    if (!isParagraph(next)) return $setIdentity(lead, newBlockId());
    return $setIdentity(lead, next.id, restOf(next, 'type', 'id', 'content')).append(
      ...$writeRuns(next.content),
    );
  },
  $fromNode: (node) => {
    const dateline = $isLeadNode(node) ? node.getDateline() : null;
    if (!$isLeadNode(node) || dateline === null) return undefined;
    const content = $readRuns(node.getChildren());
    return [dateline, { ...$restOf(node), ...paragraphOf(content, $idOf(node)) }];
  },
};
