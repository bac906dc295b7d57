import type { BrowserWindow as ElectronWindow } from 'electron';
import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { article, p } from '../../article/build.ts';
import { quitGently } from '../../../electron/shell/quit.ts';
import { type Leave, Windows } from '../../../electron/shell/windows.ts';
import { BrowserWindow, app, ipcMain, stoppable } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const close = vi.fn<() => Promise<void>>(async () => {});
const leave = vi.fn<Leave>(async () => true);
const starter = new EventEmitter();
const flush = ['event', { name: 'flush', data: {} }];
const page = { senderFrame: { url: 'app://galley/', parent: null } };
let windows: Windows;
let window: BrowserWindow;
let isOver: boolean;

beforeEach(() => {
  vi.useFakeTimers();
  app.removeAllListeners();
  ipcMain.removeAllListeners();
  close.mockReset();
  isOver = false;
  app.on('quit', () => {
    isOver = true;
  });
  leave.mockReset();
  starter.removeAllListeners();
  windows = new Windows(() => {
    window = new BrowserWindow({ webPreferences: {} });
    return window as unknown as ElectronWindow;
  }, leave);
  quitGently(windows, close, starter);
  windows.show();
  ipcMain.emit('listening', page);
});
afterEach(() => {
  BrowserWindow.all = [];
  vi.useRealTimers();
});

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('leaving', () => {
  test('the page is asked to write, and the app waits until it has', async () => {
    app.quit();
    await settle();
    expect(window.webContents.sent).toEqual([flush]);
    expect(window.destroyed).toBe(false);
    expect(close).not.toHaveBeenCalled();
    ipcMain.emit('flushed', page, []);
    await settle();
    expect(close).toHaveBeenCalledOnce();
    expect(window.destroyed).toBe(true);
    expect(isOver).toBe(true);
  });

  test('of a page that does not answer for 5 seconds nobody knows: the person is asked', async () => {
    leave.mockResolvedValue(false);
    app.quit();
    await vi.advanceTimersByTimeAsync(4900);
    expect(leave).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(leave.mock.calls).toEqual([[window, undefined, true]]);
    expect(window.destroyed).toBe(false);
    expect(close).not.toHaveBeenCalled();
    leave.mockResolvedValue(true);
    app.quit();
    await vi.advanceTimersByTimeAsync(5100);
    expect(window.destroyed).toBe(true);
    expect(isOver).toBe(true);
  });

  test('what the page says after all, while the person is asked, counts', async () => {
    const answer = Promise.withResolvers<boolean>();
    leave.mockReturnValueOnce(answer.promise);
    const unwritten = [{ article: article(p('Nearly lost.')), reason: 'the disk is full' }];
    leave.mockResolvedValueOnce(false);
    app.quit();
    await vi.advanceTimersByTimeAsync(5100);
    ipcMain.emit('flushed', page, unwritten);
    answer.resolve(true);
    await settle();
    expect(leave.mock.calls.at(-1)).toEqual([window, unwritten, true]);
    expect(window.destroyed).toBe(false);
  });

  test('with nobody to ask, a page that does not answer has a minute', async () => {
    leave.mockResolvedValue(true);
    starter.emit('disconnect');
    await vi.advanceTimersByTimeAsync(59_000);
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(2000);
    expect(leave.mock.calls).toEqual([[window, undefined, false]]);
    expect(isOver).toBe(true);
  });

  test('only the app’s page can say that all is written', async () => {
    app.quit();
    ipcMain.emit('flushed', { senderFrame: null }, []);
    ipcMain.emit('flushed', { senderFrame: { url: 'https://example.org/', parent: null } }, []);
    await settle();
    expect(isOver).toBe(false);
  });

  test('asking twice asks the page once', async () => {
    app.quit();
    app.quit();
    ipcMain.emit('flushed', page, []);
    await settle();
    expect(window.webContents.sent).toEqual([flush]);
    expect(close).toHaveBeenCalledOnce();
    expect(isOver).toBe(true);
  });

  test('a window that is closed writes first', async () => {
    window.close();
    await settle();
    expect(window.destroyed).toBe(false);
    expect(window.webContents.sent).toEqual([flush]);
    ipcMain.emit('flushed', page, []);
    await settle();
    expect(window.destroyed).toBe(true);
  });

  test('a page that has crashed, or never came up, is not waited for', async () => {
    window.webContents.crashed = true;
    app.quit();
    await settle();
    expect(isOver).toBe(true);
  });

  test('services that cannot close do not keep the app alive', async () => {
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    close.mockRejectedValue(new Error('stuck'));
    app.quit();
    ipcMain.emit('flushed', page, []);
    await settle();
    expect(isOver).toBe(true);
    expect(told).toHaveBeenCalledOnce();
    told.mockRestore();
  });

  test('without a window the app still waits for its services to close', async () => {
    window.destroy();
    const closing = Promise.withResolvers<void>();
    close.mockReturnValue(closing.promise);
    app.quit();
    await settle();
    expect(isOver).toBe(false);
    closing.resolve();
    await settle();
    expect(isOver).toBe(true);
  });

  test('when the system shuts down the page gets the word at once', () => {
    window.emit('query-session-end', stoppable());
    expect(window.webContents.sent).toEqual([flush]);
  });
});

describe('leaving with words that cannot be written', () => {
  const unwritten = [{ article: article(p('Nearly lost.')), reason: 'the disk is full' }];
  const sayUnwritten = async () => {
    window.webContents.wantsToStay = true;
    ipcMain.emit('flushed', page, unwritten);
    await settle();
  };

  test('the person is asked before anything is closed, and the window then goes', async () => {
    const answer = Promise.withResolvers<boolean>();
    leave.mockReturnValue(answer.promise);
    app.quit();
    await sayUnwritten();
    expect(leave.mock.calls).toEqual([[window, unwritten, true]]);
    expect(close).not.toHaveBeenCalled();
    expect(window.destroyed).toBe(false);
    answer.resolve(true);
    await settle();
    expect(window.destroyed).toBe(true);
    expect(close).toHaveBeenCalledOnce();
    expect(isOver).toBe(true);
  });

  test('a person who stays goes on writing, and is asked again the next time', async () => {
    leave.mockResolvedValue(false);
    app.quit();
    await sayUnwritten();
    window.close();
    await sayUnwritten();
    expect(window.destroyed).toBe(false);
    expect(close).not.toHaveBeenCalled();
    leave.mockResolvedValue(true);
    app.quit();
    await sayUnwritten();
    expect(leave).toHaveBeenCalledTimes(3);
    expect(window.destroyed).toBe(true);
    expect(isOver).toBe(true);
  });

  test('a window that is closed asks the same', async () => {
    leave.mockResolvedValue(true);
    window.close();
    await sayUnwritten();
    expect(leave).toHaveBeenCalledOnce();
    expect(window.destroyed).toBe(true);
  });

  test('a page that stays only by itself is not torn away', () => {
    window.webContents.wantsToStay = true;
    const reload = stoppable();
    window.webContents.emit('will-prevent-unload', reload);
    expect(reload.defaultPrevented).toBe(false);
  });

  test('nobody is asked when the program that started Galley has gone', async () => {
    leave.mockResolvedValue(true);
    starter.emit('disconnect');
    await sayUnwritten();
    expect(leave.mock.calls).toEqual([[window, unwritten, false]]);
    expect(isOver).toBe(true);
  });

  test('a person who stayed while that program went is there, and is asked again', async () => {
    const answer = Promise.withResolvers<boolean>();
    leave.mockReturnValueOnce(answer.promise);
    window.close();
    await sayUnwritten();
    starter.emit('disconnect');
    answer.resolve(false);
    await settle();
    expect(window.destroyed).toBe(false);
    leave.mockResolvedValue(true);
    app.quit();
    await sayUnwritten();
    expect(leave.mock.calls.at(-1)).toEqual([window, unwritten, true]);
    expect(isOver).toBe(true);
  });

  test('a page that hangs while it closes is taken away', async () => {
    window.webContents.wantsToStay = true;
    window.webContents.removeAllListeners('will-prevent-unload');
    app.quit();
    ipcMain.emit('flushed', page, []);
    await settle();
    expect(isOver).toBe(false);
    await vi.advanceTimersByTimeAsync(1100);
    expect(window.destroyed).toBe(true);
    expect(isOver).toBe(true);
  });
});

describe('the page of a window', () => {
  const command = { name: 'command', data: { command: 'article.new' } } as const;

  test('is told only when it listens', async () => {
    window.close();
    ipcMain.emit('flushed', page, []);
    await settle();
    windows.tell(command);
    windows.showAndTell(command);
    expect(window.webContents.sent).toEqual([]);
    ipcMain.emit('listening', { senderFrame: { url: 'https://example.org/', parent: null } });
    expect(window.webContents.sent).toEqual([]);
    ipcMain.emit('listening', page);
    expect(window.webContents.sent).toEqual([['event', command]]);
  });

  test('there is one: showing it again brings it to the front', () => {
    windows.show();
    expect(BrowserWindow.all).toHaveLength(1);
    expect(window.focused).toBe(1);
  });
});
