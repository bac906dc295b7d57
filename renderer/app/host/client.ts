import { newBlockId } from '../../../article/ids.ts';
import { AppError } from '../../../article/app-error.ts';
import type { Bridge, Unwritten } from '../../../electron/contract/bridge.ts';
import type { Answer, Args, CallName, Reply } from '../../../electron/contract/calls.ts';
import type { Event } from '../../../electron/contract/events.ts';
import { Connection } from './connection.ts';
import { WebBridge } from './web-bridge.ts';
import { WebSession } from './web-session.ts';
import { t } from '../../locale/locale.ts';

declare global {
  interface Window {
    /** Set by the preload in the desktop app; absent in a browser. */
    readonly galley?: Bridge;
  }
}

/** The services, as one window speaks to them. */
export class Client {
  /** Tells this window from others for as long as its page is there. */
  readonly window: string = newBlockId();
  readonly connection: Connection;
  private readonly bridge: Bridge;

  constructor(bridge: Bridge, connection = new Connection()) {
    this.bridge = bridge;
    this.connection = connection;
  }

  /**
   * Makes a call to the services. Throws an AppError with the code, message and path they gave, or
   * `unreachable` when no answer came at all.
   */
  async call<N extends CallName>(name: N, args: Args<N>): Promise<Answer<N>> {
    let reply: Reply;
    try {
      reply = await this.bridge.call(name, args);
      // One that does not know this window is as good as gone.
      this.connection.note(reply.ok || reply.code !== 'refused');
    } catch (error) {
      this.connection.note(false);
      throw new AppError('unreachable', t('host.silent'), { cause: error });
    }
    if (reply.ok) return reply.value as Answer<N>;
    throw new AppError(
      reply.code,
      reply.message,
      reply.path === undefined ? {} : { path: reply.path },
    );
  }

  /** Listens to the services' events; answers a function that ends it. */
  onEvent(listener: (event: Event) => void): () => void {
    return this.bridge.on(listener);
  }

  /** Tells the host that everything is written but these, and that the window may go. */
  flushed(unwritten: readonly Unwritten[]): void {
    this.bridge.flushed(unwritten);
  }
}

/**
 * Finds the services of this page: those of the desktop app, else the web host at the page's address,
 * to which it logs in. Throws an AppError `session` where the address is no longer good.
 */
export async function connect(): Promise<Client> {
  if (window.galley !== undefined) return new Client(window.galley);
  const connection = new Connection();
  const session = new WebSession();
  await session.start();
  return new Client(new WebBridge(connection, session), connection);
}
