import type { WireLine } from './lines.ts';

/** Marks that end a sentence, at the end of a text. */
export const FINAL_PUNCTUATION = /[.,;:!?…。、！？：；]["'”’»)\]]*$/u;
const MARKED = /^(?:[-*•–]|[1-9]\d{0,2}[.)])(?:\s|$)/u;

/** True for a line that may be a title: it is no sentence, and no item of a list. */
export function isTitle({ text }: Pick<WireLine, 'text'>): boolean {
  return !FINAL_PUNCTUATION.test(text) && !MARKED.test(text);
}
