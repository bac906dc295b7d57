import { z } from 'zod';
import { idSchema, textSchema } from '../schema.ts';
import type { MarkSpec } from './spec.ts';

/** To an address, or to another story of the desk by its id. */
export type Link = { type: 'link'; href: string } | { type: 'link'; article: string };

export const link: MarkSpec = {
  type: 'link',
  schema: z
    .looseObject({
      type: z.literal('link'),
      href: z.exactOptional(textSchema),
      article: z.exactOptional(idSchema),
    })
    .refine((mark) => (mark.href === undefined) !== (mark.article === undefined), {
      message: 'expected either href or article',
    }),
  publish: () => 'keep',
};
