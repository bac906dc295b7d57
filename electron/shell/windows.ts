import { type BrowserWindow, ipcMain } from 'electron';
import type { Unwritten } from '../contract/bridge.ts';
import type { Event } from '../contract/events.ts';
import { isAppPage } from './guard.ts';

/** How long a window may take to write what is not written before a person is asked, in milliseconds. */
const FLUSH_LIMIT = 5000;
/** The same where there is nobody to ask. */
const UNATTENDED_LIMIT = 60_000;
/** How long it may take to close when it has, in milliseconds. */
const CLOSE_LIMIT = 1000;

/**
 * Settles what becomes of words that could not be written before a window goes; of a window that
 * does not answer they are undefined. A person is asked where `isAttended`. Answers false if the
 * window shall stay.
 */
export type Leave = (
  window: BrowserWindow,
  unwritten: readonly Unwritten[] | undefined,
  isAttended: boolean,
) => Promise<boolean>;

/**
 * The app's window while there is one: what it is told, and how it goes. It does not close before
 * its page has said that everything is written, or someone has said that it shall.
 */
export class Windows {
  readonly #open: () => BrowserWindow;
  readonly #leave: Leave;
  #window: BrowserWindow | undefined;
  /** Told when the page listens; sent earlier they would be lost. */
  readonly #waiting: Event[] = [];
  #listening = false;
  #closing: Promise<boolean> | undefined;
  #flushed: ((unwritten: readonly Unwritten[]) => void) | undefined;
  readonly #mayClose = new WeakSet<BrowserWindow>();

  /** `open` makes the window; there is never more than one at a time. */
  constructor(open: () => BrowserWindow, leave: Leave) {
    this.#open = open;
    this.#leave = leave;
    ipcMain.on('listening', ({ senderFrame }) => {
      if (!isAppPage(senderFrame)) return;
      this.#listening = true;
      for (const event of this.#waiting.splice(0)) this.tell(event);
    });
    ipcMain.on('flushed', ({ senderFrame }, unwritten: readonly Unwritten[]) => {
      if (isAppPage(senderFrame)) this.#flushed?.(unwritten);
    });
  }

  /** Brings the window to the front; opens it if it is closed. */
  show(): void {
    if (this.#window !== undefined) {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.focus();
      return;
    }
    const window = this.#open();
    this.#window = window;
    this.#listening = false;
    window.on('close', (event) => {
      if (this.#mayClose.has(window)) return;
      event.preventDefault();
      void this.close();
    });
    // The page warns as it does in a browser; that has been settled by then.
    window.webContents.on('will-prevent-unload', (event) => {
      if (this.#mayClose.has(window)) event.preventDefault();
    });
    // Windows shuts down without asking twice: there is time for a word, not for an answer.
    window.on('query-session-end', () => this.tell({ name: 'flush', data: {} }));
    window.once('closed', () => {
      this.#window = undefined;
    });
  }

  /** Tells the page of an event, if there is a page. */
  tell(event: Event): void {
    if (this.#listening) this.#window?.webContents.send('event', event);
  }

  /** Tells the page of an event, opening the window and waiting for its page if need be. */
  showAndTell(event: Event): void {
    this.show();
    if (this.#listening) this.tell(event);
    else this.#waiting.push(event);
  }

  /**
   * Closes the window when its page has written what is not written. What becomes of words that have
   * no file, and of a page that does not answer, `leave` says. Answers false if the window stays.
   */
  close(isAttended = true): Promise<boolean> {
    this.#closing ??= this.#close(isAttended).finally(() => {
      this.#closing = undefined;
    });
    return this.#closing;
  }

  async #close(isAttended: boolean): Promise<boolean> {
    const window = this.#window;
    if (window === undefined) return true;
    const flushed = this.#flush(window);
    const mayGo = (unwritten: readonly Unwritten[] | undefined) => {
      if (unwritten?.length === 0 || window.isDestroyed()) return true;
      if (isAttended) this.show();
      return this.#leave(window, unwritten, isAttended);
    };
    const unwritten = await within(isAttended ? FLUSH_LIMIT : UNATTENDED_LIMIT, flushed);
    if (!(await mayGo(unwritten))) return false;
    // It may have come to itself while the person was asked.
    if (unwritten === undefined && !(await mayGo((await within(0, flushed)) ?? []))) return false;
    if (!window.isDestroyed()) {
      this.#mayClose.add(window);
      await new Promise<void>((resolve) => {
        window.once('closed', () => resolve());
        setTimeout(resolve, CLOSE_LIMIT);
        window.close();
      });
    }
    // A page that hangs does not close either.
    if (!window.isDestroyed()) window.destroy();
    return true;
  }

  /** What the page could not write, when it says so. */
  async #flush(window: BrowserWindow): Promise<readonly Unwritten[]> {
    if (!this.#listening || window.webContents.isCrashed()) return [];
    return new Promise((resolve) => {
      this.#flushed = resolve;
      window.webContents.once('render-process-gone', () => resolve([]));
      this.tell({ name: 'flush', data: {} });
    });
  }
}

/** What an answer is, or undefined if it takes longer than so many milliseconds. */
function within<T>(limit: number, answer: Promise<T>): Promise<T | undefined> {
  return Promise.race([
    answer,
    new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), limit)),
  ]);
}
