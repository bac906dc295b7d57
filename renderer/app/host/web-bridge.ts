import type { Bridge } from '../../../electron/contract/bridge.ts';
import type { Reply } from '../../../electron/contract/calls.ts';
import type { Event } from '../../../electron/contract/events.ts';
import type { Connection } from './connection.ts';
import { type Stream, type StreamState, openStream } from './event-stream.ts';
import type { WebSession } from './web-session.ts';
import { t } from '../../locale/locale.ts';

const UNKNOWN_HOST: Reply = { ok: false, code: 'refused', message: t('host.another') };

/** The way to a web host. */
export class WebBridge implements Bridge {
  private readonly connection: Connection;
  private readonly session: WebSession;
  /** What this page hears of the host, which may have refused it. */
  private stream: Stream | undefined;

  constructor(connection: Connection, session: WebSession) {
    this.connection = connection;
    this.session = session;
  }

  async call(name: string, args: unknown): Promise<Reply> {
    const ask = () =>
      fetch(`/call/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-galley-desk': this.session.desk },
        body: JSON.stringify(args),
        // That a page goes is the last thing it says.
        keepalive: name === 'presence.at',
      });
    // No words to whoever has taken the place of a host that was gone.
    if (this.connection.snapshot().lost) {
      if (!(await this.session.hostIsKnown())) return UNKNOWN_HOST;
      this.stream?.again();
    }
    let response = await ask();
    if (response.status === 401 && (await this.session.comeBack())) {
      this.stream?.again();
      response = await ask();
    }
    return (await response.json()) as Reply;
  }

  on(listener: (event: Event) => void): () => void {
    const hear = (message: string | StreamState) => {
      if (typeof message === 'string') listener(JSON.parse(message) as Event);
      else if (message.state === 'refused') void this.listenAgain();
      else if (message.state === 'lost') this.connection.note(false);
      else void this.noteOpen();
      if (typeof message !== 'string' && message.state === 'open')
        listener({ name: 'events-heard', data: {} });
    };
    const { desk } = this.session;
    const heard =
      typeof SharedWorker === 'undefined' ? openStream(desk, hear) : hearTogether(desk, hear);
    this.stream = heard;
    return () => heard.close();
  }

  flushed(): void {
    // A browser closes its pages when it likes; what is not written is warned of in `beforeunload`.
  }

  private async listenAgain(): Promise<void> {
    this.connection.note(false);
    if (await this.session.comeBack().catch(() => false)) this.stream?.again();
  }

  /** One that is there again may be another. */
  private async noteOpen(): Promise<void> {
    const { lost } = this.connection.snapshot();
    if (!lost || (await this.session.hostIsKnown().catch(() => false))) this.connection.note(true);
  }
}

/** Hears the stream that is one for all tabs. */
function hearTogether(desk: string, hear: (message: string | StreamState) => void): Stream {
  const { port } = new SharedWorker(new URL('event-worker.ts', import.meta.url), {
    type: 'module',
    // A worker for each desk: another may have been served at this address before.
    name: desk,
  });
  port.addEventListener('message', ({ data }: MessageEvent<string | StreamState>) => hear(data));
  port.start();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no other end
  return { close: () => port.close(), again: () => port.postMessage('again') };
}
