import type { Element, ElementContent, Properties } from 'hast';

/**
 * An element. Properties have their hast names (`className` is a list, `dateTime`, `ariaLabel`);
 * those that are undefined are not written. Made as it is, without the look-ups of a tag selector:
 * a page has hundreds, and a desk is exported by the thousand.
 */
export function element(
  tagName: string,
  properties: Properties = {},
  children: ElementContent[] | string = [],
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: typeof children === 'string' ? [{ type: 'text', value: children }] : children,
  };
}

/** An element of the page's frame: what is in it stands on lines of its own in the source. */
export function frame(tagName: string, className: string[], children: Element[]): Element {
  const properties = className.length === 0 ? {} : { className };
  return element(tagName, properties, onLines(children));
}

function onLines(children: readonly ElementContent[]): ElementContent[] {
  const lines: ElementContent[] = [];
  for (const child of children) lines.push({ type: 'text', value: '\n' }, child);
  if (lines.length > 0) lines.push({ type: 'text', value: '\n' });
  return lines;
}
