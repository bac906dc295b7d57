import { z } from 'zod';
import type { MarkSpec } from './spec.ts';

/** Words to colleagues, which no reader sees. */
export interface Note {
  type: 'note';
}

export const note: MarkSpec = {
  type: 'note',
  schema: z.looseObject({ type: z.literal('note') }),
  publish: () => 'drop',
};
