import os from 'node:os';
import { defineConfig } from 'playwright/test';
import { chromiumLaunch } from './test/e2e/chromium.ts';

export default defineConfig<{ shell: 'web' | 'electron' }>({
  testDir: 'test/e2e',
  outputDir: 'test-results',
  globalSetup: './test/e2e/set-up.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // A net for a machine that is shared; what needed it is named as a fault.
  retries: process.env['CI'] ? 2 : 0,
  // A test waits for frames, disks and clocks: every core has one at work meanwhile.
  workers: os.availableParallelism() + 1,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    launchOptions: chromiumLaunch(),
    viewport: { width: 1280, height: 800 },
    locale: 'en-US',
    timezoneId: 'UTC',
    // Recording takes a third of the time of a test: `--trace on` records one that is looked into.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'chromium', use: { shell: 'web' }, testIgnore: '**/electron.spec.ts' },
    // What drives the whole app runs in both; the editor or a page alone is the same in both.
    {
      name: 'electron',
      use: { shell: 'electron' },
      testMatch: '**/{app-*,electron,start}.spec.ts',
    },
  ],
});
