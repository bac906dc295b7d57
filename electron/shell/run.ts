import { app, session } from 'electron';
import path from 'node:path';
import { boot } from '../boot.ts';
import { answerCalls } from './calls.ts';
import { electronDesktop } from './desktop.ts';
import { guardSession } from './guard.ts';
import { showMenu } from './menu.ts';
import { openFile } from './open-file.ts';
import type { Prepared } from './prepare.ts';
import { serveApp } from './protocol.ts';
import { quitGently } from './quit.ts';
import { readTexts } from './text.ts';
import { openWindow } from './window.ts';
import { Windows } from './windows.ts';

/**
 * Runs the desktop app once Electron is ready. Throws an AppError when the desk's folder cannot
 * be used; its message says what to do.
 */
export async function run({ deskFolder, files }: Prepared): Promise<void> {
  const home = app.getAppPath();
  const assetsFolder = path.join(home, 'assets');
  const dataFolder = app.getPath('userData');
  const text = readTexts(assetsFolder, app.getLocale());
  const services = await boot({
    deskFolder: deskFolder ?? path.join(app.getPath('documents'), 'Galley'),
    dataFolder,
    assetsFolder,
    now: () => new Date(),
    desktop: electronDesktop(),
  });

  guardSession(session.defaultSession);
  await serveApp(path.join(home, 'out/renderer'), (id) => services.preview(id));
  answerCalls(services.handlers);

  const windows = new Windows(() => openWindow(dataFolder));
  services.events.subscribe((event) => windows.tell(event));
  quitGently(windows, () => services.close());
  showMenu({
    platform: process.platform,
    developing: !app.isPackaged,
    text,
    choose: (command) => windows.showAndTell({ name: 'command', data: { command } }),
  });
  app.on('activate', () => windows.show());
  app.on('second-instance', () => windows.show());
  windows.show();

  files.openWith(async (file) => {
    const id = await openFile(file, services.handlers, text('desktop.cannotOpen'));
    if (id !== undefined) windows.showAndTell({ name: 'open-article', data: { id } });
  });
}
