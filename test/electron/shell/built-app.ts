import { registerHooks } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Frame, BrowserWindow as Window } from './fake-electron.ts';

// Runs a built Galley under plain Node with a stand-in for Electron: `built-app.ts FOLDER DESK`,
// where FOLDER holds out/ and assets/. Prints what happened as one line of JSON.

const stub = new URL('./fake-electron.ts', import.meta.url).href;
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' ? { url: stub, shortCircuit: true } : next(name, context),
});

const [folder, desk] = process.argv.slice(2);
if (folder === undefined || desk === undefined) throw new Error('built-app.ts FOLDER DESK');
const { app, protocol, ipcMain, ipcRenderer, contextBridge, Menu, dialog, BrowserWindow } =
  (await import(stub)) as typeof import('./fake-electron.ts');
app.appPath = folder;
process.argv = ['electron', '.', '--desk', desk];

await import(pathToFileURL(path.join(folder, 'out/main/main.js')).href);
const beforeReady = {
  sandboxed: app.sandboxed,
  schemes: protocol.schemes.map(({ scheme }) => scheme),
  windows: BrowserWindow.all.length,
};
app.becomeReady();
const window = await new Promise<Window | undefined>((resolve) => {
  const wait = setInterval(() => {
    const [first] = BrowserWindow.all;
    if (first === undefined && app.exitCode === undefined) return;
    clearInterval(wait);
    resolve(first);
  }, 10);
});
if (window === undefined) {
  process.stdout.write(JSON.stringify({ errors: dialog.errors, exitCode: app.exitCode }));
  process.exit();
}

const page: Frame = { url: 'app://galley/', parent: null };
const ask = (url: string) => protocol.handlers.get('app')?.(new Request(url));
const call = (name: string, args: object) =>
  ipcMain.answerers.get('call')?.({ senderFrame: page }, name, args) as Promise<{
    ok: boolean;
    value: { id: string }[];
  }>;
/** A PNG of one pixel. */
const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const index = await ask('app://galley/');
const list = await call('articles.list', {});
const picture = await call('media.add', { id: list.value[0]?.id, name: 'a.png', base64: pixel });
const preview = await ask(`app://galley/preview/${list.value[0]?.id}/`);

await import(pathToFileURL(path.join(folder, 'out/preload/preload.cjs')).href);
const bridge = contextBridge.exposed['galley'] as { call(name: string, args: object): unknown };
await bridge.call('desk.view', {});

ipcMain.emit('listening', { senderFrame: page });
const left = new Promise((resolve) => app.once('quit', resolve));
app.quit();
ipcMain.emit('flushed', { senderFrame: page }, []);
await left;

process.stdout.write(
  JSON.stringify({
    beforeReady,
    preload: window.options.webPreferences['preload'],
    sent: window.webContents.sent,
    index: { text: await index?.text(), policy: index?.headers.get('content-security-policy') },
    articles: list.value.length,
    preview: { status: preview?.status, text: await preview?.text() },
    picture,
    menus: Array.isArray(Menu.shown) ? Menu.shown.length : 0,
    exposed: Object.keys(bridge),
    invoked: ipcRenderer.invoked,
    errors: dialog.errors,
  }),
);
