import { type ElectronApplication, _electron } from 'playwright/test';
import { root } from '../../scripts/checkout.js';
import { electronRuntime, hasDisplay } from '../../scripts/electron-runtime.ts';
import type { Folders } from './web-host.ts';

/** Why the Electron app cannot be tested on this machine, if it cannot. */
export function missingElectron(): string | undefined {
  if (electronRuntime() === undefined) return "Electron's runtime is not on this machine";
  if (!hasDisplay()) return 'there is no display for Electron';
  return undefined;
}

/** Starts the built Electron app on these folders. */
export function launchElectron(folders: Folders): Promise<ElectronApplication> {
  const executablePath = electronRuntime();
  if (executablePath === undefined) throw new Error("Electron's runtime is not on this machine");
  return _electron.launch({
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '.',
      '--desk',
      folders.deskFolder,
    ],
    cwd: root,
    env: { ...process.env, GALLEY_DATA: folders.dataFolder, TZ: 'UTC' },
  });
}
