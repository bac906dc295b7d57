import type { Element, ElementContent } from 'hast';
import type { Block } from '../blocks/blocks.ts';
import type { House } from '../house.ts';
import type { PageSetting } from '../html/page-setting.ts';
import type { Chunk } from './lines.ts';
import type { WireWords } from './words.ts';

/** A page of wire copy. */
export type WirePage = PageSetting & { words: WireWords };

/** The form that a block has in wire copy: plain text as desks are used to it. */
export interface WireForm {
  /** Writes an element that `toHast` gave; undefined for an element of another block. */
  write?(element: Element, writer: WireWriter): string | undefined;
  /**
   * How many lines from this one on are the block, and none of the paragraphs around them; 0 for
   * lines of something else. `endsAt` tells where something else begins.
   */
  linesAt?(chunk: Chunk, at: number, rules: LineRules, endsAt: (at: number) => boolean): number;
  /** Reads such lines, or others with blank lines around them; undefined for something else. */
  read?(chunk: Chunk, rules: LineRules): MakeBlocks | undefined;
  /** Lines that another form can read are of that form. */
  asked?: 'last';
  /** Reads a paragraph of copy as this block; undefined for any other text. */
  readText?(text: string, house: WireHouse): Block | undefined;
}

/** What a block in wire copy is written with. */
export interface WireWriter {
  page: WirePage;
  /**
   * True where what the block is cannot be told from its place: a dateline has a line above its lead,
   * a sidebar is a box.
   */
  said: boolean;
  block(node: ElementContent): string;
  /** The blocks in an element, with blank lines between them. */
  stacked(node: Element): string;
  /** All that an element holds on one line. */
  oneLine(node: Element): string;
}

/** How lines are recognised, before wrapped lines are joined. */
export interface LineRules {
  /** True for a stamp or a byline: it never goes on in the next line. */
  standsAlone(text: string): boolean;
  /** True for a line with a dateline: it does not go on from the line before. */
  startsStory(text: string): boolean;
  /** The text is no story but stands in a block: nothing in it is a sidebar or a dateline. */
  inside?: true;
}

export type WireHouse = Pick<House, 'zone' | 'datelineStyle' | 'language'>;

/** Makes blocks of lines that were read. */
export type MakeBlocks = (reader: WireReader) => Block[];

/** What the blocks of wire copy are made with. */
export interface WireReader {
  house: WireHouse;
  /** The blocks of lines that stand inside another block. */
  inside(chunks: readonly Chunk[]): Block[];
  /** A paragraph of copy: text, or a block that is told by its words. */
  text(text: string): Block;
}
