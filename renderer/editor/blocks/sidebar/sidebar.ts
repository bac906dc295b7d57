import { $createTextNode } from 'lexical';
import type { Sidebar } from '../../../../article/blocks/sidebar/sidebar.ts';
import { $createSidebarNode, $isSidebarNode, SidebarNode } from './SidebarNode.ts';
import { $createSidebarTitleNode } from './SidebarTitleNode.ts';
import { $idOf, $restOf, $setIdentity, restOf } from '../state.ts';
import type { BlockNodes } from '../spec.ts';

export const sidebarNodes: BlockNodes<Sidebar> = {
  type: 'sidebar',
  nodes: [SidebarNode],
  $toNode: (block, $nodesOf) => {
    const title = $createSidebarTitleNode();
    if (block.title !== '') title.append($createTextNode(block.title));
    return $setIdentity(
      $createSidebarNode(block.kind, block.placement),
      block.id,
      restOf(block, 'type', 'id', 'title', 'kind', 'placement', 'body'),
    ).append(title, ...$nodesOf(block.body));
  },
  $fromNode: (node, $blocksOf) => {
    if (!$isSidebarNode(node)) return undefined;
    const title = node.getTitleNode();
    const body = node.getChildren().filter((child) => !child.is(title));
    return [
      {
        ...$restOf(node),
        type: 'sidebar',
        id: $idOf(node),
        title: title?.getTextContent() ?? '',
        kind: node.getKind(),
        placement: node.getPlacement(),
        body: $blocksOf(body),
      },
    ];
  },
};
