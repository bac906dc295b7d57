import { vi } from 'vitest';
import type { CallName } from '../../electron/contract/calls.ts';
import { route } from '../../electron/router.ts';
import type { RunningDesk } from '../electron/running-desk.ts';

let desk: RunningDesk | undefined;

/**
 * As much of a browser window as the session needs; its calls go to the desk of `speakTo`. The
 * session looks for it when it is loaded, so it is to be imported after this.
 */
export function stubWindow(): void {
  vi.stubGlobal('window', {
    addEventListener() {},
    galley: {
      call: async (name: CallName, args: unknown) => route(desk!.galley.handlers, name, args),
      on: () => () => {},
      flushed() {},
    },
  });
  // What is typed while a new story is made is held in a box of the page.
  vi.stubGlobal('document', {
    activeElement: null,
    body: { append() {} },
    createElement: () => ({ value: '', addEventListener() {}, focus() {}, remove() {} }),
  });
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
}

/** Lets the window speak to this desk from now on. */
export function speakTo(running: RunningDesk): void {
  desk = running;
}
