import { once } from 'node:events';
import path from 'node:path';
import { AppError } from '../article/app-error.ts';
import { boot } from '../electron/boot.ts';
import { assetsFolder } from '../electron/checkout.ts';
import { stopSignal } from '../electron/command-line/stop-signal.ts';
import { errorLine } from '../electron/command-line/terminal.ts';
import { defaultDataFolder } from '../electron/folders.ts';
import type { Secrets } from '../electron/web/answers.ts';
import { browserDesktop, startWeb } from '../electron/web/web.ts';
import { root } from './checkout.js';

// The services of `npm run dev`, in a process of their own that is started again when they change.

async function serve(): Promise<void> {
  const { GALLEY_DEV = '' } = process.env;
  const { deskFolder, port, secrets } = JSON.parse(GALLEY_DEV) as {
    deskFolder: string;
    port: number;
    secrets: Secrets;
  };
  const stopped = once(stopSignal(), 'abort');
  // However it was that dev.ts ended.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  const galley = await boot({
    deskFolder,
    dataFolder: defaultDataFolder(),
    assetsFolder,
    desktop: browserDesktop,
  });
  try {
    // The page comes from Vite; this host only wants to see one.
    const rendererFolder = path.join(root, 'renderer');
    const web = await startWeb({ galley, rendererFolder, port, secrets });
    process.send?.('ready');
    await stopped;
    await web.close();
  } finally {
    await galley.close();
  }
}

try {
  await serve();
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  process.stderr.write(errorLine(error));
  process.exitCode = 1;
}
if (process.connected) {
  process.removeAllListeners('disconnect');
  process.disconnect();
}
