import { type Span } from '../../../article/inline.ts';

/** The words as they stand in the page: a line end may be an element there. */
export function textOf(node: Node): string {
  if (node instanceof Text) return node.data;
  if (node instanceof HTMLBRElement) return '\n';
  const text = [...node.childNodes].map(textOf).join('');
  // The browser puts a line end into a field that has been emptied.
  return text === '\n' && node instanceof HTMLElement ? '' : text;
}

/** What is selected in a field, in characters; its end where nothing in it is. */
export function spanIn(field: HTMLElement): Span {
  const range = getSelection()?.rangeCount ? getSelection()?.getRangeAt(0) : undefined;
  const size = textOf(field).length;
  if (range === undefined || !field.contains(range.commonAncestorContainer)) return [size, size];
  const offset = (container: Node, at: number) => {
    const before = document.createRange();
    before.setStart(field, 0);
    before.setEnd(container, at);
    return Math.min(textOf(before.cloneContents()).length, size);
  };
  const { startContainer, startOffset, endContainer, endOffset } = range;
  return [offset(startContainer, startOffset), offset(endContainer, endOffset)];
}

/** Selects characters of a field. */
export function selectIn(field: HTMLElement, span: Span): void {
  const { startContainer, startOffset, endContainer, endOffset } = rangeIn(field, span);
  getSelection()?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
}

/** Where characters of a field stand in the page. */
export function rangeIn(field: HTMLElement, [from, to]: Span): Range {
  const range = document.createRange();
  range.selectNodeContents(field);
  range.collapse(false);
  const end = range.cloneRange();
  let at = 0;
  const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const size = (node as Text).length;
    if (from >= at && from <= at + size) range.setStart(node, from - at);
    if (to >= at && to <= at + size) end.setEnd(node, to - at);
    at += size;
  }
  range.setEnd(end.endContainer, end.endOffset);
  return range;
}
