import './blocks.css';
import './cards.css';
import type { BlockTools } from './block-tools.ts';
import { correctionTools } from './correction/correction-tools.ts';
import { datelineTools } from './dateline/dateline-tools.tsx';
import { dividerTools } from './divider/divider-tools.ts';
import { embedTools } from './embed/embed-tools.tsx';
import { galleryTools } from './gallery/gallery-tools.ts';
import { headingTools } from './heading/heading-tools.ts';
import { imageTools } from './image/image-tools.ts';
import { listTools } from './list/list-tools.ts';
import { paragraphTools } from './paragraph/paragraph-tools.ts';
import { pullquoteTools } from './pullquote/pullquote-tools.ts';
import { quoteTools } from './quote/quote-tools.ts';
import { sidebarTools } from './sidebar/sidebar-tools.ts';
import { tableTools } from './table/table-tools.ts';

/**
 * What can be done with each block type: in the order in which the palette offers them, and in which
 * they hear of a key and of signs that are typed.
 */
export const allBlockTools: readonly BlockTools[] = [
  datelineTools,
  headingTools,
  listTools,
  quoteTools,
  pullquoteTools,
  imageTools,
  galleryTools,
  embedTools,
  tableTools,
  correctionTools,
  dividerTools,
  sidebarTools,
  paragraphTools,
];

/** What the palette and the `Insert` menu offer. */
export const insertItems = allBlockTools.flatMap(({ inserts = [] }) => inserts);

/** What text can be turned into, plain text first. */
export const textKinds = [
  paragraphTools,
  ...allBlockTools.filter((one) => one !== paragraphTools),
].flatMap(({ kinds = [] }) => kinds);
