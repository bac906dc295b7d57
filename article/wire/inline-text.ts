import type { ElementContent } from 'hast';

/** The words of inline content; a link is its text, a break a line end. */
export function inlineText(nodes: readonly ElementContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value;
      if (node.type !== 'element') return '';
      return node.tagName === 'br' ? '\n' : inlineText(node.children);
    })
    .join('');
}
