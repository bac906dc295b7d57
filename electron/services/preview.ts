/** A page that a host serves, with the headers that belong to it. */
export interface ServedPage {
  html: string;
  headers: Record<string, string>;
}

/**
 * The policy of the preview: the page's own styles and pictures, no script, framed by the app. A
 * frame of the app's own address would inherit the app's policy and show the page without style.
 */
const PREVIEW_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

/** The exported page, byte for byte, as it is served to the preview. */
export function previewPage(html: string): ServedPage {
  return {
    html,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': PREVIEW_POLICY,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    },
  };
}
