import { correctionNodes } from './correction/correction.ts';
import { datelineNodes } from './dateline/dateline.ts';
import { dividerNodes } from './divider/divider.ts';
import { embedNodes } from './embed/embed.ts';
import { galleryNodes } from './gallery/gallery.ts';
import { headingNodes } from './heading/heading.ts';
import { imageNodes } from './image/image.ts';
import { listNodes } from './list/list.ts';
import { paragraphNodes } from './paragraph/paragraph.ts';
import { pullquoteNodes } from './pullquote/pullquote.ts';
import { quoteNodes } from './quote/quote.ts';
import { sidebarNodes } from './sidebar/sidebar.ts';
import type { BlockNodes } from './spec.ts';
import { tableNodes } from './table/table.ts';

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
  imageNodes,
  galleryNodes,
  embedNodes,
  tableNodes,
  quoteNodes,
  pullquoteNodes,
  correctionNodes,
] as readonly BlockNodes[];
