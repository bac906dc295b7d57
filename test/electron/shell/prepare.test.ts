import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { prepare, readArguments } from '../../../electron/shell/prepare.ts';
import { app, paths, protocol, stoppable } from './fake-electron.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

const argv = process.argv;
const dataFolder = fs.mkdtempSync(path.join(os.tmpdir(), 'galley-prepare-'));
vi.stubEnv('GALLEY_DATA', dataFolder);

beforeEach(() => {
  app.removeAllListeners();
  app.firstInstance = true;
  app.sandboxed = false;
  process.argv = argv;
});

afterAll(() => {
  fs.rmSync(dataFolder, { recursive: true });
  vi.unstubAllEnvs();
});

describe('before Electron is ready', () => {
  test('every page is put in the sandbox and app: is declared', () => {
    expect(prepare()).toBeDefined();
    expect(app.sandboxed).toBe(true);
    expect(protocol.schemes.map(({ scheme }) => scheme)).toEqual(['app']);
  });

  test('a second Galley leaves the work to the first', () => {
    app.firstInstance = false;
    expect(prepare()).toBeUndefined();
  });

  test('what Chromium keeps lies apart in the data of the machine', () => {
    expect(prepare()?.dataFolder).toBe(dataFolder);
    expect(paths['userData']).toBe(path.join(dataFolder, 'chromium'));
    expect(fs.existsSync(path.join(dataFolder, 'chromium'))).toBe(true);
  });
});

describe('files from the system', () => {
  test('those that come before there is a window are opened when there is one', () => {
    process.argv = ['electron', '.', '--desk', 'Desk', 'first/article.json'];
    const prepared = prepare();
    const event = stoppable();
    app.emit('open-file', event, path.resolve('second.json'));
    expect(event.defaultPrevented).toBe(true);

    const opened: string[] = [];
    prepared?.files.openWith(async (file) => void opened.push(file));
    const later = ['electron', '.', '--allow-file-access-from-files', 'third.json'];
    app.emit('second-instance', {}, later, path.resolve('desk'));
    expect(prepared?.deskFolder).toBe(path.resolve('Desk'));
    expect(opened).toEqual(
      ['first/article.json', 'second.json', 'desk/third.json'].map((file) => path.resolve(file)),
    );
  });

  test('the switches that Chromium adds are not taken for files', () => {
    const seen = readArguments([
      '--no-sandbox',
      '--original-process-start-time=13370000000',
      '--desk=D',
      'story.json',
      'notes.txt',
    ]);
    expect(seen).toEqual({ deskFolder: 'D', anew: false, files: ['story.json'] });
  });
});
