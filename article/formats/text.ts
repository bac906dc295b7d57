import type { Element, ElementContent } from 'hast';
import { blocksToHast } from '../html/lower.ts';
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
      ...blocksToHast(published.body).map(blockText),
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

/** One block as wire copy. A sidebar's title stands directly above its list. */
function blockText(node: ElementContent): string {
  if (node.type !== 'element') return '';
  switch (node.tagName) {
    case 'hr':
      return '* * *';
    case 'ul':
    case 'ol':
      return listLines(node, '').join('\n');
    case 'aside':
      return sidebarText(node);
    default:
      return inlineText(node.children).trimEnd();
  }
}

function sidebarText(aside: Element): string {
  const blocks = aside.children.filter((child) => child.type === 'element');
  const [title, second] = blocks;
  const titled = title?.tagName === 'h2' && second !== undefined && isList(second);
  const texts = blocks.map(blockText);
  return titled
    ? [texts.slice(0, 2).join('\n'), ...texts.slice(2)].join('\n\n')
    : texts.join('\n\n');
}

function listLines(list: Element, indent: string): string[] {
  const items = list.children.filter((child) => child.type === 'element');
  return items.flatMap((item, index) => {
    const marker = list.tagName === 'ol' ? `${index + 1}.` : '-';
    const own = inlineText(item.children.filter((child) => !isList(child)));
    const lines = own.split('\n').join(`\n${indent}  `);
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
