import type { Element, ElementContent } from 'hast';
import { type Handle, type State, toMdast } from 'hast-util-to-mdast';
import type {
  BlockContent,
  List,
  ListItem,
  PhrasingContent,
  Root,
  RootContent,
  TableRow,
} from 'mdast';
import { hasClass } from '../html/classes.ts';
import { element } from '../html/element.ts';
import { byClass, find, findAll, shownText } from '../html/find.ts';
import { serializeElement } from '../html/serialize.ts';
import { hasInk } from '../html/white-space.ts';
import { settleInline } from './code.ts';

/**
 * The body of an article as Markdown. Where Markdown has a form it has that form. What it has no
 * form for is the HTML that Markdown allows, and its text stays Markdown where it can:
 *
 * - a sidebar: `<aside class="sidebar ranking rail">`, its title as `## Title`, its list, `</aside>`
 * - a picture: `![alt](media/…)` and, on the lines below it, its caption and
 *   `<small class="credit">`
 * - a quotation: `>`, and at its end `<cite>— Name</cite>`
 * - an embed: a link on a line of its own, with the title `Embed: YouTube`
 * - a gallery, a pull quote, the caption of a table: `<figure>`
 * - underline, subscript and superscript: `<u>`, `<sub>`, `<sup>`
 * - a table that is no grid under a row of headers, a correction note: HTML
 */
export function markdownFromHast(nodes: readonly ElementContent[]): Root {
  const tree = toMdast(
    { type: 'root', children: nodes.map(settleInline) },
    { document: true, handlers: HANDLERS, newlines: false },
  );
  if (tree.type !== 'root') throw new Error(`a body became ${tree.type}`);
  return tree;
}

const HANDLERS: Record<string, Handle> = {
  aside(state, node) {
    const title = node.children.find((child) => hasClass(child, 'sidebar-title'));
    const classes = [...classNames(node), ...(title === undefined ? ['untitled'] : [])];
    return [
      html(`<aside class="${classes.join(' ')}">`),
      ...flowOf(state, node, node.children),
      html('</aside>'),
    ];
  },
  div(state, node) {
    if (hasClass(node, 'embed')) return embedCard(node);
    return flowOf(state, node, node.children);
  },
  figure(state, node) {
    if (hasClass(node, 'image')) return pictureLines(state, node);
    const isQuote = hasClass(node, 'quote');
    const own = elementsIn(node).find(isCaption);
    const inside = flowOf(
      state,
      node,
      node.children.filter((child) => child !== own),
    );
    if (isQuote) return quotation(inside, shownText(own));
    const [name = ''] = classNames(node);
    return [
      html(`<figure class="${name}">`),
      ...inside,
      ...(own === undefined ? [] : [html(serializeElement(own))]),
      html('</figure>'),
    ];
  },
  p(state, node) {
    if (hasClass(node, 'correction-note')) return html(serializeElement(node));
    const children = phrasing(state, node);
    return children.length === 0 ? undefined : { type: 'paragraph', children };
  },
  table(state, node) {
    const rows = findAll(node, ({ tagName }) => tagName === 'tr');
    if (!isGrid(rows)) {
      return html(serializeElement(element('div', { className: ['table-frame'] }, [node])));
    }
    const grid: BlockContent = {
      type: 'table',
      align: [],
      children: rows.map((row): TableRow => ({
        type: 'tableRow',
        children: row.children
          .filter((cell) => cell.type === 'element')
          .map((cell) => ({ type: 'tableCell', children: phrasing(state, breaksAsHtml(cell)) })),
      })),
    };
    const caption = find(node, ({ tagName }) => tagName === 'caption');
    if (caption === undefined) return grid;
    const line = serializeElement({ ...caption, tagName: 'figcaption' });
    return [html('<figure>'), html(line), grid, html('</figure>')];
  },
  ul: listItems,
  ol: listItems,
  u: inTags,
  sub: inTags,
  sup: inTags,
  small: inTags,
  'html-break': () => html('<br>'),
};

for (const level of [2, 3, 4] as const) {
  HANDLERS[`h${level}`] = (state, node) => ({
    type: 'heading',
    depth: level,
    // A heading of Markdown is one line.
    children: phrasing(state, breaksAsHtml(node)),
  });
}

function html(value: string): RootContent & { type: 'html' } {
  return { type: 'html', value };
}

function classNames(node: Element): string[] {
  const { className } = node.properties;
  return Array.isArray(className) ? className.map(String) : [];
}

function flowOf(state: State, parent: Element, nodes: readonly ElementContent[]): BlockContent[] {
  const all = state.all({ ...parent, children: [...nodes] });
  return state.toFlow(all) as BlockContent[];
}

function phrasing(state: State, node: Element): PhrasingContent[] {
  return state.all(node) as PhrasingContent[];
}

/** A list, its items on lines that follow each other. */
function listItems(state: State, node: Element): List {
  return {
    type: 'list',
    ordered: node.tagName === 'ol',
    spread: false,
    children: elementsIn(node).map((item): ListItem => {
      const line = item.children.filter((child) => !isList(child));
      const children: BlockContent[] = flowOf(state, item, item.children.filter(isList));
      if (line.length > 0) {
        const text = phrasing(state, { ...item, children: line });
        children.unshift({ type: 'paragraph', children: text });
      }
      return { type: 'listItem', spread: false, children };
    }),
  };
}

function isList(node: ElementContent): boolean {
  return node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol');
}

/** A mark that Markdown has no sign for. */
function inTags(state: State, node: Element): PhrasingContent[] {
  const classes = classNames(node);
  const open = classes.length === 0 ? node.tagName : `${node.tagName} class="${classes.join(' ')}"`;
  return [html(`<${open}>`), ...phrasing(state, node), html(`</${node.tagName}>`)];
}

/** `![alt](media/…)`, and below it what is said of the picture. */
function pictureLines(state: State, figure: Element): RootContent[] {
  const caption = find(figure, ({ tagName }) => tagName === 'figcaption');
  const img = find(figure, ({ tagName }) => tagName === 'img') ?? elsewhere(figure);
  const leadsTo = find(
    { ...figure, children: figure.children.filter((child) => child !== caption) },
    (one) => one.tagName === 'a' && (hasClass(one, 'leads-to') || find(one, isImg) !== undefined),
  );
  // Of a picture that is nowhere, only what is said of it goes out.
  if (img === undefined) return [html(serializeElement(figure))];
  const href = leadsTo?.properties.href;
  const lines: ElementContent[][] = [
    [typeof href === 'string' ? element('a', { href }, [img]) : img],
  ];
  const words = byClass(caption, 'caption')?.children ?? [];
  if (words.length > 0) lines.push(words);
  const credits = ['credit', 'copyright'].flatMap((name) => byClass(caption, name) ?? []);
  const small = [...new Set(credits)].flatMap((one, index): ElementContent[] => [
    ...(index === 0 ? [] : [{ type: 'text' as const, value: ' ' }]),
    { ...one, tagName: 'small' },
  ]);
  if (small.length > 0) lines.push(small);
  const children = lines.flatMap((line, index) => (index === 0 ? line : [element('br'), ...line]));
  return [{ type: 'paragraph', children: phrasing(state, element('p', {}, children)) }];
}

function isImg({ tagName }: Element): boolean {
  return tagName === 'img';
}

/** A picture that is not in the story is a link on a page; in Markdown it is a picture. */
function elsewhere(figure: Element): Element | undefined {
  const link = find(
    { ...figure, children: figure.children.filter((child) => !isCaption(child)) },
    (one) => one.tagName === 'a' && !hasClass(one, 'leads-to'),
  );
  if (link === undefined) return undefined;
  const alt = hasClass(link, 'unnamed') ? '' : shownText(link);
  return element('img', { src: link.properties.href, alt });
}

function isCaption(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'figcaption';
}

function quotation(inside: BlockContent[], attribution: string): RootContent[] {
  const [quote] = inside;
  const said = quote?.type === 'blockquote' ? quote.children : [];
  if (attribution === '') return [{ type: 'blockquote', children: said }];
  const by: BlockContent = {
    type: 'paragraph',
    children: [
      html('<cite>'),
      { type: 'text', value: /^\S/u.test(attribution) ? `— ${attribution}` : attribution },
      html('</cite>'),
    ],
  };
  return [{ type: 'blockquote', children: [...said, by] }];
}

/** `[Title](https://… "Embed: YouTube")` on a line of its own. */
function embedCard(card: Element): RootContent[] {
  const link = find(card, ({ tagName }) => tagName === 'a');
  const url = link?.properties.href;
  if (link === undefined || typeof url !== 'string') return [];
  const provider = shownText(byClass(card, 'provider'));
  const title = provider === '' ? 'Embed' : `Embed: ${provider}`;
  const children: [PhrasingContent] = [{ type: 'text', value: shownText(link) }];
  return [{ type: 'paragraph', children: [{ type: 'link', url, title, children }] }];
}

function elementsIn(parent: Element): Element[] {
  return parent.children.filter((cell) => cell.type === 'element');
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

function breaksAsHtml(node: Element): Element {
  return {
    ...node,
    children: node.children.map((child) => {
      if (child.type !== 'element') return child;
      return child.tagName === 'br' ? element('html-break') : breaksAsHtml(child);
    }),
  };
}
