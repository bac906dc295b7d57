import { hasClass } from '../../html/classes.ts';
import { newBlockId } from '../../ids.ts';
import type { WireForm } from '../../wire/form.ts';
import { type InEachLanguage, anyOf, inLanguage } from '../../wire/words.ts';
import { quotedAt, readQuoted, writeQuoted } from '../quote/wire.ts';

/** What a line calls it, by the language of the copy. */
const WORDS: InEachLanguage = {
  en: 'Pull quote',
  ja: '抜き書き',
  ar: 'اقتباس',
  de: 'Zitat',
  fr: 'Exergue',
  es: 'Destacado',
};
const PULLED = new RegExp(`^\\[(?:${anyOf(Object.values(WORDS))})\\]$`, 'iu');

/** A quotation below a line that says that it is pulled. */
export const pullquoteWire: WireForm = {
  write: (element, writer) =>
    hasClass(element, 'pullquote')
      ? `[${inLanguage(WORDS, writer.page.language)}]\n${writeQuoted(element, writer)}`
      : undefined,
  linesAt(chunk, at) {
    const lines = PULLED.test(chunk[at]!.text) ? quotedAt(chunk, at + 1) : 0;
    return lines === 0 ? 0 : lines + 1;
  },
  read(chunk) {
    const quote = PULLED.test(chunk[0]?.text ?? '') ? readQuoted(chunk.slice(1)) : undefined;
    if (quote === undefined) return undefined;
    const text = quote.chunks
      .flat()
      .map((line) => line.text)
      .join(' ');
    const content = text === '' ? [] : [{ text }];
    return () => [{ type: 'pullquote', id: newBlockId(), content, attribution: quote.attribution }];
  },
};
