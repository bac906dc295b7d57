import { isListElement } from '../../html/find.ts';
import type { Element } from 'hast';
import type { List, ListItem } from 'mdast';
import { type MarkdownForm, type MarkdownWriter, elementsIn } from '../../markdown/form.ts';

/** A list, its items on lines that follow each other. */
export const listMarkdown: MarkdownForm = {
  write: (element, writer) => (isListElement(element) ? [listOf(element, writer)] : undefined),
};

function listOf(list: Element, { flow, phrasing }: MarkdownWriter): List {
  return {
    type: 'list',
    ordered: list.tagName === 'ol',
    spread: false,
    children: elementsIn(list).map((item): ListItem => {
      const line = item.children.filter((child) => !isListElement(child));
      const children = flow(item, item.children.filter(isListElement));
      if (line.length > 0) {
        const text = phrasing({ ...item, children: line });
        children.unshift({ type: 'paragraph', children: text });
      }
      return { type: 'listItem', spread: false, children };
    }),
  };
}
