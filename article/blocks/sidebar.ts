import { z } from 'zod';
import { textSchema } from '../schema.ts';
import { baseKeys } from './base.ts';
import { type Block, blocksSchema } from './blocks.ts';
import type { BlockBase } from './spec.ts';

/**
 * A titled box in the rail beside the article or in the text. `links` and `ranking` hold a list of
 * headlines; `factbox` holds any blocks but datelines and sidebars.
 */
export interface Sidebar extends BlockBase {
  type: 'sidebar';
  title: string;
  kind: 'links' | 'ranking' | 'factbox';
  placement: 'rail' | 'inline';
  body: Block[];
}

export const sidebarSchema: z.ZodType<Sidebar> = z.lazy(() =>
  z.looseObject({
    ...baseKeys,
    type: z.literal('sidebar'),
    title: textSchema.default(''),
    kind: z.enum(['links', 'ranking', 'factbox']),
    placement: z.enum(['rail', 'inline']),
    body: blocksSchema.superRefine((blocks, context) => {
      for (const [index, block] of blocks.entries()) {
        if (block.type === 'sidebar' || block.type === 'dateline') {
          context.addIssue({
            code: 'custom',
            path: [index],
            message: `a sidebar cannot hold a ${block.type}; move it into the body`,
          });
        }
      }
    }),
  }),
) as unknown as z.ZodType<Sidebar>;
