import { isListElement } from '../../html/find.ts';
import type { Element } from 'hast';
import { hasInk } from '../../html/white-space.ts';
import type { WireForm } from '../../wire/form.ts';
import { inlineText } from '../../wire/inline-text.ts';
import { CROSSHEAD } from '../heading/wire.ts';

/** An item is a line, lists in it are further in. */
export const listWire: WireForm = {
  write: (element) => (isListElement(element) ? writeList(element) : undefined),
};

/** A list; one of a single item that could be a crosshead has another sign before it. */
export function writeList(list: Element): string {
  const text = listLines(list, '').join('\n');
  return CROSSHEAD.test(text) ? text.replace('-', '•') : text;
}

function listLines(list: Element, indent: string): string[] {
  const items = list.children.filter((child) => child.type === 'element');
  return items.flatMap((item, index) => {
    const marker = list.tagName === 'ol' ? `${index + 1}.` : '-';
    const words = inlineText(item.children.filter((child) => !isListElement(child)));
    const lines = words.split('\n').filter(hasInk).join(`\n${indent}  `);
    return [
      `${indent}${marker} ${lines}`.trimEnd(),
      ...item.children.filter(isListElement).flatMap((child) => listLines(child, `${indent}  `)),
    ];
  });
}
