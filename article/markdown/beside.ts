import type { Element, Nodes } from 'hast';
import type { Definition, Nodes as MarkdownNodes, Root as Tree } from 'mdast';
import { resolveAddress } from '../html/address.ts';
import { shownText } from '../html/find.ts';
import { styleOf } from '../html/style.ts';
import { collapseText, hasInk } from '../html/white-space.ts';

/**
 * What the Markdown source says and the page made from it does not have: link definitions that
 * nothing uses, titles of code blocks. A line each.
 */
export function besideTree(tree: Tree): string[] {
  const used = new Set<string>();
  const definitions: Definition[] = [];
  const lines: string[] = [];
  const walk = (node: MarkdownNodes): void => {
    if (node.type === 'definition') definitions.push(node);
    else if (node.type === 'linkReference' || node.type === 'imageReference') {
      used.add(node.identifier);
    } else if (node.type === 'code' && node.meta != null) lines.push(node.meta);
    if ('children' in node) node.children.forEach(walk);
  };
  walk(tree);
  for (const { identifier, label, title, url } of definitions) {
    // The first of a name is the one that is used.
    if (used.delete(identifier)) continue;
    const said = collapseText(title ?? '');
    const isComment = label === '//' || /^#?$/u.test(url);
    lines.push(isComment && hasInk(said) ? said : `[${label ?? identifier}]: ${url} ${said}`);
  }
  return lines.map(tidy).filter(hasInk);
}

/**
 * What a page says and does not show: comments, hidden text, titles of links and other elements,
 * and addresses that lead nowhere because they are relative to no `base`. A line each.
 */
export function besideText(nodes: readonly Nodes[], base: string | undefined): string[] {
  return nodes.flatMap((node): string[] => {
    if (node.type === 'comment') return [tidy(node.value)].filter(hasInk);
    if (node.type !== 'element') return [];
    if (CODE.has(node.tagName)) return [`<${node.tagName}>`];
    if (styleOf(node).hidden) return [tidy(shownText(node))].filter(hasInk);
    const own = saidBeside(node, base).filter(hasInk);
    const text = shownText(node);
    return [
      ...own.map((line) => tidy(hasInk(text) ? `${text}: ${line}` : line)),
      ...besideText(node.children, base),
    ];
  });
}

function saidBeside({ tagName, properties }: Element, base: string | undefined): string[] {
  const { title, href } = properties;
  // These have their title as their name.
  const lines = typeof title === 'string' && !NAMED.has(tagName) ? [title] : [];
  if (tagName === 'a' && typeof href === 'string' && resolveAddress(href, base) === undefined) {
    lines.push(href);
  }
  return lines;
}

/** No words for a reader: that they were there is enough. */
const CODE = new Set(['script', 'style', 'template']);

const NAMED = new Set(['iframe', 'video', 'audio', 'object', 'embed']);

function tidy(text: string): string {
  return collapseText(text).trim();
}
