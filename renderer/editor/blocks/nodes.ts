import { LinkNode } from '@lexical/link';
import type { Klass, LexicalNode } from 'lexical';
import { allBlockNodes } from './blocks.ts';
import { SidebarTitleNode } from './sidebar/SidebarTitleNode.ts';
import { placeholderNodes } from './unknown/placeholder.ts';

/** The nodes that show a block or an item in one, and so carry its id. */
export const blockNodes: readonly Klass<LexicalNode>[] = [
  ...allBlockNodes.flatMap(({ nodes: own }) => own),
  ...placeholderNodes.nodes,
];

/** Every node of the article body. */
export const nodes: readonly Klass<LexicalNode>[] = [...blockNodes, SidebarTitleNode, LinkNode];
