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
    type: z.literal('suggestion'),
    id: idSchema,
    kind: z.enum(['insert', 'delete']),
    by: textSchema,
    at: textSchema,
  }),
  publish: ({ kind }: Suggestion) => (kind === 'insert' ? 'drop' : 'strip'),
};
