import { z } from 'zod';
import { newBlockId } from '../ids.ts';
import { idSchema, openObject, textSchema } from '../schema.ts';

/** A block without an id gets one. */
const id = idSchema.default(newBlockId);

const suggestion = openObject({
  id: idSchema,
  kind: z.enum(['insert', 'delete']),
  at: textSchema,
  by: textSchema,
});

/** Reads a block of this type, with these keys besides those that every block has. */
export function blockSchema<Type extends string, Keys extends z.ZodRawShape>(
  type: Type,
  keys: Keys,
) {
  return openObject({
    id,
    type: z.literal(type),
    ...keys,
    suggestion: z.exactOptional(suggestion),
  });
}

/** What can be read of a block of any type. */
export const anyBlockSchema = openObject({ id, type: textSchema });
