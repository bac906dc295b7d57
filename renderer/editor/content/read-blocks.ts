import { $getRoot, type LexicalNode } from 'lexical';
import type { Block } from '../../../article/blocks/blocks.ts';
import { allBlockNodes } from '../blocks/blocks.ts';
import { placeholderNodes } from '../blocks/unknown/placeholder.ts';

/** The blocks that one node shows: one, or a dateline and its paragraph. */
export function $blocksOf(node: LexicalNode): Block[] {
  for (const spec of [...allBlockNodes, placeholderNodes]) {
    const blocks = spec.$fromNode(node, $readBlocksOf);
    if (blocks !== undefined) return blocks;
  }
  throw new Error(`no block is shown by a node of type ${node.getType()}`);
}

/** The blocks that a row of nodes shows. */
export function $readBlocksOf(nodes: readonly LexicalNode[]): Block[] {
  return nodes.flatMap($blocksOf);
}

/** The article body as it stands in the editor, every block read afresh. */
export function $readBlocks(): Block[] {
  return $readBlocksOf($getRoot().getChildren());
}
