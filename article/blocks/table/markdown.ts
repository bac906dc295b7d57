import type { Element } from 'hast';
import type { BlockContent, RootContent, TableRow } from 'mdast';
import { hasClass } from '../../html/classes.ts';
import { element } from '../../html/element.ts';
import { find, findAll, shownText } from '../../html/find.ts';
import { serializeElement } from '../../html/serialize.ts';
import { hasInk } from '../../html/white-space.ts';
import {
  type MarkdownForm,
  type MarkdownWriter,
  asHtml,
  breaksAsHtml,
  elementsIn,
  html,
} from '../../markdown/form.ts';

/** A grid below a row of headers is a table of Markdown, any other is HTML. */
export const tableMarkdown: MarkdownForm = {
  write: (node, writer) => (node.tagName === 'table' ? writeTable(node, writer) : undefined),
};

function writeTable(node: Element, { phrasing }: MarkdownWriter): RootContent[] {
  const rows = findAll(node, ({ tagName }) => tagName === 'tr');
  if (!isGrid(rows)) {
    return asHtml(element('div', { className: ['table-frame'] }, [node]));
  }
  const grid: BlockContent = {
    type: 'table',
    align: [],
    children: rows.map((row): TableRow => ({
      type: 'tableRow',
      children: row.children
        .filter((cell) => cell.type === 'element')
        .map((cell) => ({ type: 'tableCell', children: phrasing(breaksAsHtml(cell)) })),
    })),
  };
  const caption = find(node, ({ tagName }) => tagName === 'caption');
  if (caption === undefined) return [grid];
  const line = serializeElement({ ...caption, tagName: 'figcaption' });
  return [html('<figure>'), html(line), grid, html('</figure>')];
}

/** True for rows of as many cells each, a header row first, nothing in them but text. */
function isGrid(rows: readonly Element[]): boolean {
  const [first] = rows;
  if (first === undefined) return false;
  const width = elementsIn(first).length;
  // One cell alone is read as a frame, and a header row without words as none.
  if (rows.length === 1 || !hasInk(shownText(first))) return false;
  return rows.every((row, index) => {
    const cells = elementsIn(row);
    return (
      cells.length === width &&
      cells.every(
        (cell) =>
          cell.tagName === (index === 0 ? 'th' : 'td') &&
          !hasClass(cell, 'header') &&
          cell.properties.colSpan === undefined &&
          cell.properties.rowSpan === undefined &&
          find(cell, ({ tagName }) => BLOCKS.has(tagName)) === undefined,
      )
    );
  });
}

const BLOCKS = new Set(['p', 'ul', 'ol', 'div', 'figure', 'table']);
