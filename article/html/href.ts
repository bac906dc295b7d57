const SCHEME = /^(?:https?:\/\/[^/]|mailto:.|tel:.|#.)/iu;

/** Like `safeHref`, for what must be on the web: http or https. */
export function webAddress(url: string | undefined): string | undefined {
  const href = url === undefined ? undefined : safeHref(url);
  return href !== undefined && /^http/iu.test(href) ? href : undefined;
}

/**
 * The address of a link that may be published, fit for an attribute: http, https, mailto, tel or a
 * place on the same page. Undefined for everything else, such as `javascript:` or a relative path.
 */
export function safeHref(href: string): string | undefined {
  // Browsers drop line ends and tabs inside an address before they look at its scheme.
  const clean = href.replace(/[\t\n\r]/gu, '').trim();
  if (!SCHEME.test(clean)) return undefined;
  return clean.replace(/[\p{Cc}\s"<>`]/gu, (character) => encodeURIComponent(character));
}
