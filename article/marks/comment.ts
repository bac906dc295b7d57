import { z } from 'zod';
import { idSchema } from '../schema.ts';
import type { MarkSpec } from './spec.ts';

/** Words of which a thread speaks. */
export interface Comment {
  type: 'comment';
  thread: string;
}

export const comment: MarkSpec = {
  type: 'comment',
  schema: z.looseObject({ type: z.literal('comment'), thread: idSchema }),
  publish: () => 'strip',
  repeats: true,
};
