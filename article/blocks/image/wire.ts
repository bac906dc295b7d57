import type { Element } from 'hast';
import { hasClass } from '../../html/classes.ts';
import { byClass, find, shownText } from '../../html/find.ts';
import { collapseText, hasInk } from '../../html/white-space.ts';
import type { WireForm, WirePage } from '../../wire/form.ts';
import { inlineText } from '../../wire/inline-text.ts';

/** `[Picture: what it shows (who made it)]` */
export const imageWire: WireForm = {
  write: (element, { page }) =>
    element.tagName === 'figure' && hasClass(element, 'image')
      ? writePicture(element, page)
      : undefined,
};

/** One picture as a line. */
export function writePicture(figure: Element, { words: { picture } }: WirePage): string {
  const caption = byClass(figure, 'caption');
  const alt = find(figure, ({ tagName }) => tagName === 'img')?.properties.alt;
  const elsewhere = byClass(figure, 'picture');
  const words = [
    caption === undefined ? '' : collapseText(inlineText(caption.children)),
    typeof alt === 'string' ? alt : '',
    byClass(elsewhere, 'unnamed') === undefined ? shownText(elsewhere) : '',
  ].find(hasInk);
  const rights = [byClass(figure, 'credit'), byClass(figure, 'copyright')].map(shownText);
  const by = [...new Set(rights)].filter(hasInk).join('; ');
  const said = [words ?? '', hasInk(by) ? `(${by})` : ''].filter(hasInk).join(' ');
  return hasInk(said) ? `[${picture}: ${said}]` : `[${picture}]`;
}
