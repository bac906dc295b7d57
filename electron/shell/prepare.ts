import { app } from 'electron';
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { defaultDataFolder, defaultDeskFolder } from '../folders.ts';
import { FileQueue } from './file-queue.ts';
import { registerAppScheme } from './protocol.ts';

/** What is known before Electron is ready. */
export interface Prepared {
  /** The folder named with `--desk`, else the one in the person's documents. */
  deskFolder: string;
  /** Whether a new desk is made where one was before. */
  anew: boolean;
  /** What Galley keeps for this machine. */
  dataFolder: string;
  /** Files that the system asks us to open, from now on. */
  files: FileQueue;
}

/**
 * Does, synchronously, what Electron wants done before it is ready. Answers undefined when Galley
 * runs already: then the other one has been told and this one must quit.
 */
export function prepare(): Prepared | undefined {
  app.setName('Galley');
  const dataFolder = defaultDataFolder();
  // Chromium keeps a lot; it shall not lie among what is ours.
  const chromiumFolder = path.join(dataFolder, 'chromium');
  fs.mkdirSync(chromiumFolder, { recursive: true });
  app.setPath('userData', chromiumFolder);
  app.enableSandbox();
  registerAppScheme();
  if (!app.requestSingleInstanceLock()) return undefined;

  const own = readArguments(process.argv.slice(app.isPackaged ? 1 : 2));
  const files = new FileQueue(own.files);
  app.on('open-file', (event, file) => {
    event.preventDefault();
    files.add(file);
  });
  app.on('second-instance', (_event, argv, folder) => {
    const { files: named } = readArguments(argv.slice(app.isPackaged ? 1 : 2));
    for (const file of named) files.add(file, folder);
  });
  const deskFolder = path.resolve(own.deskFolder ?? defaultDeskFolder());
  return { deskFolder, anew: own.anew, dataFolder, files };
}

/** Reads our arguments among the switches that Chromium adds to them. */
export function readArguments(argv: readonly string[]): {
  deskFolder: string | undefined;
  anew: boolean;
  files: string[];
} {
  const { values, positionals } = parseArgs({
    args: [...argv],
    options: { desk: { type: 'string' }, 'new-desk': { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
  });
  return {
    deskFolder: typeof values.desk === 'string' ? values.desk : undefined,
    anew: values['new-desk'] === true,
    files: positionals.filter((file) => file.endsWith('.json')),
  };
}
