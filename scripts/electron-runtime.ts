import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pinnedNode, root } from './checkout.js';
import { run } from './run.js';

const folder = path.join(root, 'node_modules/electron');
/** How long the download may bring nothing, in milliseconds. */
const PATIENCE = 20_000;

/** Electron's program, if it is on this machine. (Asking the `electron` package would download it.) */
export function electronRuntime(): string | undefined {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] || path.join(folder, 'dist');
  const program = path.join(dist, programInDist());
  return fs.existsSync(program) ? program : undefined;
}

function programInDist(): string {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

/** Whether a window can be shown. */
export function hasDisplay(): boolean {
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** As much of Electron's own downloader as we use. */
interface Downloader {
  downloadArtifact(what: {
    version: string;
    artifactName: 'electron';
    cacheRoot: string | undefined;
    checksums: Record<string, string>;
    downloadOptions: {
      quiet: true;
      signal: AbortSignal;
      getProgressCallback(progress: { transferred: number; total: number | null }): void;
    };
  }): Promise<string>;
}

/**
 * Fetches Electron's runtime into its cache, showing the progress, and unpacks it. Gives up after
 * 20 s without a byte. Throws an Error that says why in a few words.
 */
export async function fetchElectron(): Promise<string> {
  const require = createRequire(path.join(folder, 'install.js'));
  const { version } = require('./package.json') as { version: string };
  const { downloadArtifact } = require('@electron/get') as Downloader;
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(new Error('nothing came for 20 s')), PATIENCE);
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      cacheRoot: process.env['electron_config_cache'],
      checksums: require('./checksums.json') as Record<string, string>,
      downloadOptions: {
        quiet: true,
        signal: abort.signal,
        getProgressCallback: ({ transferred, total }) => {
          timer.refresh();
          showProgress(version, transferred, total);
        },
      },
    });
  } catch (error) {
    if (shown !== '') process.stderr.write('\n');
    throw new Error(reason(abort.signal.aborted ? abort.signal.reason : error), { cause: error });
  } finally {
    clearTimeout(timer);
  }
  // Unpacks what is in the cache now.
  const code = await run(pinnedNode, [path.join(folder, 'install.js')], {
    stdio: ['ignore', 2, 2],
  });
  const program = electronRuntime();
  if (code !== 0 || program === undefined) throw new Error('it could not be unpacked');
  return program;
}

let shown = '';

const megabytes = (bytes: number) => Math.round(bytes / 1e6);

function showProgress(version: string, transferred: number, total: number | null): void {
  const amount =
    total === null ? megabytes(transferred) : `${megabytes(transferred)}/${megabytes(total)}`;
  const line = `Fetching Electron ${version}: ${amount} MB (npm start -- --web needs none)`;
  if (line === shown || !process.stderr.isTTY) return;
  shown = line;
  process.stderr.write(`\r${line}${total !== null && transferred >= total ? '\n' : ''}`);
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof Error) return 'code' in cause ? String(cause.code) : cause.message;
  return error.message;
}
