/**
 * The parts of a story that are counted, each by itself. The length of a story is its `story` part
 * alone: lead with dateline, crossheads, lists, quotes and the cells of tables.
 */
export const COUNTED_PARTS = [
  'story',
  'head',
  'sidebars',
  'pullquotes',
  'captions',
  'embeds',
  'corrections',
  'notes',
] as const;

export type CountedPart = (typeof COUNTED_PARTS)[number];
