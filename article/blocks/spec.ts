import type { Element, ElementContent } from 'hast';
import type { z } from 'zod';
import type { Block } from './blocks.ts';

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
   * inline content, which is put at the head of the next block's element.
   */
  toHast(block: B): ElementContent[];
  runsIn?: true;
  /** Reads an element as this block (with what runs in before it), or undefined if it is not one. */
  fromHast(element: Element): Block[] | undefined;
}
