import { cardNodes } from './card.ts';
import { correctionNodes } from './correction.ts';
import { datelineNodes } from './dateline.ts';
import { dividerNodes } from './divider.ts';
import { headingNodes } from './heading.ts';
import { listNodes } from './list.ts';
import { paragraphNodes } from './paragraph.ts';
import { pullquoteNodes } from './pullquote.ts';
import { quoteNodes } from './quote.ts';
import { sidebarNodes } from './sidebar.ts';
import type { BlockNodes } from './spec.ts';
import { tableNodes } from './table.ts';

/**
 * How each block type is shown in the editor. The dateline comes before the paragraph, because its
 * node is a paragraph too.
 */
export const allBlockNodes: readonly BlockNodes[] = [
  datelineNodes,
  paragraphNodes,
  headingNodes,
  listNodes,
  dividerNodes,
  sidebarNodes,
  ...cardNodes,
  tableNodes,
  quoteNodes,
  pullquoteNodes,
  correctionNodes,
] as readonly BlockNodes[];
