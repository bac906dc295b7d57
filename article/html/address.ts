import { safeHref } from './href.ts';

/**
 * The address of a link or a picture, made whole where it is relative to `base` (http or https).
 * Undefined for one that may not be published, or that is relative to nothing that is known.
 */
export function resolveAddress(href: string, base: string | undefined): string | undefined {
  const clean = href.replace(/[\t\n\r]/gu, '').trim();
  const whole = safeHref(clean);
  if (whole !== undefined) return whole;
  if (/^\/\/[^/]/u.test(clean)) return safeHref(`${schemeOf(base)}${clean}`);
  const parts = /^(https?:\/\/[^/?#]+)([^?#]*)/iu.exec(base ?? '');
  if (parts === null || clean === '' || /^[a-z][a-z0-9+.-]*:/iu.test(clean)) return undefined;
  const [, origin = '', path = ''] = parts;
  if (clean.startsWith('/')) return safeHref(origin + withoutDots(clean));
  if (clean.startsWith('?')) return safeHref(`${origin}${path || '/'}${clean}`);
  return safeHref(origin + withoutDots(`${path.replace(/[^/]*$/u, '') || '/'}${clean}`));
}

function schemeOf(base: string | undefined): string {
  return /^http:/iu.test(base ?? '') ? 'http:' : 'https:';
}

/** A path without `.` and `..`; what follows `?` or `#` stays as it is. */
function withoutDots(path: string): string {
  const [, steps = '', rest = ''] = /^([^?#]*)(.*)$/su.exec(path) ?? [];
  const kept: string[] = [];
  for (const step of steps.split('/')) {
    if (step === '..') {
      if (kept.length > 1) kept.pop();
    } else if (step !== '.') {
      kept.push(step);
    }
  }
  if (/(?:^|\/)\.{1,2}$/u.test(steps)) kept.push('');
  return kept.join('/') + rest;
}
