import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** The Node that Galley runs on, once the packages are installed. */
export const pinnedNode = path.join(
  root,
  'node_modules/node/bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);

/**
 * Arguments that let the pinned Node run our TypeScript quietly (`node:sqlite` still warns), with a
 * smaller nursery, and a heap that is swept before it has grown by half: large files take half of
 * the memory, and hardly more time.
 */
export const nodeFlags = [
  '--disable-warning=ExperimentalWarning',
  '--max-semi-space-size=8',
  '--heap-growing-percent=50',
];
