import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { electronDesktop } from '../../../electron/shell/desktop.ts';
import { BrowserWindow, dialog, shell } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const desktop = electronDesktop('Exports');
let printing: BrowserWindow[];

beforeEach(() => {
  BrowserWindow.all = [];
  BrowserWindow.printAnswer = [true, ''];
  printing = [];
  dialog.asked = [];
});

/** Keeps the windows that are made while `act` runs; they are gone afterwards. */
async function watched(act: () => Promise<void>): Promise<void> {
  const loading = vi.spyOn(BrowserWindow.prototype, 'loadURL').mockImplementation(async function (
    this: BrowserWindow,
    url: string,
  ) {
    printing.push(this);
    this.webContents.mainFrame.url = url;
  });
  try {
    await act();
  } finally {
    loading.mockRestore();
  }
}

describe('printing the proof', () => {
  test('prints the preview, which runs no script, and leaves no window behind', async () => {
    await watched(async () => desktop.print?.('7'));
    expect(printing).toHaveLength(1);
    expect(printing[0]?.webContents).toMatchObject({
      printed: 1,
      mainFrame: { url: 'app://galley/preview/7/' },
    });
    expect(printing[0]?.options).toMatchObject({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, javascript: false },
    });
    expect(BrowserWindow.all).toEqual([]);
  });

  test('a person may think better of it', async () => {
    BrowserWindow.printAnswer = [false, 'Print job canceled'];
    await expect(desktop.print?.('7')).resolves.toBeUndefined();
  });

  test('a printer that fails is named', async () => {
    BrowserWindow.printAnswer = [false, 'No printers available'];
    await expect(desktop.print?.('7')).rejects.toThrow(/not printed: No printers available/);
    expect(BrowserWindow.all).toEqual([]);
  });
});

describe('opening what was exported', () => {
  test('is left to the system, whose reason is told where it cannot', async () => {
    await desktop.open?.('exports/story.html');
    expect(shell.opened.at(-1)).toBe(path.normalize('exports/story.html'));
    shell.openAnswer = 'No application is registered';
    await expect(desktop.open?.('exports/story.md')).rejects.toMatchObject({
      code: 'not-opened',
      message: 'exports/story.md: No application is registered',
    });
    shell.openAnswer = '';
  });
});

describe('choosing a folder', () => {
  test('starts in the exports of the desk, then where the last one was', async () => {
    dialog.folderAnswer = { canceled: false, filePaths: ['Chosen'] };
    expect(await desktop.chooseFolder?.()).toBe('Chosen');
    await desktop.chooseFolder?.();
    expect(dialog.asked).toMatchObject([{ defaultPath: 'Exports' }, { defaultPath: 'Chosen' }]);
  });

  test('answers null when the person chooses none', async () => {
    dialog.folderAnswer = { canceled: true, filePaths: [] };
    expect(await desktop.chooseFolder?.()).toBeNull();
  });
});
