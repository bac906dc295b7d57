import { z } from 'zod';
import { type Run, runsSchema } from '../inline.ts';
import { baseKeys } from './base.ts';
import type { BlockBase } from './spec.ts';

export interface Paragraph extends BlockBase {
  type: 'paragraph';
  content: Run[];
}

export const paragraphSchema = z.looseObject({
  ...baseKeys,
  type: z.literal('paragraph'),
  content: runsSchema,
});
