import type { BrowserContext } from 'playwright/test';

/** What the pages of a test must not do: see `watchPages`. */
export interface Faults {
  /** Everything seen that was not allowed, one line each. */
  seen: string[];
  /** Says that this test causes such a fault on purpose. */
  allow(pattern: RegExp): void;
}

/**
 * Watches every page of a browser context for console errors, uncaught errors, violations of the
 * content security policy, and requests to anywhere but `isOurs`.
 */
export async function watchPages(
  context: BrowserContext,
  isOurs: (url: string) => boolean,
): Promise<Faults> {
  const seen: string[] = [];
  // Playwright's recording looks into every frame, and that of the preview runs no script.
  const allowed: RegExp[] = [/Blocked script execution in '[^']*\/preview\//];
  const note = (fault: string) => {
    if (!allowed.some((pattern) => pattern.test(fault))) seen.push(fault);
  };
  context.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => note(`uncaught: ${error.error().stack ?? ''}`));
  context.on('request', (request) => {
    if (!isOurs(request.url())) note(`request: ${request.url()}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`CSP ${event.effectiveDirective} refused ${event.blockedURI}`);
    });
  });
  return { seen, allow: (pattern) => void allowed.push(pattern) };
}
