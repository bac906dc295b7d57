import type { Element, ElementContent } from 'hast';
import { blockSpecs } from '../blocks/specs.ts';
import { collapseText, hasInk } from '../html/white-space.ts';
import type { WirePage, WireWriter } from './form.ts';
import { inlineText } from './inline-text.ts';

/**
 * Writes a block, which has been turned into HTML, as wire copy; what holds blocks is the lines of
 * them all. `said`: see `WireWriter`.
 */
export function writeWire(node: ElementContent, page: WirePage, said = false): string {
  if (node.type !== 'element') return '';
  const writer = writerOf(page, said);
  for (const write of FORMS) {
    const text = write(node, writer);
    if (text !== undefined) return text;
  }
  if (!node.children.some(isBlock)) return inlineText(node.children).trimEnd();
  return node.children.map(writer.block).filter(hasInk).join('\n');
}

const FORMS = Object.values(blockSpecs).flatMap(({ wire }) => wire?.write ?? []);

function writerOf(page: WirePage, said: boolean): WireWriter {
  const block = (node: ElementContent) => writeWire(node, page);
  return {
    page,
    said,
    block,
    stacked: (node) => node.children.map(block).filter(hasInk).join('\n\n'),
    oneLine: (node) => oneLine(node, block),
  };
}

function oneLine(node: Element, block: WireWriter['block']): string {
  const parts: string[] = [];
  let line: ElementContent[] = [];
  const endLine = () => {
    parts.push(inlineText(line));
    line = [];
  };
  for (const child of node.children) {
    if (isBlock(child)) {
      endLine();
      parts.push(block(child));
    } else {
      line.push(child);
    }
  }
  endLine();
  return collapseText(parts.join(' '));
}

/** Elements that stand on lines of their own. */
const BLOCKS = new Set(
  'aside blockquote caption div figcaption figure h1 h2 h3 h4 h5 h6 hr ol p table ul'.split(' '),
);

function isBlock(node: ElementContent): boolean {
  return node.type === 'element' && BLOCKS.has(node.tagName);
}
