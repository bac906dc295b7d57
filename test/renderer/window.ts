import { vi } from 'vitest';
import { route } from '../../electron/router.ts';
import { type App, createApp } from '../../renderer/app/app.ts';
import { Client } from '../../renderer/app/host/client.ts';
import type { RunningDesk } from '../electron/running-desk.ts';

/** The services of a desk, as a window speaks to them; `end` takes them away. */
export function clientOf(desk: RunningDesk): Client & { end(): void } {
  let running: RunningDesk | undefined = desk;
  const client = new Client({
    call: async (name, args) => {
      if (running === undefined) throw new Error('it has ended');
      return route(running.galley.handlers, name, args);
    },
    on: () => () => {},
    flushed() {},
  });
  return Object.assign(client, { end: () => (running = undefined) });
}

/** The app of a window on this desk, with as much of a page around it as it needs. */
export function openWindow(desk: RunningDesk): App & { client: ReturnType<typeof clientOf> } {
  vi.stubGlobal('window', { addEventListener() {} });
  vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {} }));
  // What is typed while a new story is made is held in a box of the page.
  vi.stubGlobal('document', {
    activeElement: null,
    body: { append() {} },
    createElement: () => ({ value: '', addEventListener() {}, focus() {}, remove() {} }),
  });
  for (const storage of ['localStorage', 'sessionStorage']) {
    const kept = new Map<string, string>();
    vi.stubGlobal(storage, {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    });
  }
  const client = clientOf(desk);
  return { ...createApp(client), client };
}
