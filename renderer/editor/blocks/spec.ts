import type { Klass, LexicalNode } from 'lexical';
import type { Block } from '../../../article/blocks/blocks.ts';

/** How one block type is shown in the editor and read back from it. Both need a Lexical context. */
export interface BlockNodes<B extends Block = Block> {
  type: B['type'];
  /** The nodes that show the block or an item in it, and so carry an id. */
  nodes: readonly Klass<LexicalNode>[];
  /**
   * The node of a block; `$nodesOf` makes those of the blocks inside it. `paragraph` is the one that
   * follows a dateline and runs in with it; it is given to blocks that declare `takesNext` only.
   */
  $toNode(
    block: B,
    $nodesOf: (blocks: readonly Block[]) => LexicalNode[],
    paragraph?: Block,
  ): LexicalNode;
  takesNext?: true;
  /**
   * The block, or the dateline and its paragraph, that a node shows; undefined if not its node.
   * `$blocksOf` reads the nodes inside it.
   */
  $fromNode(
    node: LexicalNode,
    $blocksOf: (nodes: readonly LexicalNode[]) => Block[],
  ): Block[] | undefined;
}
