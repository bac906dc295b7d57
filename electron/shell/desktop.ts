import { BrowserWindow, app, dialog, shell } from 'electron';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import { guardContents } from './guard.ts';
import { APP_PAGE } from './protocol.ts';

/** What a desktop can do that a browser cannot. */
export function electronDesktop() {
  return {
    abilities: { host: 'electron', chooseFolder: true, reveal: true, print: true } as const,

    /** Asks for a folder; null when the person thinks better of it. */
    async chooseFolder(defaultPath?: string): Promise<string | null> {
      const options: Electron.OpenDialogOptions = {
        // Without it the dialog starts in Downloads.
        defaultPath: defaultPath ?? app.getPath('documents'),
        properties: ['openDirectory', 'createDirectory'],
      };
      const window = BrowserWindow.getFocusedWindow();
      const { canceled, filePaths } = await (window === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options));
      return canceled ? null : (filePaths[0] ?? null);
    },

    /** Shows a file in the system's file manager. */
    async reveal(file: string): Promise<void> {
      shell.showItemInFolder(path.normalize(file));
    },

    /** Prints an article's preview by the system's dialog; a person may cancel it. */
    async print(id: string): Promise<void> {
      const window = new BrowserWindow({
        show: false,
        webPreferences: { sandbox: true, contextIsolation: true, javascript: false },
      });
      try {
        guardContents(window.webContents);
        await window.loadURL(`${APP_PAGE}preview/${id}/`);
        await printed(window);
      } finally {
        window.destroy();
      }
    },
  };
}

function printed(window: BrowserWindow): Promise<void> {
  return new Promise((resolve, reject) => {
    window.webContents.print({}, (success, reason) => {
      if (success || /cancel/iu.test(reason)) resolve();
      else reject(new AppError('print', `The proof was not printed: ${reason}.`));
    });
  });
}
