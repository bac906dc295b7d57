import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { nodeFlags, pinnedNode, root } from './checkout.js';
import { run } from './run.js';

const stampFile = path.join(root, 'out/built-from');
const built = [
  'out/renderer/index.html',
  'out/main/main.js',
  'out/preload/preload.cjs',
  'out/cli/cli.js',
];
const sources = [
  'article',
  'assets',
  'electron',
  'renderer',
  'package-lock.json',
  'scripts/bundles.ts',
  'vite.config.ts',
];

/** Stands for everything that goes into `out/`: it changes when any of it does. */
export function sourcesHash(): string {
  const hash = createHash('sha256');
  const add = (place: string) => {
    const full = path.join(root, place);
    if (fs.statSync(full).isDirectory()) {
      for (const name of fs.readdirSync(full).toSorted()) add(`${place}/${name}`);
    } else {
      hash.update(`${place}\0`).update(fs.readFileSync(full)).update('\0');
    }
  };
  for (const place of sources) add(place);
  return hash.digest('hex');
}

/** Notes what `out/` was built from. */
export function stampBuild(hash: string): void {
  fs.writeFileSync(stampFile, `${hash}\n`);
}

function isBuilt(): boolean {
  return (
    built.every((file) => fs.existsSync(path.join(root, file))) &&
    fs.existsSync(stampFile) &&
    fs.readFileSync(stampFile, 'utf8').trim() === sourcesHash()
  );
}

/** Builds `out/` when the sources have changed since it was built; throws when that fails. */
export async function ensureBuilt(): Promise<void> {
  if (isBuilt()) return;
  console.error('Building …');
  const code = await run(pinnedNode, [...nodeFlags, 'scripts/build.ts'], {
    stdio: ['ignore', 2, 2],
  });
  if (code !== 0) throw new Error('The build failed; see above.');
}
