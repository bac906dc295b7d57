import { z } from 'zod';
import { idSchema, textSchema } from '../schema.ts';
import type { MarkSpec } from './spec.ts';

/** Words that are proposed, or proposed to be removed. */
export interface Suggestion {
  type: 'suggestion';
  id: string;
  kind: 'insert' | 'delete';
  by: string;
  at: string;
}

export const suggestion: MarkSpec = {
  type: 'suggestion',
  schema: z.looseObject({
    id: idSchema,
    type: z.literal('suggestion'),
    kind: z.enum(['insert', 'delete']),
    at: textSchema,
    by: textSchema,
  }),
  publish: ({ kind }: Suggestion) => (kind === 'insert' ? 'drop' : 'strip'),
};
