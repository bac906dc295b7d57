import { safeHref } from '../../../article/html/href.ts';

/**
 * The address that a person means, ready to be published: `example.com/x` gets `https://`, a mail
 * address `mailto:`. Undefined for what is no address, and for every scheme but http, https,
 * mailto and tel.
 */
export function parseAddress(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '' || text.startsWith('#')) return undefined;
  if (/^[^\s@/:]+@[^\s@/]+\.[^\s@/]+$/u.test(text)) return safeHref(`mailto:${text}`);
  if (text.startsWith('//')) return webAddress(`https:${text}`);
  const hostAndPort = /^[^\s/:]+:\d+(?:[/?#]|$)/u;
  if (/^[a-z][a-z\d+.-]*:/iu.test(text) && !hostAndPort.test(text)) return webAddress(text);
  return /^[^\s/:?#@]+\.[^\s/:?#@.]{2,}(?:[/:?#]|$)/u.test(text) && !/\s/u.test(text)
    ? webAddress(`https://${text}`)
    : undefined;
}

function webAddress(text: string): string | undefined {
  const href = safeHref(text);
  return href !== undefined && URL.canParse(href) ? href : undefined;
}

/** True while what is typed is on its way to be an address rather than the words of a headline. */
export function looksLikeAddress(typed: string): boolean {
  const text = typed.trim();
  return /^(?:https?:|mailto:|tel:|\/\/|www\.)/iu.test(text) || parseAddress(text) !== undefined;
}

/** An address as it is shown: without `https://` and a lone slash at the end. */
export function shownAddress(href: string): string {
  return href.replace(/^(?:https?:\/\/|mailto:|tel:)/u, '').replace(/^([^/]+)\/$/u, '$1');
}
