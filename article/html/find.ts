import type { Element, ElementContent, Nodes } from 'hast';
import { hasClass, textOf } from './classes.ts';
import { collapseText } from './white-space.ts';

/** All elements in a node that the test accepts, in the order of the page; not the ones in them. */
export function findAll(node: Nodes | undefined, test: (element: Element) => boolean): Element[] {
  if (node === undefined || !('children' in node)) return [];
  return node.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return [];
    return test(child) ? [child] : findAll(child, test);
  });
}

/** The first element in a node that the test accepts. */
export function find(
  node: Nodes | undefined,
  test: (element: Element) => boolean,
): Element | undefined {
  if (node === undefined || !('children' in node)) return undefined;
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = test(child) ? child : find(child, test);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The first element of a class. */
export function byClass(node: Nodes | undefined, name: string): Element | undefined {
  return find(node, (element) => hasClass(element, name));
}

/** The text of an element as a page shows it, empty if there is no element. */
export function shownText(element: Element | undefined): string {
  return element === undefined ? '' : collapseText(textOf(element));
}

/** The first child of an element with this tag. */
export function childOf(node: Element, tagName: string): Element | undefined {
  return node.children
    .filter((child) => child.type === 'element')
    .find((child) => child.tagName === tagName);
}

/** True for a list. */
export function isListElement(node: ElementContent): node is Element {
  return node.type === 'element' && (node.tagName === 'ul' || node.tagName === 'ol');
}
