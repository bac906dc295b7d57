import { type ElectronApplication, test as base } from 'playwright/test';
import { launchElectron, missingElectron } from './electron-host.ts';
import { type Faults, watchPages } from './faults.ts';
import { type Folders, freshFolders, startWebHost } from './web-host.ts';

/** The Galley that a test drives: the web host, or the Electron app where a runtime exists. */
interface Host extends Folders {
  kind: 'web' | 'electron';
  /** The address of the app; with the token in the web host. */
  url: string;
  /** Present in Electron only. */
  electron?: ElectronApplication;
}

interface Fixtures {
  shell: 'web' | 'electron';
  needsRuntime: void;
  /** Where the desk will be; extend it to prepare a desk before Galley makes its sample. */
  folders: Folders;
  host: Host;
  faults: Faults;
}

/**
 * Playwright's `test` on a Galley of its own: a real host process, a fresh desk and data folder.
 * `page` shows the app; the test fails on any console error, uncaught error, CSP violation, or
 * request that leaves the host, unless `faults.allow` expects it.
 */
export const test = base.extend<Fixtures>({
  shell: ['web', { option: true }],
  needsRuntime: [
    async ({ shell }, use, info) => {
      const missing = shell === 'electron' ? missingElectron() : undefined;
      info.skip(missing !== undefined, missing);
      await use();
    },
    { auto: true },
  ],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern
  folders: async ({}, use) => {
    const folders = await freshFolders();
    await use(folders);
    await folders.remove();
  },
  host: async ({ shell, folders }, use) => {
    if (shell === 'electron') {
      const electron = await launchElectron(folders);
      await use({ kind: 'electron', url: 'app://galley/', ...folders, electron });
      await electron.close();
    } else {
      const web = await startWebHost(folders);
      await use({ kind: 'web', url: web.url, ...folders });
      await web.stop();
    }
  },
  faults: async ({ context, host }, use) => {
    const ours = new URL(host.url).host;
    const faults = await watchPages(host.electron?.context() ?? context, (url) => {
      const { protocol, host: where } = new URL(url);
      return where === ours || protocol === 'blob:' || protocol === 'about:';
    });
    await use(faults);
    expect(faults.seen, 'console errors, CSP violations and requests that left the host').toEqual(
      [],
    );
  },
  page: async ({ page, host, faults: _watched }, use) => {
    if (host.electron !== undefined) {
      await use(await host.electron.firstWindow());
    } else {
      await page.goto(host.url);
      await use(page);
    }
  },
});

/** Playwright's own `expect`. */
export const expect = test.expect;
