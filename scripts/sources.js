import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pinnedNode, root } from './checkout.js';
import { run } from './run.js';

const stampFile = path.join(root, 'out/built-from');
const built = ['out/renderer/index.html', 'out/main/main.js', 'out/preload/preload.cjs'];
const sources = ['article', 'electron', 'renderer', 'assets', 'vite.config.ts', 'scripts/build.ts'];

/**
 * Stands for everything that goes into `out/`: it changes when any of it does.
 * @returns {string} a SHA-256 in hex
 */
export function sourcesHash() {
  const hash = createHash('sha256');
  /** @param {string} place */
  const add = (place) => {
    const full = path.join(root, place);
    if (!fs.existsSync(full)) return;
    if (fs.statSync(full).isDirectory()) {
      for (const name of fs.readdirSync(full).toSorted()) add(`${place}/${name}`);
    } else {
      hash.update(`${place}\0`).update(fs.readFileSync(full)).update('\0');
    }
  };
  for (const place of [...sources, 'package-lock.json']) add(place);
  return hash.digest('hex');
}

/**
 * Notes what `out/` was built from.
 * @param {string} hash
 */
export function stampBuild(hash) {
  fs.writeFileSync(stampFile, `${hash}\n`);
}

/** @returns {boolean} whether `out/` is what the sources say */
function isBuilt() {
  return (
    built.every((file) => fs.existsSync(path.join(root, file))) &&
    fs.existsSync(stampFile) &&
    fs.readFileSync(stampFile, 'utf8').trim() === sourcesHash()
  );
}

/**
 * Builds `out/` when the sources have changed since it was built.
 * @returns {Promise<void>} throws when the build fails
 */
export async function ensureBuilt() {
  if (isBuilt()) return;
  console.error('Building …');
  const code = await run(pinnedNode, ['scripts/build.ts'], { stdio: ['ignore', 2, 2] });
  if (code !== 0) throw new Error('The build failed; see above.');
}
