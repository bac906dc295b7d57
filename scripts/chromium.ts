import fs from 'node:fs';
import path from 'node:path';
import { run } from './run.js';

const programFiles = [
  process.env['PROGRAMFILES'],
  process.env['PROGRAMFILES(X86)'],
  process.env['LOCALAPPDATA'],
].filter((folder) => folder !== undefined);

const places = [
  // Chromium without the window around the page: the same pages, in two thirds of the time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/opt/google/chrome/chrome',
  '/opt/microsoft/msedge/msedge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...programFiles.flatMap((folder) => [
    path.join(folder, 'Google/Chrome/Application/chrome.exe'),
    path.join(folder, 'Microsoft/Edge/Application/msedge.exe'),
  ]),
];

/**
 * The Chromium for the end-to-end tests: `GALLEY_CHROMIUM`, else Debian's (the one without windows
 * first), else an installed Chrome or Edge.
 */
export function findChromium(): string | undefined {
  return process.env['GALLEY_CHROMIUM'] || places.find((place) => fs.existsSync(place));
}

/**
 * Installs Chromium where that is ours to do: on Debian, as root. Answers what a person has to do
 * when there is none in the end.
 */
export async function installChromium(): Promise<string | undefined> {
  if (findChromium() !== undefined) return undefined;
  const advice =
    'The end-to-end tests need Chromium: install Chromium, Chrome or Edge, or name one in GALLEY_CHROMIUM';
  if (!fs.existsSync('/etc/debian_version')) return `${advice}.`;
  if (process.getuid?.() !== 0) return `${advice} (sudo apt-get install chromium).`;
  console.error('Installing Chromium for the end-to-end tests …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['-qq', 'update'], { env, stdio: ['ignore', 'ignore', 2] });
  for (const name of ['chromium-headless-shell', 'chromium']) {
    // The second where the first cannot be had.
    // oxlint-disable-next-line no-await-in-loop
    await run('apt-get', ['-qqy', 'install', '--no-install-recommends', name], {
      env,
      stdio: ['ignore', 'ignore', 2],
    });
    if (findChromium() !== undefined) break;
  }
  return findChromium() === undefined ? `${advice}; apt-get did not bring it.` : undefined;
}
