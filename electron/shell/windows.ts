import { type BrowserWindow, ipcMain } from 'electron';
import type { Event } from '../contract/events.ts';
import { isAppPage } from './guard.ts';

/** How long a window may take to write what is not written, in milliseconds. */
const FLUSH_LIMIT = 5000;

/**
 * The app's window while there is one: what it is told, and how it goes. It does not close before
 * its page has said that everything is written, or the time for that is over.
 */
export class Windows {
  readonly #open: () => BrowserWindow;
  #window: BrowserWindow | undefined;
  /** Told when the page listens; sent earlier they would be lost. */
  readonly #waiting: Event[] = [];
  #listening = false;
  #flushing: Promise<void> | undefined;
  #flushed: (() => void) | undefined;
  readonly #mayClose = new WeakSet<BrowserWindow>();

  /** `open` makes the window; there is never more than one at a time. */
  constructor(open: () => BrowserWindow) {
    this.#open = open;
    ipcMain.on('listening', ({ senderFrame }) => {
      if (!isAppPage(senderFrame)) return;
      this.#listening = true;
      for (const event of this.#waiting.splice(0)) this.tell(event);
    });
    ipcMain.on('flushed', ({ senderFrame }) => {
      if (isAppPage(senderFrame)) this.#flushed?.();
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
      void this.#closeWritten(window);
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
   * Asks the page to write what is not written. Resolves when it has, or has given up, or when
   * 5 s are over; then the window may close.
   */
  flush(): Promise<void> {
    this.#flushing ??= this.#flush().finally(() => {
      this.#flushing = undefined;
    });
    return this.#flushing;
  }

  async #closeWritten(window: BrowserWindow): Promise<void> {
    await this.flush();
    if (!window.isDestroyed()) window.close();
  }

  async #flush(): Promise<void> {
    const window = this.#window;
    if (window === undefined) return;
    if (this.#listening && !window.webContents.isCrashed()) {
      await new Promise<void>((resolve) => {
        this.#flushed = resolve;
        setTimeout(resolve, FLUSH_LIMIT);
        this.tell({ name: 'flush', data: {} });
      });
    }
    this.#mayClose.add(window);
  }
}
