import { newBlockId } from '../../../article/ids.ts';
import { AppError } from '../../../article/app-error.ts';
import type { Bridge, Unwritten } from '../../../electron/contract/bridge.ts';
import type { Answer, Args, CallName, Reply } from '../../../electron/contract/calls.ts';
import type { Event } from '../../../electron/contract/events.ts';
import { noteAnswer } from './connection.ts';
import { webBridge } from './web-bridge.ts';
import { t } from '../../locale/locale.ts';

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
    // One that does not know this window is as good as gone.
    noteAnswer(reply.ok || reply.code !== 'refused');
  } catch (error) {
    noteAnswer(false);
    throw new AppError('unreachable', t('host.silent'), {
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

const bridge: Bridge = window.galley ?? webBridge;
