import type { Element, Root, RootContent } from 'hast';
import { classesOf, textOf } from './classes.ts';
import { findAll } from './find.ts';

/** What of a style sheet says something about words: their marks, and whether they are shown. */
const SAYS =
  /^\s*(?:font-weight|font-style|text-decoration(?:-line)?|vertical-align|display|visibility|mso-hide)\s*:/iu;

/**
 * Gives, in place, the elements of a clipboard the marks that its style sheet gives their classes,
 * as programs write them: `span.s1 { … }`, `.xl65 { … }`. Other selectors are left alone.
 */
export function applyStyleSheets(root: Root): Root {
  const rules = new Map<string, string>();
  for (const sheet of findAll(root, ({ tagName }) => tagName === 'style')) readRules(sheet, rules);
  if (rules.size > 0) apply(root.children, rules);
  return root;
}

function readRules(sheet: Element, rules: Map<string, string>): void {
  const text = textOf(sheet).replace(/\/\*.*?\*\/|<!--|-->/gsu, '');
  for (const [, selectors = '', body = ''] of text.matchAll(/([^{};]*)\{([^{}]*)\}/gu)) {
    const said = body.split(';').filter((one) => SAYS.test(one));
    if (said.length === 0) continue;
    for (const selector of selectors.split(',')) {
      const key = selector.trim();
      if (!/^[a-z0-9]*\.[\w-]+$/iu.test(key)) continue;
      rules.set(key, [...(rules.get(key)?.split(';') ?? []), ...said].join(';'));
    }
  }
}

function apply(nodes: readonly RootContent[], rules: ReadonlyMap<string, string>): void {
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const said = classesOf(node).flatMap((name) =>
      [`.${name}`, `${node.tagName}.${name}`].flatMap((key) => rules.get(key) ?? []),
    );
    if (said.length > 0) {
      const own = typeof node.properties.style === 'string' ? [node.properties.style] : [];
      node.properties.style = [...said, ...own].join(';');
    }
    apply(node.children, rules);
  }
}
