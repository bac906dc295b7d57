import { EventEmitter } from 'node:events';

// Stands in for the `electron` package, which under plain Node would download its runtime: it
// notes what it is asked, and lets a test play the person, the page and the system.

/** An event that can be stopped, as Electron's are. */
export function stoppable<Extra extends object>(extra: Extra = {} as Extra) {
  return {
    defaultPrevented: false,
    preventDefault() {
      this.defaultPrevented = true;
    },
    ...extra,
  };
}

type Answerer = (event: { senderFrame: Frame | null }, ...args: unknown[]) => unknown;
export interface Frame {
  url: string;
  parent: Frame | null;
}

export class WebContents extends EventEmitter {
  mainFrame: Frame = { url: 'about:blank', parent: null };
  sent: unknown[][] = [];
  printed = 0;
  crashed = false;
  /** The page asks in `beforeunload` to stay, as it does with words that are not written. */
  wantsToStay = false;
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
    this.openHandler = handler;
  }
  send(...message: unknown[]) {
    this.sent.push(message);
  }
  isCrashed() {
    return this.crashed;
  }
  print(_options: object, done: (success: boolean, reason: string) => void) {
    this.printed += 1;
    done(...BrowserWindow.printAnswer);
  }
}

export class BrowserWindow extends EventEmitter {
  static all: BrowserWindow[] = [];
  static printAnswer: [boolean, string] = [true, ''];
  static getFocusedWindow() {
    return BrowserWindow.all.at(-1) ?? null;
  }
  webContents = new WebContents();
  bounds = { x: 40, y: 50, width: 1000, height: 700 };
  maximised = false;
  destroyed = false;
  focused = 0;
  options: { webPreferences: Record<string, unknown>; [name: string]: unknown };
  constructor(options: { webPreferences: Record<string, unknown> }) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
  }
  async loadURL(url: string) {
    this.webContents.mainFrame.url = url;
  }
  show() {}
  restore() {}
  isMinimized() {
    return false;
  }
  focus() {
    this.focused += 1;
  }
  maximize() {
    this.maximised = true;
  }
  isMaximized() {
    return this.maximised;
  }
  getNormalBounds() {
    return this.bounds;
  }
  isDestroyed() {
    return this.destroyed;
  }
  close() {
    const event = stoppable();
    this.emit('close', event);
    if (event.defaultPrevented) return;
    const unload = stoppable();
    if (this.webContents.wantsToStay) this.webContents.emit('will-prevent-unload', unload);
    if (!this.webContents.wantsToStay || unload.defaultPrevented) this.destroy();
  }
  destroy() {
    this.destroyed = true;
    BrowserWindow.all = BrowserWindow.all.filter((window) => window !== this);
    this.emit('closed');
  }
}

const ready = Promise.withResolvers<void>();
export const paths: Record<string, string> = {};

export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  appPath: '',
  sandboxed: false,
  firstInstance: true,
  quits: 0,
  exitCode: undefined as number | undefined,
  becomeReady: () => ready.resolve(),
  whenReady: () => ready.promise,
  setName() {},
  setPath(name: string, folder: string) {
    paths[name] = folder;
  },
  getPath: (name: string) => paths[name] ?? '',
  getAppPath: () => app.appPath,
  getLocale: () => 'en-US',
  enableSandbox() {
    app.sandboxed = true;
  },
  requestSingleInstanceLock: () => app.firstInstance,
  exit(code: number) {
    app.exitCode = code;
  },
  /** As Electron does: asks, then closes the windows, each of which may stop it. */
  quit() {
    app.quits += 1;
    const event = stoppable();
    app.emit('before-quit', event);
    if (event.defaultPrevented) return;
    for (const window of BrowserWindow.all) window.close();
    if (BrowserWindow.all.length === 0) app.emit('quit');
  },
});

interface Scheme {
  scheme: string;
  privileges: Record<string, boolean>;
}
export const protocol = {
  schemes: [] as Scheme[],
  handlers: new Map<string, (request: Request) => Promise<Response>>(),
  registerSchemesAsPrivileged(schemes: Scheme[]) {
    protocol.schemes = schemes;
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>) {
    protocol.handlers.set(scheme, handler);
  },
};

export class Session {
  requestHandler:
    | ((contents: WebContents, permission: string, answer: (granted: boolean) => void) => void)
    | undefined;
  checkHandler: ((contents: WebContents | null, permission: string) => boolean) | undefined;
  deviceHandler: ((details: object) => boolean) | undefined;
  spellChecker = true;
  setPermissionRequestHandler(handler: Session['requestHandler']) {
    this.requestHandler = handler;
  }
  setPermissionCheckHandler(handler: Session['checkHandler']) {
    this.checkHandler = handler;
  }
  setDevicePermissionHandler(handler: Session['deviceHandler']) {
    this.deviceHandler = handler;
  }
  setSpellCheckerEnabled(enabled: boolean) {
    this.spellChecker = enabled;
  }
}
export const session = { defaultSession: new Session() };

export const ipcMain = Object.assign(new EventEmitter(), {
  answerers: new Map<string, Answerer>(),
  handle(channel: string, answerer: Answerer) {
    ipcMain.answerers.set(channel, answerer);
  },
});

const noAnswer: unknown = null;
export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoked: [] as unknown[][],
  sent: [] as unknown[][],
  answer: noAnswer,
  async invoke(...message: unknown[]) {
    ipcRenderer.invoked.push(message);
    return ipcRenderer.answer;
  },
  send(...message: unknown[]) {
    ipcRenderer.sent.push(message);
  },
});

export const contextBridge = {
  exposed: {} as Record<string, unknown>,
  exposeInMainWorld(name: string, value: unknown) {
    contextBridge.exposed[name] = value;
  },
};

export const Menu = {
  shown: undefined as unknown,
  buildFromTemplate: (template: unknown) => template,
  setApplicationMenu(menu: unknown) {
    Menu.shown = menu;
  },
};

export const dialog = {
  errors: [] as [string, string][],
  folderAnswer: { canceled: false, filePaths: [] as string[] },
  asked: [] as unknown[],
  showErrorBox(title: string, text: string) {
    dialog.errors.push([title, text]);
  },
  messages: [] as Record<string, unknown>[],
  /** The labels of the buttons that are pressed, one for each question. */
  presses: [] as string[],
  async showMessageBox(...asked: unknown[]) {
    const options = asked.at(-1) as { buttons: string[] };
    dialog.messages.push(options);
    const response = options.buttons.indexOf(dialog.presses.shift() ?? '');
    if (response === -1) throw new Error(`no such answer to ${JSON.stringify(options)}`);
    return { response };
  },
  async showOpenDialog(...asked: unknown[]) {
    dialog.asked.push(asked.at(-1));
    return dialog.folderAnswer;
  },
};

export const shell = {
  opened: [] as string[],
  shown: [] as string[],
  openAnswer: '',
  async openPath(file: string) {
    shell.opened.push(file);
    return shell.openAnswer;
  },
  async openExternal(url: string) {
    shell.opened.push(url);
  },
  showItemInFolder(file: string) {
    shell.shown.push(file);
  },
};

export const screen = {
  getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }],
};
export const nativeTheme = { shouldUseDarkColors: false };
