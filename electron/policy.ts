/**
 * The content security policy of the app's own page, in both hosts: nothing but what its host
 * serves, no inline code or styles, framed by nobody.
 */
export const APP_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The type of a file that the app's page is made of, by the end of its name. */
export function contentType(file: string): string {
  const end = file.slice(file.lastIndexOf('.') + 1);
  return contentTypes[end] ?? 'application/octet-stream';
}

const contentTypes: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};
