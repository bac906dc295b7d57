import type { Element, ElementContent, RootContent } from 'hast';
import type { z } from 'zod';
import type { PageSetting } from '../html/page-setting.ts';
import type { Run } from '../inline.ts';
import type { Part } from '../parts.ts';
import type { Warning } from '../publish.ts';
import type { Block } from './blocks.ts';
import type { Dateline } from './dateline.ts';
import type { Hold } from './holds.ts';

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
  /** Where its words and the blocks and parts in it are; everything that walks an article asks this. */
  holds: readonly Hold[];
  /** The part of the story that its words are counted with; without it that of what it stands in. */
  part?: Part;
  /**
   * Lowers a block of a published article (see `publish`) to HTML. A block that `runsIn` gives
   * inline content, which is put at the head of the paragraph after it. A block without anything
   * to print gives nothing. `lower` lowers the blocks inside this one, `page` says how the page is
   * set: its words, and where pictures are.
   */
  toHast(
    block: B,
    lower: (blocks: readonly Block[]) => ElementContent[],
    page: PageSetting,
  ): ElementContent[];
  runsIn?: true;
  /** What the desk should know before the block goes out; paths are within the block. */
  warnings?(block: B): Warning[];
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
  /** An address as a link may have it, made whole where the page says what it is relative to. */
  address(href: string): string | undefined;
  /**
   * Puts a picture aside that the page holds in itself (a `data:` address) or has beside it (a
   * relative one), for the block of this id.
   */
  keep(address: string, forImage: string): void;
  /** What a printed dateline says, as far as it is understood. */
  dateline(printed: string): Omit<Dateline, 'type' | 'id'>;
}
