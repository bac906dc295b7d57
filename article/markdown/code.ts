import type { ElementContent } from 'hast';
import { textOf } from '../html/classes.ts';
import { element } from '../html/element.ts';

/**
 * Splits inline code at its line breaks, because code in Markdown is text alone: a break then
 * stands between two pieces of code.
 */
export function settleInline<N extends ElementContent>(node: N): N {
  if (node.type !== 'element') return node;
  return { ...node, children: joinCode(node.children.map(settleInline).flatMap(splitCode)) };
}

function splitCode(node: ElementContent): ElementContent[] {
  if (node.type !== 'element' || node.tagName !== 'code') return [node];
  const parts: ElementContent[] = [];
  for (const child of node.children) {
    parts.push(child.type === 'element' ? child : element('code', {}, textOf(child)));
  }
  return parts;
}

/** Code next to code is one stretch: between two there is no room for their signs. */
function joinCode(nodes: readonly ElementContent[]): ElementContent[] {
  const joined: ElementContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (isCode(node) && last !== undefined && isCode(last)) {
      joined[joined.length - 1] = element('code', {}, textOf(last) + textOf(node));
    } else {
      joined.push(node);
    }
  }
  return joined;
}

function isCode(node: ElementContent): boolean {
  return node.type === 'element' && node.tagName === 'code';
}
