import type { ElementContent } from 'hast';
import { datelineOf } from '../../dateline/detect.ts';
import { hasClass } from '../../html/classes.ts';
import { shownText } from '../../html/find.ts';
import { hasInk } from '../../html/white-space.ts';
import { newBlockId } from '../../ids.ts';
import type { WireForm } from '../../wire/form.ts';
import { inlineText } from '../../wire/inline-text.ts';
import { RULE } from '../../wire/lines.ts';
import { unwrapAlone } from '../../wire/unwrap.ts';
import { anyWord } from '../../wire/words.ts';
import { plainParagraph } from '../paragraph/paragraphs.ts';

const DATELINE = new RegExp(`^(?:${anyWord('dateline')})\\s?(?::\\s|：)(?<printed>.+)$`, 'iu');
/** A space follows what is printed of a dateline, but for a bracket that closes it. */
const ENDS_OPEN = /[^】）]$/u;

/** It runs in with its lead; where it could not be told from words, a line above the lead says it. */
export const datelineWire: WireForm = {
  // A form with tabs may have a line for the dateline, too.
  asked: 'last',
  write(element, { said, page }) {
    const printed = said ? datelineIn(element) : undefined;
    if (printed === undefined) return undefined;
    const words = inlineText(element.children.slice(1)).trim();
    return [`${page.words.dateline}: ${printed}`, words].filter(hasInk).join('\n');
  },
  /** The line with its lead. */
  linesAt(chunk, at, { inside }, endsAt) {
    if (inside === true || !DATELINE.test(chunk[at]!.text)) return 0;
    let end = at + 1;
    while (chunk[end] !== undefined && chunk[end]?.marker === undefined) {
      const { text } = chunk[end]!;
      if (text === RULE || DATELINE.test(text) || endsAt(end)) break;
      end += 1;
    }
    return end - at;
  },
  read(chunk, { inside }) {
    const [{ text } = { text: '' }, ...below] = chunk;
    const printed = inside ? '' : (DATELINE.exec(text)?.groups?.printed ?? '');
    if (!hasInk(printed) || below.some(({ marker }) => marker !== undefined)) return undefined;
    const paragraphs = unwrapAlone(below.map((line) => line.text));
    return (reader) => {
      const [lead, ...more] = paragraphs;
      const whole = ENDS_OPEN.test(printed) ? `${printed} ` : printed;
      const dateline = datelineOf(whole, { style: reader.house.datelineStyle });
      return [
        { type: 'dateline', id: newBlockId(), ...dateline },
        ...(lead === undefined ? [] : [plainParagraph(lead)]),
        ...more.map(reader.text),
      ];
    };
  },
};

/** The dateline at the head of a paragraph. */
export function datelineIn(node: ElementContent): string | undefined {
  const [head] = node.type === 'element' ? node.children : [];
  return head?.type === 'element' && hasClass(head, 'dateline') ? shownText(head) : undefined;
}
