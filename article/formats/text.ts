import type { Element, ElementContent } from 'hast';
import { blocksToHast } from '../html/lower.ts';
import { pageSetting } from '../html/page-setting.ts';
import { collapseText, hasInk } from '../html/white-space.ts';
import { pageWords } from '../html/words.ts';
import { type Published, publish } from '../publish.ts';
import type { Format } from './format.ts';

/**
 * Wire copy: headline, kicker, standfirst, byline and stamp on a line each, then the story, its
 * blocks separated by blank lines. `readWire` reads it back.
 */
export const text: Format = {
  id: 'text',
  extension: '.txt',
  render(article, options = {}) {
    const { published, warnings } = publish(article, options);
    const parts = [
      headLines(published).join('\n'),
      ...blocksToHast(
        published.body,
        pageSetting(published.language, { zone: options.house?.zone }),
      ).map(blockText),
      ...correctionLines(published),
    ].filter(hasInk);
    return { text: parts.length === 0 ? '' : `${parts.join('\n\n')}\n`, warnings };
  },
};

function headLines(published: Published): string[] {
  const { headline, kicker, standfirst, byline, stamp } = published;
  return [headline, kicker, standfirst, byline, stamp?.printed ?? '']
    .map(collapseText)
    .filter(hasInk);
}

function correctionLines({ corrections, language }: Published): string[] {
  const words = pageWords(language);
  return corrections
    .filter((correction) => hasInk(correction.text))
    .map((correction) => `${words[correction.kind]}: ${collapseText(correction.text)}`);
}

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  'aside blockquote caption div figcaption figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul'.split(
    ' ',
  ),
);

/** One block as wire copy; what holds blocks is the lines of them all. */
function blockText(node: ElementContent): string {
  if (node.type !== 'element') return '';
  switch (node.tagName) {
    case 'hr':
      return '* * *';
    case 'ul':
    case 'ol':
      return listLines(node, '').join('\n');
    case 'table':
      return tableText(node);
    case 'aside':
      return sidebarText(node);
    default:
      return holdsBlocks(node) ? linesOf(node) : inlineText(node.children).trimEnd();
  }
}

function holdsBlocks(node: Element): boolean {
  return node.children.some((child) => child.type === 'element' && BLOCKS.has(child.tagName));
}

/** Paragraphs of a quotation are apart; a picture and its caption, a card and its address are not. */
function linesOf(node: Element): string {
  const texts = node.children.map(blockText).filter(hasInk);
  return texts.join(node.tagName === 'blockquote' ? '\n\n' : '\n');
}

/** A sidebar's title stands directly above its list. */
function sidebarText(aside: Element): string {
  const blocks = aside.children.filter((child) => child.type === 'element');
  const [title, second] = blocks;
  const titled = title?.tagName === 'h2' && second !== undefined && isList(second);
  const texts = blocks.map(blockText);
  return titled
    ? [texts.slice(0, 2).join('\n'), ...texts.slice(2)].join('\n\n')
    : texts.join('\n\n');
}

/** A row is a line, its cells between bars. */
function tableText(table: Element): string {
  const lines = (node: ElementContent): string[] => {
    if (node.type !== 'element') return [];
    if (node.tagName === 'caption') return [oneLine(node)];
    if (node.tagName !== 'tr') return node.children.flatMap(lines);
    return [
      node.children
        .filter((cell) => cell.type === 'element')
        .map(oneLine)
        .join(' | ')
        .trim(),
    ];
  };
  return lines(table).filter(hasInk).join('\n');
}

function oneLine(node: Element): string {
  return collapseText(holdsBlocks(node) ? linesOf(node) : inlineText(node.children));
}

function listLines(list: Element, indent: string): string[] {
  const items = list.children.filter((child) => child.type === 'element');
  return items.flatMap((item, index) => {
    const marker = list.tagName === 'ol' ? `${index + 1}.` : '-';
    const own = inlineText(item.children.filter((child) => !isList(child)));
    const lines = own.split('\n').filter(hasInk).join(`\n${indent}  `);
    const nested = item.children.filter((child) => child.type === 'element').filter(isList);
    return [
      `${indent}${marker} ${lines}`.trimEnd(),
      ...nested.flatMap((child) => listLines(child, `${indent}  `)),
    ];
  });
}

function isList(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol');
}

/** The words of inline content; a link is its text, a break a line end. */
function inlineText(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type !== 'element') return '';
      return node.tagName === 'br' ? '\n' : inlineText(node.children);
    })
    .join('');
}
