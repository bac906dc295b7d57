import { z } from 'zod';
import { newBlockId } from '../ids.ts';
import { choosing, textSchema } from '../schema.ts';
import { baseKeys } from './base.ts';
import type { Dateline } from './dateline.ts';
import type { Divider } from './divider.ts';
import type { Heading } from './heading.ts';
import type { List } from './list.ts';
import type { Paragraph } from './paragraph.ts';
import type { Sidebar } from './sidebar.ts';
import type { BlockSpec } from './spec.ts';
import { blockSpecs } from './specs.ts';
import { type UnknownBlock, unknownSchema, wrapUnknown } from './unknown.ts';

export type Block = Paragraph | Heading | List | Divider | Dateline | Sidebar | UnknownBlock;

/** Any block; one of a type that is not known is kept as an `UnknownBlock`. */
const blockSchema: z.ZodType<Block> = choosing(
  z.looseObject({ ...baseKeys, type: textSchema }),
  (value) => {
    const specs: Record<string, BlockSpec> = blockSpecs();
    const spec = Object.hasOwn(specs, value.type) ? specs[value.type] : undefined;
    if (spec !== undefined) return { read: spec.schema };
    // A file may hold a type that is really called "unknown"; only a wrapped one has its `was`.
    if (value.type === 'unknown' && 'was' in value) return { read: unknownSchema };
    return { keep: wrapUnknown(value, value.id) };
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
