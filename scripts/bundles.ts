import { isBuiltin } from 'node:module';
import path from 'node:path';
import { type InlineConfig, build } from 'vite';
import { root } from './checkout.js';

/** Builds the page of the app into a folder. */
export async function buildRenderer(folder: string): Promise<void> {
  await build({
    root: path.join(root, 'renderer'),
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder },
  });
}

/** The thread that looks at a desk; it lies beside whoever starts it. */
const LOOK_THREAD = 'electron/services/look-thread.ts';

/**
 * Builds Electron's main process into `main.js`, the thread that looks at a desk into
 * `look-thread.js`, and the parts that they share or load later.
 */
export async function buildMain(folder: string): Promise<void> {
  await build(forNode(['electron/main.ts', LOOK_THREAD], folder, 'es', '[name].js'));
}

/** Builds the command line, and with it the web host, in the same way into `cli.js`. */
export async function buildCli(folder: string): Promise<void> {
  await build(forNode(['electron/cli.ts', LOOK_THREAD], folder, 'es', '[name].js'));
}

/** Builds the preload, which the sandbox wants as one CommonJS file, into `preload.cjs`. */
export async function buildPreload(folder: string): Promise<void> {
  await build(forNode(['electron/preload.ts'], folder, 'cjs', 'preload.cjs'));
}

/**
 * Everything goes into the bundle but Electron, Node's own modules and the picture library, which is
 * machine code: see `files` in electron-builder.yml.
 */
function forNode(
  entries: string[],
  folder: string,
  format: 'es' | 'cjs',
  file: string,
): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node24',
      emptyOutDir: true,
      minify: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: entries.map((entry) => path.join(root, entry)),
        external: (id) => id === 'electron' || id === 'sharp' || isBuiltin(id),
        output: {
          format,
          entryFileNames: file,
          chunkFileNames: '[name].js',
          codeSplitting: format === 'es',
        },
      },
    },
  };
}
