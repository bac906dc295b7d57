import { $getNodeByKey, $getRoot, type LexicalNode, type NodeKey } from 'lexical';
import { isParagraph, paragraphOf } from '../../../article/blocks/paragraph/paragraphs.ts';
import type { Block } from '../../../article/blocks/blocks.ts';
import { deepEqual } from '../../../article/deep-equal.ts';
import { allBlockNodes } from '../blocks/blocks.ts';
import { placeholderNodes } from '../blocks/unknown/placeholder.ts';

/** A node of the editor and the blocks that it shows. */
export interface Shown {
  node: LexicalNode;
  blocks: readonly Block[];
}

/** The nodes of a row of blocks, each with what it shows; those `there` that show the same stay. */
export function $show(
  blocks: readonly Block[],
  there: ReadonlyMap<string, Shown> = new Map(),
): Shown[] {
  const shown: Shown[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index] as Block;
    const spec = allBlockNodes.find(({ type }) => type === block.type) ?? placeholderNodes;
    const next = spec.takesNext === true ? blocks[index + 1] : undefined;
    const taken = isParagraph(next) ? [block, next] : [block];
    const same = there.get(block.id);
    shown.push(
      same !== undefined && deepEqual(same.blocks, taken)
        ? same
        : { node: spec.$toNode(block, $nodesOf, next), blocks: taken },
    );
    index += taken.length - 1;
  }
  return shown;
}

/** The nodes of a row of blocks. */
export function $nodesOf(blocks: readonly Block[]): LexicalNode[] {
  return $show(blocks).map(({ node }) => node);
}

/** Puts these blocks in the place of a block, with the caret at their start. */
export function $replaceBlock(node: LexicalNode, blocks: readonly Block[]): void {
  const nodes = $nodesOf(blocks);
  for (const each of nodes) node.insertBefore(each);
  nodes[0]?.selectStart();
  node.remove();
}

/**
 * Replaces everything in the editor by these blocks; an empty article gets one empty paragraph.
 * Nodes that show the same as before stay, by what is said of them in `before`. Answers what each
 * top-level node shows. Transforms must be skipped in this update: a file is shown as it is, not as
 * the editor would have written it.
 */
export function $writeBlocks(
  blocks: readonly Block[],
  before: ReadonlyMap<NodeKey, readonly Block[]> = new Map(),
): Map<NodeKey, readonly Block[]> {
  const body: readonly Block[] = blocks.length > 0 ? blocks : [paragraphOf([])];
  const there = new Map<string, Shown>();
  for (const [key, its] of before) {
    const node = $getNodeByKey(key);
    if (node !== null && its[0] !== undefined) there.set(its[0].id, { node, blocks: its });
  }
  const shown = $show(body, there);
  $getRoot()
    .clear()
    .append(...shown.map(({ node }) => node));
  return new Map(shown.map(({ node, blocks: its }) => [node.getKey(), its]));
}
