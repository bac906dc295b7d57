import fs from 'node:fs';
import path from 'node:path';
import { root } from './checkout.js';

const folder = path.join(root, 'node_modules/electron');

/**
 * Electron's program, if it is on this machine. (Asking the `electron` package would download it.)
 * @returns {string | undefined} its path
 */
export function electronRuntime() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const program = path.join(override || path.join(folder, 'dist'), programInDist());
  return fs.existsSync(program) ? program : undefined;
}

function programInDist() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @returns {boolean} whether a window can be shown */
export function hasDisplay() {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}
