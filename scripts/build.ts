import fs from 'node:fs';
import path from 'node:path';
import { buildCli, buildMain, buildPreload, buildRenderer } from './bundles.ts';
import { root } from './checkout.js';
import { sourcesHash, stampBuild } from './sources.ts';

/** Builds beside the old one and swaps them, so that a running Galley is never without its files. */
async function swap(name: string, build: (folder: string) => Promise<void>): Promise<void> {
  const folder = path.join(root, 'out', name);
  const fresh = `${folder}.new-${process.pid}`;
  try {
    await build(fresh);
    // Another build may put its own there in between.
    for (let tries = 5; fs.existsSync(fresh); tries -= 1) {
      fs.rmSync(folder, { recursive: true, force: true });
      try {
        fs.renameSync(fresh, folder);
      } catch (error) {
        if (tries === 0) throw error;
      }
    }
  } finally {
    fs.rmSync(fresh, { recursive: true, force: true });
  }
}

// A test that starts Galley says `test` here, and React would be built for development.
process.env['NODE_ENV'] = 'production';
const hash = sourcesHash();
await swap('renderer', buildRenderer);
await swap('main', buildMain);
await swap('preload', buildPreload);
await swap('cli', buildCli);
stampBuild(hash);
