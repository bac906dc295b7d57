import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { placeWindow, readWindowState } from '../../../electron/shell/window-state.ts';
import { openWindow } from '../../../electron/shell/window.ts';
import { BrowserWindow, app, stoppable } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

let dataFolder: string;

beforeEach(async () => {
  dataFolder = await fs.mkdtemp(path.join(os.tmpdir(), 'galley-window-'));
  BrowserWindow.all = [];
});
afterEach(() => fs.rm(dataFolder, { recursive: true }));

function open(): BrowserWindow {
  openWindow(dataFolder);
  const window = BrowserWindow.all.at(-1);
  if (window === undefined) throw new Error('no window');
  return window;
}

describe('the window', () => {
  test('its page is locked in: sandbox, isolation, no Node, web security, no webview', () => {
    app.appPath = path.join('an', 'app');
    expect(open().options.webPreferences).toEqual({
      preload: path.join('an', 'app', 'out/preload/preload.cjs'),
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
      devTools: true,
    });
  });

  test('it shows the app and is guarded before it does', () => {
    const window = open();
    expect(window.webContents.mainFrame.url).toBe('app://galley/');
    expect(window.webContents.openHandler?.({ url: 'https://example.org/' })).toEqual({
      action: 'deny',
    });
    const leave = stoppable({ url: 'https://example.org/' });
    window.webContents.emit('will-navigate', leave);
    expect(leave.defaultPrevented).toBe(true);
  });

  test('a packaged app has no developer tools', () => {
    app.isPackaged = true;
    try {
      expect(open().options.webPreferences['devTools']).toBe(false);
    } finally {
      app.isPackaged = false;
    }
  });

  test('it opens where it was closed', () => {
    const window = open();
    expect(window.options).toMatchObject({ width: 1280, height: 800 });
    window.bounds = { x: 300, y: 200, width: 1100, height: 760 };
    window.maximised = true;
    window.close();
    const again = open();
    expect(again.options).toMatchObject({ x: 300, y: 200, width: 1100, height: 760 });
    expect(again.maximised).toBe(true);
  });

  test.each(['', 'not JSON', '{"x":1}', '{"x":"1","y":2,"width":9,"height":9,"maximised":true}'])(
    'a broken memory of it is forgotten: %s',
    async (text) => {
      await fs.writeFile(path.join(dataFolder, 'window.json'), text);
      expect(readWindowState(dataFolder)).toBeUndefined();
      expect(open().options).toMatchObject({ width: 1280, height: 800 });
    },
  );
});

describe('where a window is put', () => {
  const screens = [
    { x: 0, y: 0, width: 1920, height: 1040 },
    { x: 1920, y: 0, width: 1280, height: 1024 },
  ];
  const at = (x: number, y: number, width = 1000, height = 700) =>
    placeWindow({ x, y, width, height, maximised: false }, screens);

  test('it stays where it was, on any screen', () => {
    expect(at(100, 100)).toEqual({ x: 100, y: 100, width: 1000, height: 700 });
    expect(at(2000, 50)).toEqual({ x: 2000, y: 50, width: 1000, height: 700 });
  });

  test('a screen that was taken away loses no window', () => {
    expect(at(4000, 100)).toEqual({ width: 1280, height: 800 });
    expect(at(100, -500)).toEqual({ width: 1280, height: 800 });
    expect(at(-950, 100)).toEqual({ width: 1280, height: 800 });
  });

  test('it is no larger than its screen and never too small to use', () => {
    expect(at(0, 0, 5000, 4000)).toEqual({ x: 0, y: 0, width: 1920, height: 1040 });
    expect(at(10, 10, 50, 50)).toEqual({ x: 10, y: 10, width: 720, height: 480 });
  });
});
