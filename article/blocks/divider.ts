import { z } from 'zod';
import { baseKeys } from './base.ts';
import type { BlockBase } from './spec.ts';

export interface Divider extends BlockBase {
  type: 'divider';
}

export const dividerSchema = z.looseObject({ ...baseKeys, type: z.literal('divider') });
