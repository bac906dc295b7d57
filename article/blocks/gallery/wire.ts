import { hasClass } from '../../html/classes.ts';
import { childOf, findAll, shownText } from '../../html/find.ts';
import { hasInk } from '../../html/white-space.ts';
import type { WireForm } from '../../wire/form.ts';
import { writePicture } from '../image/wire.ts';

/** A line for each picture, and the caption below them. */
export const galleryWire: WireForm = {
  write(element, { page }) {
    if (element.tagName !== 'figure' || !hasClass(element, 'gallery')) return undefined;
    const pictures = findAll(element, (one) => hasClass(one, 'image'));
    const lines = pictures.map((picture) => writePicture(picture, page));
    return [...lines, shownText(childOf(element, 'figcaption'))].filter(hasInk).join('\n');
  },
};
