import { z } from 'zod';
import { newBlockId } from '../ids.ts';
import { choosing, textSchema } from '../schema.ts';
import { baseKeys } from './base.ts';
import { type Dateline, datelineSchema } from './dateline.ts';
import { type Divider, dividerSchema } from './divider.ts';
import { type Heading, headingSchema } from './heading.ts';
import { type List, listSchema } from './list.ts';
import { type Paragraph, paragraphSchema } from './paragraph.ts';
import { type Sidebar, sidebarSchema } from './sidebar.ts';
import { type UnknownBlock, unknownSchema, wrapUnknown } from './unknown.ts';

export type Block = Paragraph | Heading | List | Divider | Dateline | Sidebar | UnknownBlock;

const schemas: Record<Block['type'], z.ZodType> = {
  paragraph: paragraphSchema,
  heading: headingSchema,
  list: listSchema,
  divider: dividerSchema,
  dateline: datelineSchema,
  sidebar: z.lazy(() => sidebarSchema),
  unknown: unknownSchema,
};

/** Any block; one of a type that is not known is kept as an `UnknownBlock`. */
const blockSchema: z.ZodType<Block> = choosing(
  z.looseObject({ ...baseKeys, type: textSchema }),
  (value) => {
    const known = Object.hasOwn(schemas, value.type);
    // A file may hold a type that is really called "unknown"; only a wrapped one has its `was`.
    if (!known || (value.type === 'unknown' && !('was' in value))) {
      return { keep: wrapUnknown(value, value.id) };
    }
    return { read: schemas[value.type as Block['type']] };
  },
);

/** A row of blocks; each dateline is followed by the paragraph that it runs in with. */
export const blocksSchema: z.ZodType<Block[]> = z
  .array(blockSchema)
  .default([])
  .transform((blocks) =>
    blocks.flatMap((block, index): Block[] =>
      block.type === 'dateline' && blocks[index + 1]?.type !== 'paragraph'
        ? [block, { type: 'paragraph', id: newBlockId(), content: [] }]
        : [block],
    ),
  );
