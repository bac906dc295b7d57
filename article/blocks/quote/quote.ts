import type { Element, RootContent } from 'hast';
import { hasClass } from '../../html/classes.ts';
import { element } from '../../html/element.ts';
import { collapseText, hasInk } from '../../html/white-space.ts';
import { newBlockId } from '../../ids.ts';
import { plainText } from '../../inline.ts';
import { textSchema } from '../../schema.ts';
import { blockSchema } from '../base.ts';
import type { Block } from '../blocks.ts';
import { plainParagraph } from '../paragraph/paragraphs.ts';
import type { BlockBase, BlockSpec, ReadInside } from '../spec.ts';
import { quoteMarkdown } from './markdown.ts';
import { quoteWire } from './wire.ts';

/** What somebody else said or wrote, in blocks of its own, and who it was. */
export interface Quote extends BlockBase {
  type: 'quote';
  body: Block[];
  attribution: string;
}

export const quote: BlockSpec<Quote> = {
  type: 'quote',
  name: 'Quote',
  schema: (inner) =>
    blockSchema('quote', {
      body: inner('a quote').default([]),
      attribution: textSchema.default(''),
    }),
  counted: 'quotes',
  forCell: ({ body, attribution }, fitting) => [
    ...fitting(body),
    ...(attribution === '' ? [] : [plainParagraph(attribution)]),
  ],
  holds: [
    { key: 'body', is: 'blocks' },
    { key: 'attribution', is: 'text' },
  ],
  toHast({ body, attribution }, lower) {
    const words = lower(body);
    const quoted = words.length === 0 ? [] : [element('blockquote', {}, words)];
    if (!hasInk(attribution)) return quoted;
    // A quotation holds nothing but the words quoted.
    const caption = element('figcaption', {}, collapseText(attribution));
    return [element('figure', { className: ['quote'] }, [...quoted, caption])];
  },
  wire: quoteWire,
  markdown: quoteMarkdown,
  fromHast(from, read) {
    if (from.tagName === 'blockquote') return toQuote(from.children, [], read);
    const parts = quotedFigure(from);
    return parts === undefined
      ? undefined
      : toQuote(parts.quoted?.children ?? [], parts.attribution, read);
  },
};

/**
 * The quotation of a `figure` and the name of who said it. In a figure of ours one of them may be
 * missing. Undefined for a figure that holds no quotation.
 */
export function quotedFigure(
  figure: Element,
  isOurs = hasClass(figure, 'quote'),
): { quoted: Element | undefined; attribution: RootContent[] } | undefined {
  if (figure.tagName !== 'figure') return undefined;
  const parts = figure.children.filter((child) => child.type === 'element' || isWords(child));
  const quoted = parts.find((part) => isTag(part, 'blockquote'));
  const attribution = parts.filter((part) => isTag(part, 'figcaption'));
  if (quoted === undefined ? !isOurs : parts[0] !== quoted) return undefined;
  return parts.length === attribution.length + (quoted === undefined ? 0 : 1)
    ? { quoted, attribution }
    : undefined;
}

function isTag(node: RootContent, tagName: string): node is Element {
  return node.type === 'element' && node.tagName === tagName;
}

function isWords(node: RootContent): boolean {
  return node.type === 'text' && hasInk(node.value);
}

function toQuote(
  quoted: readonly RootContent[],
  caption: readonly RootContent[],
  read: ReadInside,
): Block[] {
  const { words, attribution } = signed(quoted, caption, read);
  const body = read.blocks(words);
  if (body.length === 0 && attribution === '') return [];
  return [{ type: 'quote', id: newBlockId(), body, attribution }];
}

/** The words of a quotation, and who said it: its caption, else the signature at its end. */
export function signed(
  quoted: readonly RootContent[],
  caption: readonly RootContent[],
  read: ReadInside,
): { words: readonly RootContent[]; attribution: string } {
  const last = quoted.findLast((child) => child.type === 'element' || isWords(child));
  if (caption.length > 0 || last === undefined || !isSignature(last)) {
    return { words: quoted, attribution: lineOf(caption, read) };
  }
  // A dash before the name is how pages without a style say who it was.
  const attribution = lineOf([last], read).replace(/^(?:--|[-–—―])\s*(?=\S)/u, '');
  return { words: quoted.filter((child) => child !== last), attribution };
}

/** `<footer>`, `<cite>`, or a paragraph that is a `<cite>`, at the end of a quotation. */
function isSignature(node: RootContent): boolean {
  if (node.type !== 'element') return false;
  if (node.tagName === 'footer' || node.tagName === 'cite') return true;
  const inner = node.children.filter((child) => child.type !== 'text' || hasInk(child.value));
  const [only] = inner;
  return (
    node.tagName === 'p' &&
    inner.length === 1 &&
    only?.type === 'element' &&
    only.tagName === 'cite'
  );
}

/** The words of some nodes on one line, without marks. */
function lineOf(nodes: readonly RootContent[], read: ReadInside): string {
  return collapseText(plainText(read.runs(nodes)));
}
