import { app, session } from 'electron';
import path from 'node:path';
import { boot } from '../boot.ts';
import { answerCalls } from './calls.ts';
import { electronDesktop } from './desktop.ts';
import { guardSession } from './guard.ts';
import { leaveUnwritten } from './leave-unwritten.ts';
import { showMenu } from './menu.ts';
import { openDesk } from './open-desk.ts';
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
export async function run({ deskFolder, anew, dataFolder, files }: Prepared): Promise<void> {
  const home = app.getAppPath();
  const assetsFolder = path.join(home, 'assets');
  const text = readTexts(assetsFolder, app.getLocale());
  const galley = await openDesk(
    (folder, isNew) =>
      boot({
        deskFolder: folder,
        dataFolder,
        assetsFolder,
        desktop: electronDesktop(path.join(folder, 'exports')),
        anew: isNew,
      }),
    { folder: deskFolder, anew },
    text,
  );
  if (galley === undefined) return app.quit();

  guardSession(session.defaultSession);
  await serveApp(
    path.join(home, 'out/renderer'),
    (id) => galley.preview(id),
    (pathname) => galley.picture(pathname),
  );
  answerCalls(galley.handlers);

  const windows = new Windows(
    () => openWindow(dataFolder),
    leaveUnwritten({ keepWords: galley.keepWords, text }),
  );
  galley.events.subscribe((event) => windows.tell(event));
  quitGently(windows, () => galley.close());
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
    const opened = await openFile(file, galley, text('desktop.cannotOpen'));
    if (opened !== undefined) windows.showAndTell({ name: 'open-article', data: { ...opened } });
  });
}
