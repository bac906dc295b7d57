import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';

/** An element as HTML text, the same bytes for the same tree. */
export function serializeElement(element: Element): string {
  return toHtml(element, { characterReferences: { useNamedReferences: true } });
}
