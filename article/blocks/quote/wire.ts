import { childOf, shownText } from '../../html/find.ts';
import { hasClass } from '../../html/classes.ts';
import { hasInk } from '../../html/white-space.ts';
import { newBlockId } from '../../ids.ts';
import type { WireForm, WireWriter } from '../../wire/form.ts';
import { type Chunk, type WireLine, readChunks, tidy } from '../../wire/lines.ts';
import type { Element } from 'hast';

/** Each line after a `>` as in a letter, and below them who said it. */
export const quoteWire: WireForm = {
  write(element, writer) {
    if (element.tagName === 'blockquote') return quoted(writer.stacked(element), '');
    return hasClass(element, 'quote') ? writeQuoted(element, writer) : undefined;
  },
  linesAt: quotedAt,
  read(chunk) {
    const quote = readQuoted(chunk);
    if (quote === undefined) return undefined;
    const { chunks, attribution } = quote;
    return ({ inside }) => [{ type: 'quote', id: newBlockId(), body: inside(chunks), attribution }];
  },
};

/** A figure with words that are quoted, and who said them. */
export function writeQuoted(figure: Element, writer: WireWriter): string {
  const words = childOf(figure, 'blockquote');
  const attribution = shownText(childOf(figure, 'figcaption'));
  return quoted(words === undefined ? '' : writer.stacked(words), attribution);
}

function quoted(text: string, attribution: string): string {
  const lines = hasInk(text) ? text.split('\n') : [];
  if (hasInk(attribution)) lines.push(`— ${attribution}`);
  return lines.map((line) => (line === '' ? '>' : `> ${line}`)).join('\n');
}

const QUOTED = /^>(?: |$)/u;
const SIGN = /^[\s\p{Cc}]*>[\s\p{Cc}]?/u;
const SIGNATURE = /^—\s+(?=\S)/u;

/** How many lines from this one on are quoted. */
export function quotedAt(chunk: Chunk, at: number): number {
  let end = at;
  while (isQuoted(chunk[end])) end += 1;
  return end - at;
}

function isQuoted(line: WireLine | undefined): boolean {
  return line !== undefined && QUOTED.test(line.text);
}

/** Lines that are all quoted, the last of them perhaps who said it. */
export function readQuoted(lines: Chunk): { chunks: Chunk[]; attribution: string } | undefined {
  if (lines.length === 0 || !lines.every(isQuoted)) return undefined;
  const words = lines.map(({ raw }) => raw.replace(SIGN, ''));
  if (!words.some(hasInk)) return undefined;
  const last = words.at(-1) ?? '';
  const said = words.slice(0, -1);
  const signed = SIGNATURE.test(last) && (hasInk(said.at(-1) ?? '') || !said.some(hasInk));
  return {
    chunks: readChunks((signed ? said : words).join('\n')),
    attribution: signed ? tidy(last.replace(SIGNATURE, '')) : '',
  };
}
