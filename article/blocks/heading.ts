import { z } from 'zod';
import { type Run, runsSchema } from '../inline.ts';
import { baseKeys } from './base.ts';
import type { BlockBase } from './spec.ts';

/** A crosshead: a heading in the body. Level 2 is the first below the headline. */
export interface Heading extends BlockBase {
  type: 'heading';
  level: 2 | 3 | 4;
  content: Run[];
}

export const headingSchema = z.looseObject({
  ...baseKeys,
  type: z.literal('heading'),
  level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
  content: runsSchema,
});
