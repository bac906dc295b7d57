import { z } from 'zod';
import { blockSchema } from './base.ts';
import type { BlockBase } from './spec.ts';

/**
 * A block that this version has no name for, from a newer Galley or another program. It is shown
 * as a placeholder, kept as it was read, and written back in its place; export stops at it.
 */
export interface UnknownBlock extends BlockBase {
  type: 'unknown';
  /** The block as it stands in the file, but for its id. */
  was: Record<string, unknown> & { type: string };
}

/** An unknown block on its way between processes, already wrapped. */
export const unknownSchema = blockSchema('unknown', {
  was: z.looseObject({ type: z.string() }),
});

/** Wraps a block as it stands in the file. */
export function wrapUnknown(was: UnknownBlock['was'], id: string): UnknownBlock {
  // The id of this block rules: kept twice, the two could come to differ.
  const { id: _, ...rest } = was;
  return { type: 'unknown', id, was: rest };
}
