import { z } from 'zod';
import { withLeads } from './dateline/lead.ts';
import { areSoundRuns } from '../inline.ts';
import { type Choice, choosing, isId } from '../schema.ts';
import { anyBlockSchema } from './base.ts';
import type { CorrectionNote } from './correction/correction.ts';
import type { Dateline } from './dateline/dateline.ts';
import type { Divider } from './divider/divider.ts';
import type { Embed } from './embed/embed.ts';
import type { Gallery } from './gallery/gallery.ts';
import type { Heading } from './heading/heading.ts';
import type { Image } from './image/image.ts';
import type { List } from './list/list.ts';
import type { Paragraph } from './paragraph/paragraph.ts';
import type { Pullquote } from './pullquote/pullquote.ts';
import type { Quote } from './quote/quote.ts';
import type { Sidebar } from './sidebar/sidebar.ts';
import { blockSpecs } from './specs.ts';
import type { Table } from './table/table.ts';
import { type UnknownBlock, unknownSchema, wrapUnknown } from './unknown.ts';

export type Block =
  | Paragraph
  | Heading
  | List
  | Quote
  | Pullquote
  | Image
  | Gallery
  | Table
  | Embed
  | CorrectionNote
  | Divider
  | Dateline
  | Sidebar
  | UnknownBlock;

/** Any block; one of a type that is not known is kept as an `UnknownBlock`. */
const anySchema: z.ZodType<Block> = choosing(
  anyBlockSchema,
  (value): Choice<Block> => {
    // A file may hold a type that is really called "unknown"; only a wrapped one has its `was`.
    if (value.type === 'unknown' && 'was' in value) return { read: unknownSchema };
    return { keep: wrapUnknown(value, value.id) };
  },
  (value): Choice<Block> | undefined => {
    if (typeof value !== 'object' || value === null || !('type' in value)) return undefined;
    if (isPlainParagraph(value)) return { keep: value };
    const read = typeof value.type === 'string' ? blockSchemas.get(value.type) : undefined;
    return read && { read };
  },
);

/**
 * True for a paragraph in canonical form with a valid id: it is kept as it stands in the file,
 * without being parsed. Most blocks of any story are such paragraphs.
 */
function isPlainParagraph(value: object): value is Paragraph {
  for (const key in value) if (key !== 'type' && key !== 'id' && key !== 'content') return false;
  const { type, id, content } = value as Partial<Paragraph>;
  return type === 'paragraph' && isId(id) && areSoundRuns(content);
}

const rowSchema = z.array(anySchema).transform(withLeads);

/** A list of blocks. Every dateline in it is followed by the paragraph that it runs in with. */
export const blocksSchema: z.ZodType<Block[]> = rowSchema.default([]);

/**
 * A list of blocks inside another one, which messages call `what` (`a sidebar`): of every type but
 * those that may only stand in the body itself; in a cell of those alone that a cell may hold.
 */
function innerBlocksSchema(what: string, place?: 'cell'): z.ZodType<Block[]> {
  return rowSchema.superRefine((blocks, context) => {
    for (const [index, block] of blocks.entries()) {
      if (block.type === 'unknown') continue;
      const { topLevelOnly, inCell } = blockSpecs[block.type];
      if (topLevelOnly !== true && (place !== 'cell' || inCell === true)) continue;
      const fix = topLevelOnly ? 'move it into the body' : `it holds ${IN_CELLS.join(', ')}`;
      const message = `${what} cannot hold a ${block.type}; ${fix}`;
      context.addIssue({ code: 'custom', path: [index], message });
    }
  });
}

const IN_CELLS = Object.values(blockSpecs)
  .filter(({ inCell }) => inCell === true)
  .map(({ type }) => type);

/** What reads each type of block that is known. */
export const blockSchemas: ReadonlyMap<string, z.ZodType<Block>> = new Map(
  Object.entries(blockSpecs).map(([type, spec]) => [type, spec.schema(innerBlocksSchema)]),
);
