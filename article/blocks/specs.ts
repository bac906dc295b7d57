import type { Block } from './blocks.ts';
import { correction } from './correction/correction.ts';
import { dateline } from './dateline/dateline.ts';
import { divider } from './divider/divider.ts';
import { embed } from './embed/embed.ts';
import { gallery } from './gallery/gallery.ts';
import { heading } from './heading/heading.ts';
import { image } from './image/image.ts';
import { list } from './list/list.ts';
import { paragraph } from './paragraph/paragraph.ts';
import { pullquote } from './pullquote/pullquote.ts';
import { quote } from './quote/quote.ts';
import { sidebar } from './sidebar/sidebar.ts';
import type { BlockSpec } from './spec.ts';
import { table } from './table/table.ts';

/** Every block type that this Galley knows, in the order in which they are tried on an element. */
export const blockSpecs: { [T in Exclude<Block['type'], 'unknown'>]: BlockSpec } = {
  dateline,
  correction,
  paragraph,
  heading,
  list,
  pullquote,
  quote,
  gallery,
  image,
  table,
  embed,
  divider,
  sidebar,
};

/** What Galley knows about a block; undefined for one of an unknown type. */
export function knownSpec(block: Block): BlockSpec | undefined {
  return block.type === 'unknown' ? undefined : blockSpecs[block.type];
}

/** What Galley knows about a block. Throws a plain Error for an unknown one: it is never published. */
export function specOf(block: Block): BlockSpec {
  if (block.type === 'unknown') throw new Error(`a block of type ${block.was.type} has no form`);
  return blockSpecs[block.type];
}
