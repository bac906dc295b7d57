import type { Element, ElementContent, RootContent } from 'hast';
import type { z } from 'zod';
import type { PageSetting } from '../html/page-setting.ts';
import type { Run } from '../inline.ts';
import type { MarkdownForm } from '../markdown/form.ts';
import type { CountedPart } from '../counted-parts.ts';
import type { Warning } from '../publish.ts';
import type { WireForm } from '../wire/form.ts';
import type { Block } from './blocks.ts';
import type { Dateline } from './dateline/dateline.ts';
import type { Hold } from './holds.ts';
import type { Picture } from './picture.ts';

/** What every block has: an id, a type and, while it is only proposed or to be removed, a suggestion. */
export interface BlockBase {
  id: string;
  suggestion?: { id: string; kind: 'insert' | 'delete'; by: string; at: string };
}

/**
 * Everything Galley knows about one block type: how it is stored, how it becomes HTML (it is
 * “lowered”), and how it is recognised in HTML.
 */
export interface BlockSpec<B extends Block = Block> {
  type: B['type'];
  /**
   * Reads the block from a file; unknown keys are kept. `inner` gives the schema of blocks that stand
   * inside this one, or in a cell of it, which messages call so (`a sidebar`).
   */
  schema(inner: (what: string, place?: 'cell') => z.ZodType<Block[]>): z.ZodType<B>;
  /**
   * Which of its keys contain words, blocks or parts. Everything that walks through an article
   * relies on this.
   */
  holds: readonly Hold[];
  /** What a note to the desk calls it. */
  name: string;
  /** The part of the story that its words are counted with; without it that of what it stands in. */
  part?: CountedPart;
  /**
   * Turns a block of a published article (see `publish`) into HTML. A block with `runsIn` gives
   * inline content, which is put at the start of the paragraph after it. A block with nothing to
   * print gives nothing. `lower` does the same for the blocks inside this one; `page` has the words
   * of the page and the addresses of its pictures.
   */
  toHast(
    block: B,
    lower: (blocks: readonly Block[]) => ElementContent[],
    page: PageSetting,
  ): ElementContent[];
  runsIn?: true;
  /** Its form in wire copy; without one it is the lines of its text. */
  wire?: WireForm;
  /** Its form in Markdown; without one a figure is HTML there, and any other element its words alone. */
  markdown?: MarkdownForm;
  /**
   * What the desk should look at before the block is published; paths are relative to the block.
   */
  warnings?(block: B): Warning[];
  /** Where a search finds its words, unless they are words of the text. */
  searched?: 'dateline' | 'caption' | 'sidebar';
  /** What it counts as where an import says what it holds; the words are `import.NAME`. */
  counted?: string;
  /** Set for a block that does not end a list in which a page has it: it comes after the list. */
  afterList?: true;
  /** All that it says on one line, where it is only shown. */
  summary?(block: B): string;
  /** Changes the pictures in it, which stand at these paths, relative to the block. */
  mapPictures?(block: B, change: (picture: Picture, path: string) => Picture): B;
  /** Set for a block that a cell of a table may hold after its text. */
  inCell?: true;
  /** What becomes of it in a cell that may not hold it; without this nothing. */
  forCell?(block: B, fitting: (blocks: readonly Block[]) => Block[]): Block[];
  /** Set for a block that stands in the body of the article only, never inside another block. */
  topLevelOnly?: true;
  /**
   * Reads an HTML element as this block, preceded by what runs in with it; undefined if the element
   * is something else.
   */
  fromHast(element: Element, read: ReadInside): Block[] | undefined;
}

/**
 * Reads the content of an element for `fromHast`. The marks of the elements around it, such as a
 * link, are applied to it.
 */
export interface ReadInside {
  /** The nodes as inline content; where blocks follow each other there is a break. */
  runs(nodes: readonly RootContent[]): Run[];
  /** The nodes as blocks that may stand inside another block, none of them empty. */
  blocks(nodes: readonly RootContent[]): Block[];
  /** The nodes as blocks that a cell of a table may hold, none of them empty. */
  cellBlocks(nodes: readonly RootContent[]): Block[];
  /** True for a block that does not end a list in which it stands: one without words, or as its spec says. */
  goesAfterList(block: Block): boolean;
  /** True for a block in which there is something to read. */
  hasWords(block: Block): boolean;
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
