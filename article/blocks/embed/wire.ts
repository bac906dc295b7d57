import { hasClass } from '../../html/classes.ts';
import { byClass, find, shownText } from '../../html/find.ts';
import { hasInk } from '../../html/white-space.ts';
import type { WireForm } from '../../wire/form.ts';

/** `What it is called (whose it is)`, and its address. */
export const embedWire: WireForm = {
  write(element) {
    if (!hasClass(element, 'embed')) return undefined;
    const link = find(element, ({ tagName }) => tagName === 'a');
    const title = link === undefined || hasClass(link, 'unnamed') ? '' : shownText(link);
    const provider = shownText(byClass(element, 'provider'));
    const named = hasInk(title) && hasInk(provider) ? `${title} (${provider})` : title || provider;
    return [named, link?.properties.href ?? ''].join('\n').trim();
  },
};
