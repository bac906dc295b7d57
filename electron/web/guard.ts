import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** Why a request is refused; nothing of it has been looked at but its head. */
export interface Refusal {
  status: 400 | 403 | 405 | 415;
  message: string;
}

/**
 * Refuses what the app's own page would never send: another host name (a rebound address), a
 * foreign origin, a change without an origin, a request that another site caused.
 */
export function refuse(request: IncomingMessage, host: string): Refusal | undefined {
  const hosts = valuesOf(request, 'host');
  if (hosts.length !== 1 || hosts[0] !== host) {
    return { status: 403, message: `Galley answers only at http://${host}/` };
  }
  const origins = valuesOf(request, 'origin');
  const isChange = request.method === 'POST';
  if (!isChange && request.method !== 'GET' && request.method !== 'HEAD') {
    return { status: 405, message: 'Galley knows GET, HEAD and POST' };
  }
  if (origins.some((origin) => origin !== `http://${host}`) || (isChange && origins.length !== 1)) {
    return { status: 403, message: 'Only Galley’s own page may ask this' };
  }
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none' && !isFollowedLink(request)) {
    return { status: 403, message: 'Another site may not ask this' };
  }
  if (isChange && !/^application\/json(?:;|$)/iu.test(request.headers['content-type'] ?? '')) {
    return { status: 415, message: 'A call is application/json' };
  }
  return undefined;
}

/** A secret that nobody can guess. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

/** True if two secrets are the same; takes as long for any two. */
export function sameSecret(given: unknown, secret: string): boolean {
  if (typeof given !== 'string') return false;
  return timingSafeEqual(digest(given), digest(secret));
}

/** The value of a cookie of the request. */
export function cookieOf(request: IncomingMessage, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = pair.trim().split('=');
    if (key === name) return value;
  }
  return undefined;
}

/** A person came to the page by a link or by Galley's own redirect file. It holds nothing private. */
function isFollowedLink({ method, url, headers }: IncomingMessage): boolean {
  return (
    method === 'GET' &&
    url === '/' &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document'
  );
}

/** All values of a header, also where Node would keep only the first. */
function valuesOf({ rawHeaders }: IncomingMessage, name: string): string[] {
  return rawHeaders.filter(
    (_, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === name,
  );
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
