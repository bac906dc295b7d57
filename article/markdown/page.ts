import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { FootnoteDefinition, Root as Tree } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toHast } from 'mdast-util-to-hast';
import { gfm } from 'micromark-extension-gfm';
import { blockSpecs } from '../blocks/specs.ts';
import { textOf } from '../html/classes.ts';
import { find } from '../html/find.ts';
import { parseHtml } from '../html/parse.ts';
import { MARKDOWN_TITLE as TITLE } from '../html/read-picture.ts';
import { hasInk } from '../html/white-space.ts';
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

const FORMS = Object.values(blockSpecs).flatMap(({ markdown }) => markdown?.read ?? []);

function settle(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node;
  const settled: Element = { ...node, children: node.children.map(settle) };
  if (settled.tagName === 'input') return checkbox(settled);
  for (const read of FORMS) {
    const own = read(settled);
    if (own !== undefined) return own;
  }
  return settled;
}

/** The box of a task is a sign in its text, as Markdown can bring it back. */
function checkbox(input: Element): ElementContent {
  if (input.properties.type !== 'checkbox') return input;
  return { type: 'text', value: input.properties.checked ? '☑' : '☐' };
}

function isImg({ tagName }: Element): boolean {
  return tagName === 'img';
}
