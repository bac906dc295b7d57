import { BrowserWindow, app, nativeTheme, screen } from 'electron';
import path from 'node:path';
import { guardContents } from './guard.ts';
import { APP_PAGE } from './protocol.ts';
import { LEAST_SIZE, placeWindow, readWindowState, rememberWindow } from './window-state.ts';

/** Opens the app's window where it was last, and shows it when there is something to see. */
export function openWindow(dataFolder: string): BrowserWindow {
  const remembered = readWindowState(dataFolder);
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const window = new BrowserWindow({
    ...placeWindow(remembered, areas),
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    title: 'Galley',
    show: false,
    // The paper of the two themes, so that the window does not flash before its page is there.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1c1a18' : '#faf8f4',
    webPreferences: {
      preload: path.join(app.getAppPath(), 'out/preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      devTools: !app.isPackaged,
    },
  });
  if (remembered?.maximised) window.maximize();
  guardContents(window.webContents);
  rememberWindow(window, dataFolder);
  window.once('ready-to-show', () => window.show());
  // A refused or failed load is the page's to report; there is no other page to go to.
  window.loadURL(APP_PAGE).catch((error: unknown) => {
    console.error('Galley’s page could not be loaded:', error);
  });
  return window;
}
