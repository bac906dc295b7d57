import fs from 'node:fs';
import path from 'node:path';
import { pinnedNode, root } from './checkout.js';
import { run } from './run.js';

/**
 * Makes `node_modules` what `package-lock.json` asks for, with npm, when it is not.
 * All output goes to standard error.
 * @returns {Promise<void>} throws when npm fails
 */
export async function installPackages() {
  const reason = staleReason();
  if (reason === undefined) return;
  console.error(`Installing packages (${reason}) …`);
  // Not `npm ci`: it refuses a lock file that lacks the optional packages of other systems, which
  // is what a registry without them leaves. What is locked is installed as locked.
  await npm(['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']);
  // `ignore-scripts` in someone's npm settings leaves the pinned Node out.
  if (!fs.existsSync(pinnedNode)) {
    await npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error']);
  }
  const still = staleReason();
  if (still !== undefined) throw new Error(`The packages are not complete: ${still}.`);
}

/** @returns {string | undefined} why packages must be installed */
function staleReason() {
  const installed = lockedPackages('node_modules/.package-lock.json');
  if (installed === undefined) return 'first start';
  if (!fs.existsSync(pinnedNode)) return 'the pinned Node is missing';
  const wanted = lockedPackages('package-lock.json') ?? {};
  for (const [place, { version, integrity, optional }] of Object.entries(wanted)) {
    const found = installed[place];
    // Optional packages for other systems are in the lock file but not on the disk.
    if (place === '' || (found === undefined && optional)) continue;
    const name = place.replace(/^.*node_modules\//, '');
    if (found?.version !== version || found?.integrity !== integrity) {
      return `${name} ${version} is wanted`;
    }
    if (!fs.existsSync(path.join(root, place))) return `${name} is missing`;
  }
  return undefined;
}

/**
 * @param {string} file a lock file; npm keeps one of what it has installed
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }> | undefined}
 */
function lockedPackages(file) {
  const place = path.join(root, file);
  return fs.existsSync(place) ? JSON.parse(fs.readFileSync(place, 'utf8')).packages : undefined;
}

/** @param {string[]} args */
async function npm(args) {
  // npm tells the scripts it runs where its own code is.
  const npmCode = process.env['npm_execpath'];
  const stdio = /** @type {const} */ (['inherit', 2, 2]);
  const code = npmCode?.endsWith('.js')
    ? await run(process.execPath, [npmCode, ...args], { stdio: [...stdio] })
    : await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { stdio: [...stdio] });
  if (code !== 0) throw new Error(`npm ${args[0]} failed (exit code ${code}); see above.`);
}
