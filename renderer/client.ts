import { newBlockId } from '../article/ids.ts';
import { AppError } from '../article/app-error.ts';
import type { Bridge, Unwritten } from '../electron/contract/bridge.ts';
import type { Answer, Args, CallName, Reply } from '../electron/contract/calls.ts';
import type { Event } from '../electron/contract/events.ts';

declare global {
  interface Window {
    /** Set by the preload in the desktop app; absent in a browser. */
    readonly galley?: Bridge;
  }
}

/**
 * Makes a call to the services. Throws an AppError with the code, message and path they gave, or
 * `unreachable` when no answer came at all.
 */
export async function call<N extends CallName>(name: N, args: Args<N>): Promise<Answer<N>> {
  let reply: Reply;
  try {
    reply = await bridge.call(name, args);
  } catch (error) {
    throw new AppError('unreachable', 'Galley’s services do not answer. Start Galley again.', {
      cause: error,
    });
  }
  if (reply.ok) return reply.value as Answer<N>;
  throw new AppError(
    reply.code,
    reply.message,
    reply.path === undefined ? {} : { path: reply.path },
  );
}

/** Listens to the services' events; answers a function that ends it. */
export function onEvent(listener: (event: Event) => void): () => void {
  return bridge.on(listener);
}

/** Tells the host that everything is written but these, and that the window may go. */
export function flushed(unwritten: readonly Unwritten[]): void {
  bridge.flushed(unwritten);
}

/** Tells this window from others for as long as its page is there. */
export const WINDOW: string = newBlockId();

/** In a browser: exchanges the token in the address for a cookie and takes it out of the address. */
export async function startSession(): Promise<void> {
  if (window.galley !== undefined) return;
  const token = new URLSearchParams(location.hash.slice(1)).get('token');
  if (token === null) return;
  history.replaceState(null, '', location.pathname + location.search);
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
  if (!response.ok) {
    throw new AppError(
      'session',
      'This address has expired. Open the address that Galley printed when it started.',
    );
  }
}

const webBridge: Bridge = {
  async call(name, args) {
    const response = await fetch(`/call/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(args),
      // That a page goes is the last thing it says.
      keepalive: name === 'presence.at',
    });
    return (await response.json()) as Reply;
  },
  on(listener) {
    const hear = ({ data }: MessageEvent) => listener(JSON.parse(String(data)) as Event);
    return typeof SharedWorker === 'undefined' ? hearAlone(hear) : hearTogether(hear);
  },
  flushed() {
    // A browser closes its pages when it likes; what is not written is warned of in `beforeunload`.
  },
};

/** Hears the stream that is one for all tabs. */
function hearTogether(hear: (message: MessageEvent) => void): () => void {
  const { port } = new SharedWorker(new URL('event-worker.ts', import.meta.url), {
    type: 'module',
  });
  port.addEventListener('message', hear);
  port.start();
  return () => port.close();
}

/** Hears a stream of this tab alone. */
function hearAlone(hear: (message: MessageEvent) => void): () => void {
  const source = new EventSource('/events');
  source.addEventListener('message', hear);
  return () => source.close();
}

const bridge: Bridge = window.galley ?? webBridge;
