import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { type InlineConfig, build } from 'vite';
import { root } from './checkout.js';
import { sourcesHash, stampBuild } from './sources.ts';

const builtins = new Set([...builtinModules, ...builtinModules.map((name) => `node:${name}`)]);
const external = (id: string) =>
  id === 'electron' || id === 'original-fs' || id.startsWith('node:') || builtins.has(id);

/** Main and preload are built alike: everything in the bundle but Electron and Node's own modules. */
function shellBuild(entry: string, outDir: string, format: 'es' | 'cjs', file: string) {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: entry,
      outDir,
      target: 'node24',
      emptyOutDir: true,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        external,
        output: {
          format,
          entryFileNames: file,
          chunkFileNames: '[name].js',
          codeSplitting: format === 'es',
        },
      },
    },
  } satisfies InlineConfig;
}

/** Builds beside the old one and swaps them, so that a running Galley is never without its files. */
async function swap(name: string, config: InlineConfig) {
  const folder = path.join(root, 'out', name);
  const fresh = `${folder}.new-${process.pid}`;
  await build({ ...config, build: { ...config.build, outDir: fresh } });
  fs.rmSync(folder, { recursive: true, force: true });
  fs.renameSync(fresh, folder);
}

const hash = sourcesHash();
await swap('renderer', {
  root: path.join(root, 'renderer'),
  configFile: path.join(root, 'vite.config.ts'),
  logLevel: 'warn',
});
await swap('main', shellBuild('electron/main.ts', 'main', 'es', 'main.js'));
await swap('preload', shellBuild('electron/preload.ts', 'preload', 'cjs', 'preload.cjs'));
stampBuild(hash);
