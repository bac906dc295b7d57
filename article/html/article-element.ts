import type { Element } from 'hast';
import type { Block } from '../blocks/blocks.ts';
import type { Published } from '../publish.ts';
import { articleFoot } from './article-foot.ts';
import { articleHead } from './article-head.ts';
import { frame } from './element.ts';
import { blocksToHast } from './lower.ts';
import { settleOutline } from './heading-levels.ts';
import type { PageSetting } from './page-setting.ts';

/**
 * The published article as its `article` element: head, text, the sidebars of the rail after the
 * text, and a foot with contributors, corrections and topics. What is empty is not there.
 */
export function articleToHast(published: Published, page: PageSetting): Element {
  const { words, zone } = page;
  const rail: Block[] = [];
  const text: Block[] = [];
  for (const block of published.body) {
    (block.type === 'sidebar' && block.placement === 'rail' ? rail : text).push(block);
  }
  const parts = [
    articleHead(published, words),
    // Blocks lower to elements; only marks and text lower to less.
    frame('div', ['text'], blocksToHast(text, page) as Element[]),
  ];
  const beside = blocksToHast(rail, page) as Element[];
  if (beside.length > 0) parts.push(frame('div', ['beside'], beside));
  const foot = articleFoot(published, words, zone);
  if (foot !== undefined) parts.push(foot);
  const article = frame('article', beside.length === 0 ? ['story'] : ['story', 'with-rail'], parts);
  settleOutline(article, words);
  return article;
}
