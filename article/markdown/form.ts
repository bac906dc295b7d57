import type { Element, ElementContent } from 'hast';
import type { BlockContent, PhrasingContent, RootContent } from 'mdast';
import { element } from '../html/element.ts';
import { serializeElement } from '../html/serialize.ts';

/** The form that a block has in Markdown. */
export interface MarkdownForm {
  /**
   * Writes an element that `toHast` gave; undefined for an element of another block. It is asked for the
   * elements that `markdownFromHast` lists.
   */
  write?(element: Element, writer: MarkdownWriter): RootContent[] | undefined;
  /**
   * The element that `fromHast` reads for one that Markdown gave, whose own elements are settled
   * already; undefined for one of something else.
   */
  read?(element: Element): Element | undefined;
}

/** What a block in Markdown is written with. */
export interface MarkdownWriter {
  /** The blocks in some nodes of an element. */
  flow(parent: Element, nodes?: readonly ElementContent[]): BlockContent[];
  /** The text in an element. */
  phrasing(node: Element): PhrasingContent[];
}

/** HTML, which Markdown allows. */
export function html(value: string): RootContent & { type: 'html' } {
  return { type: 'html', value };
}

/** An element as the HTML that it is. */
export function asHtml(node: Element): RootContent[] {
  return [html(serializeElement(node))];
}

/** An element with the breaks in its text as HTML, for text that Markdown has on one line. */
export function breaksAsHtml(node: Element): Element {
  return {
    ...node,
    children: node.children.map((child) => {
      if (child.type !== 'element') return child;
      return child.tagName === 'br' ? element('html-break') : breaksAsHtml(child);
    }),
  };
}

/** The elements in an element. */
export function elementsIn(parent: Element): Element[] {
  return parent.children.filter((child) => child.type === 'element');
}
