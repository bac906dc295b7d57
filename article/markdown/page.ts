import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { FootnoteDefinition, Root as Tree } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { withoutScheme } from '../blocks/picture.ts';
import { hasClass, textOf } from '../html/classes.ts';
import { element } from '../html/element.ts';
import { find } from '../html/find.ts';
import { parseHtml } from '../html/parse.ts';
import { MARKDOWN_TITLE as TITLE } from '../html/read-picture.ts';
import { collapseText, hasInk } from '../html/white-space.ts';
import { besideText, besideTree } from './beside.ts';

// The second look for addresses in the text would make links of what was escaped.
const EXTENSIONS = gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }));

/** A text in Markdown as a page. */
export interface MarkdownPage {
  content: readonly RootContent[];
  /** What it says beside the text that a page shows, a line each: comments, titles of links. */
  beside: string[];
}

/**
 * Markdown as the page that it is, with the forms of `markdownFromHast` turned back. `base` is the
 * address to which its links are relative, if it is known.
 */
export function pageOf(text: string, base?: string): MarkdownPage {
  const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: EXTENSIONS });
  const shown = withFullRows(withoutFootnotes(tree));
  const hast = withMeaning(toHast(shown, { allowDangerousHtml: true }));
  const page = parseHtml(`<body>${toHtml(hast, { allowDangerousHtml: true })}`);
  const body: Root | Element = find(page, ({ tagName }) => tagName === 'body') ?? page;
  const content = body.children.map((child) => settle(child as ElementContent));
  return { content, beside: [...besideTree(tree), ...besideText(content, base)] };
}

type Node = Tree | Tree['children'][number];

/** Notes at the foot are numbers in the text, and a list under a line at its end. */
function withoutFootnotes(tree: Tree): Tree {
  const order: string[] = [];
  const notes: FootnoteDefinition[] = [];
  const walk = (nodes: readonly Node[]): Node[] =>
    nodes.flatMap((node): Node[] => {
      if (node.type === 'footnoteDefinition') {
        notes.push(node);
        return [];
      }
      if (node.type === 'footnoteReference') {
        const name = node.identifier;
        if (!order.includes(name)) order.push(name);
        const number = String(order.indexOf(name) + 1);
        return [
          { type: 'html', value: '<sup>' },
          { type: 'text', value: number },
          { type: 'html', value: '</sup>' },
        ];
      }
      return ['children' in node ? ({ ...node, children: walk(node.children) } as Node) : node];
    });
  const rest = walk(tree.children);
  if (notes.length === 0) return tree;
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  const items = notes
    .toSorted((a, b) => place(a.identifier) - place(b.identifier))
    .map(({ children }) => ({ type: 'listItem', spread: false, children: walk(children) }));
  return {
    type: 'root',
    children: [
      ...rest,
      { type: 'thematicBreak' },
      { type: 'list', ordered: true, spread: false, children: items },
    ] as Tree['children'],
  };
}

/** Cells beyond those of the header row are kept. */
function withFullRows<N extends Node>(node: N): N {
  if (node.type === 'table') {
    const width = Math.max(...node.children.map((row) => row.children.length));
    return { ...node, align: Array.from({ length: width }, () => null) };
  }
  return 'children' in node ? { ...node, children: node.children.map(withFullRows) } : node;
}

/**
 * What Markdown means by its own pictures and tables, and HTML tags among it do not: the title of a
 * picture is its caption, and a header row without words is none.
 */
function withMeaning<N extends Nodes>(node: N): N {
  if (node.type === 'element' && node.tagName === 'img') {
    const { title, ...properties } = node.properties;
    return typeof title !== 'string' || !hasInk(title)
      ? node
      : { ...node, properties: { ...properties, [TITLE]: title } };
  }
  if (!('children' in node)) return node;
  const children = node.children.filter((child) => !isBlankHead(child));
  return { ...node, children: children.map(withMeaning) };
}

function isBlankHead(node: Nodes): boolean {
  if (node.type !== 'element' || node.tagName !== 'thead') return false;
  return !hasInk(textOf(node)) && find(node, isImg) === undefined;
}

function settle(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const settled: Element = { ...node, children: node.children.map(settle) };
  switch (settled.tagName) {
    case 'p':
      return pictureOf(settled) ?? embedOf(settled) ?? settled;
    case 'aside':
      return titledSidebar(settled);
    case 'input':
      return checkbox(settled);
    default:
      return settled;
  }
}

/** The box of a task is a sign in its text, as Markdown can bring it back. */
function checkbox(input: Element): ElementContent {
  if (input.properties.type !== 'checkbox') return input;
  return { type: 'text', value: input.properties.checked ? '☑' : '☐' };
}

/** A paragraph that begins with a picture on a line of its own: below it is what is said of it. */
function pictureOf(paragraph: Element): Element | undefined {
  const nodes = paragraph.children.filter((child, index) => index > 0 || hasWords(child));
  const [shown, next] = nodes;
  if (shown?.type !== 'element') return undefined;
  const inLink = shown.tagName === 'a' && shown.children.length === 1;
  const img = inLink ? shown.children[0] : shown;
  if (img?.type !== 'element' || img.tagName !== 'img') return undefined;
  const isEnd = next === undefined;
  const isBreak = next?.type === 'element' && next.tagName === 'br';
  const isNewLine = next?.type === 'text' && /^\s*\n/u.test(next.value);
  if (!isEnd && !isBreak && !isNewLine) return undefined;
  const below = nodes.slice(isBreak ? 2 : 1);
  // More pictures make no caption.
  if (below.some((node) => node.type === 'element' && find(wrap(node), isImg) !== undefined)) {
    return undefined;
  }
  const credits = below.filter(isSmall);
  const first = below.findIndex(isSmall);
  let words = first === -1 ? below : below.slice(0, first);
  if (first > 0) words = withoutLastBreak(words);
  const title = img.properties[TITLE];
  if (typeof title === 'string' && !isSame(title, words)) {
    words = [{ type: 'text', value: title }, element('br'), ...words];
  }
  const caption = [element('span', { className: ['caption'] }, words), ...credits];
  const figcaption = below.length === 0 ? [] : [element('figcaption', {}, caption)];
  return element('figure', { className: ['image'] }, [shown, ...figcaption]);
}

function isSame(title: string, words: readonly ElementContent[]): boolean {
  return collapseText(title) === collapseText(words.map(textOf).join(''));
}

function isSmall(node: ElementContent): boolean {
  return (
    node.type === 'element' &&
    node.tagName === 'small' &&
    (hasClass(node, 'credit') || hasClass(node, 'copyright'))
  );
}

function wrap(node: Element): Element {
  return element('div', {}, [node]);
}

function isImg({ tagName }: Element): boolean {
  return tagName === 'img';
}

function hasWords(node: ElementContent): boolean {
  return node.type !== 'text' || node.value.trim() !== '';
}

function withoutLastBreak(nodes: readonly ElementContent[]): ElementContent[] {
  const at = nodes.findLastIndex((node) => node.type === 'element' && node.tagName === 'br');
  return at === -1 || nodes.slice(at + 1).some(hasWords) ? [...nodes] : nodes.slice(0, at);
}

/** `[Title](https://… "Embed: YouTube")` */
function embedOf(paragraph: Element): Element | undefined {
  const [link, ...others] = paragraph.children.filter(hasWords);
  if (link?.type !== 'element' || link.tagName !== 'a' || others.length > 0) return undefined;
  const { href, title } = link.properties;
  const [, provider = ''] = /^Embed(?:: ?(.*))?$/u.exec(String(title)) ?? [];
  if (typeof href !== 'string' || !/^Embed(?::|$)/u.test(String(title))) return undefined;
  const unnamed = collapseText(textOf(link)) === collapseText(withoutScheme(href));
  const name = element('a', unnamed ? { className: ['unnamed'], href } : { href }, link.children);
  return element('div', { className: ['embed'] }, [
    element('p', { className: ['provider'] }, provider),
    element('p', { className: ['title'] }, [name]),
  ]);
}

function titledSidebar(aside: Element): Element {
  if (!hasClass(aside, 'sidebar') || hasClass(aside, 'untitled')) return aside;
  const title = aside.children.find((child) => child.type === 'element');
  if (title?.type !== 'element' || title.tagName !== 'h2') return aside;
  const titled = { ...title, properties: { className: ['sidebar-title'] } };
  return {
    ...aside,
    children: aside.children.map((child) => (child === title ? titled : child)),
  };
}
