import type { Block } from './blocks.ts';

/** The blocks that a cell of a table may hold after its text. */
export const CELL_BLOCKS: readonly Block['type'][] = [
  'paragraph',
  'list',
  'image',
  'table',
  'embed',
  'unknown',
];
