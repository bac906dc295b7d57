import type { LaunchOptions } from 'playwright/test';
import { findChromium } from '../../scripts/chromium.ts';

const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-gpu',
];

/** How the tests start the Chromium of this machine: quiet, and as root without its sandbox. */
export function chromiumLaunch(): LaunchOptions {
  const executablePath = findChromium();
  return {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet,
  };
}
