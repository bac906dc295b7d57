import { z } from 'zod';
import { newBlockId } from '../ids.ts';
import { idSchema, textSchema } from '../schema.ts';

/** The keys that every block has. A block that comes without an id gets one. */
export const baseKeys = {
  id: idSchema.default(newBlockId),
  suggestion: z.exactOptional(
    z.looseObject({
      id: idSchema,
      kind: z.enum(['insert', 'delete']),
      by: textSchema,
      at: textSchema,
    }),
  ),
};
