import type { Element, RootContent } from 'hast';

/** The class names of an element. */
export function classesOf(element: Element): readonly string[] {
  const { className } = element.properties;
  return Array.isArray(className) ? className.map(String) : [];
}

/** True for an element that has the class. */
export function hasClass(node: RootContent, name: string): boolean {
  return node.type === 'element' && classesOf(node).includes(name);
}

/** All text in a node, as it stands in the source. */
export function textOf(node: RootContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('') : '';
}
