import { BrowserWindow, dialog, shell } from 'electron';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import type { Desktop } from '../boot.ts';
import { guardContents } from './guard.ts';
import { APP_PAGE } from './protocol.ts';

/**
 * What a desktop can do that a browser cannot. A folder for exports is looked for in
 * `exportsFolder` first, then where the last one was.
 */
export function electronDesktop(exportsFolder: string): Desktop {
  let defaultPath = exportsFolder;
  return {
    abilities: { host: 'electron', chooseFolder: true, open: true, reveal: true, print: true },

    async chooseFolder() {
      const options: Electron.OpenDialogOptions = {
        // Without it the dialog starts in Downloads.
        defaultPath,
        properties: ['openDirectory', 'createDirectory'],
      };
      const window = BrowserWindow.getFocusedWindow();
      const { canceled, filePaths } = await (window === null
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(window, options));
      const [folder] = filePaths;
      if (canceled || folder === undefined) return null;
      defaultPath = folder;
      return folder;
    },

    async open(file) {
      const reason = await shell.openPath(path.normalize(file));
      if (reason !== '') throw new AppError('not-opened', `${file}: ${reason}`, { path: file });
    },

    async reveal(file) {
      shell.showItemInFolder(path.normalize(file));
    },

    async print(id) {
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
