import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parse } from 'parse5';

/**
 * HTML text as a tree, as a browser reads it that runs scripts: what stands in `noscript` is no
 * part of the page.
 */
export function parseHtml(html: string): Root {
  const root = fromParse5(parse(html, { scriptingEnabled: true }));
  if (root.type !== 'root') throw new Error(`a page parsed as ${root.type}`);
  return root;
}
