import type { Element, ElementContent, RootContent } from 'hast';
import type { z } from 'zod';
import type { Run } from '../inline.ts';
import type { Block } from './blocks.ts';
import type { Dateline } from './dateline.ts';

/** What every block has: an id, a type and, while it is only proposed or to be removed, a suggestion. */
export interface BlockBase {
  id: string;
  suggestion?: { id: string; kind: 'insert' | 'delete'; by: string; at: string };
}

/** Everything that Galley knows about one block type: how it is read, lowered and recognised. */
export interface BlockSpec<B extends Block = Block> {
  type: B['type'];
  /** Reads the block from a file; unknown keys are kept. */
  schema: z.ZodType<B>;
  /**
   * Lowers a block of a published article (see `publish`) to HTML. A block that `runsIn` gives
   * inline content, which is put at the head of the paragraph after it. A block without anything
   * to print gives nothing. `lower` lowers the blocks inside this one.
   */
  toHast(block: B, lower: (blocks: readonly Block[]) => ElementContent[]): ElementContent[];
  runsIn?: true;
  /** Set for a block that stands in the body of the article only, never inside another block. */
  topLevelOnly?: true;
  /** Reads an element as this block (with what runs in before it), or undefined if it is not one. */
  fromHast(element: Element, read: ReadInside): Block[] | undefined;
}

/** How a block reads what is inside its element; the marks of elements around it are known. */
export interface ReadInside {
  /** The nodes as inline content; where blocks follow each other there is a break. */
  runs(nodes: readonly RootContent[]): Run[];
  /** The nodes as blocks that may stand inside another block, none of them empty. */
  blocks(nodes: readonly RootContent[]): Block[];
  /** What a printed dateline says, as far as it is understood. */
  dateline(printed: string): Omit<Dateline, 'type' | 'id'>;
}
