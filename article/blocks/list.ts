import { z } from 'zod';
import { newBlockId } from '../ids.ts';
import { type Run, runsSchema } from '../inline.ts';
import { idSchema } from '../schema.ts';
import { baseKeys } from './base.ts';
import type { BlockBase } from './spec.ts';

export interface List extends BlockBase {
  type: 'list';
  kind: 'bulleted' | 'numbered';
  items: ListItem[];
}

/** One item: its text, then the lists nested in it. */
export interface ListItem {
  id: string;
  content: Run[];
  lists?: List[];
}

export const listSchema: z.ZodType<List> = z.lazy(() =>
  z.looseObject({
    ...baseKeys,
    type: z.literal('list'),
    kind: z.enum(['bulleted', 'numbered']),
    items: z.array(
      z.looseObject({
        id: idSchema.default(newBlockId),
        content: runsSchema,
        lists: z.exactOptional(z.array(listSchema)),
      }),
    ),
  }),
) as z.ZodType<List>;
