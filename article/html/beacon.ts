import type { Element, Properties } from 'hast';

/** The shapes of addresses that only count who reads a page. */
const BEACON =
  /^(?:https?:)?\/\/(?:[^/]*\.)?(?:doubleclick\.net|google-analytics\.com|googletagmanager\.com|scorecardresearch\.com|quantserve\.com|chartbeat\.net|pixel\.wp\.com|stats\.wp\.com|bat\.bing\.com|px\.ads\.linkedin\.com|facebook\.com\/tr\b|sb\.[a-z]+\.com\/(?:b|p)\?)|[/.](?:pixel|beacon|tracking|spacer|blank|1x1|clear)\.(?:gif|png)(?:[?#]|$)/iu;

/** True for a picture or a frame that is there to count readers, and not to be seen. */
export function isBeacon(element: Element): boolean {
  const { src, width, height, style } = element.properties;
  if (tiny(width) && tiny(height)) return true;
  if (typeof style === 'string') {
    const declared = (name: string) =>
      new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*[01](?:px)?\\s*(?:;|$|!)`, 'iu').test(style);
    if (declared('width') && declared('height')) return true;
  }
  return typeof src === 'string' && BEACON.test(src);
}

function tiny(size: Properties[string]): boolean {
  return (
    (typeof size === 'string' || typeof size === 'number') && Number.parseFloat(`${size}`) <= 1
  );
}
