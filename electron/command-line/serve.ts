import { once } from 'node:events';
import path from 'node:path';
import { boot } from '../boot.ts';
import { assetsFolder, rendererFolder } from '../checkout.ts';
import { defaultDataFolder, defaultDeskFolder } from '../folders.ts';
import { openBrowser } from '../web/open-browser.ts';
import { serveDesk } from '../web/serve-desk.ts';
import { browserDesktop } from '../web/web.ts';
import { readServeOptions } from './serve-options.ts';
import { stopSignal } from './stop-signal.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage.ts';

/** `galley serve`: answers the exit code when it has been told to stop. */
export async function serve(args: string[], terminal: Terminal): Promise<number> {
  const { desk, anew, host, port, open: isOpened } = readServeOptions(args);
  if (host === 'electron') {
    throw new UsageError(
      '--electron: galley serve is for the browser; npm start -- --electron opens the desktop app',
    );
  }
  const galley = await boot({
    deskFolder: path.resolve(desk ?? defaultDeskFolder()),
    dataFolder: defaultDataFolder(),
    assetsFolder,
    desktop: browserDesktop,
    anew,
  });
  try {
    const web = await serveDesk(galley, rendererFolder, port);
    // Before the address is out: whoever reads it may stop us at once.
    const stop = stopSignal();
    terminal.print(`Galley is at ${web.url}\n`);
    terminal.print(`The desk is ${galley.deskFolder}. Ctrl+C stops Galley.\n`);
    const closeFile = isOpened ? await open(web.url, terminal) : undefined;
    if (!stop.aborted) await once(stop, 'abort');
    await web.close();
    await closeFile?.();
  } finally {
    await galley.close();
  }
  return 0;
}

async function open(url: string, terminal: Terminal): Promise<(() => Promise<void>) | undefined> {
  try {
    return await openBrowser(url);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    terminal.warn(`The browser could not be opened (${reason}); open the address yourself.\n`);
    return undefined;
  }
}
