import type { Bridge } from '../../../electron/contract/bridge.ts';
import type { Reply } from '../../../electron/contract/calls.ts';
import type { Event } from '../../../electron/contract/events.ts';
import { connection, noteAnswer } from './connection.ts';
import { type Stream, type StreamState, openStream } from './event-stream.ts';
import { comeBack, deskOfSession, hostIsKnown } from './web-session.ts';
import { t } from '../../locale/locale.ts';

const UNKNOWN_HOST: Reply = { ok: false, code: 'refused', message: t('host.another') };

/** What this page hears of the host, which may have refused it. */
let stream: Stream | undefined;

/** The way to a web host. */
export const webBridge: Bridge = {
  async call(name, args) {
    const ask = () =>
      fetch(`/call/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-galley-desk': deskOfSession() },
        body: JSON.stringify(args),
        // That a page goes is the last thing it says.
        keepalive: name === 'presence.at',
      });
    // No words to whoever has taken the place of a host that was gone.
    if (connection.snapshot().lost) {
      if (!(await hostIsKnown())) return UNKNOWN_HOST;
      stream?.again();
    }
    let response = await ask();
    if (response.status === 401 && (await comeBack())) {
      stream?.again();
      response = await ask();
    }
    return (await response.json()) as Reply;
  },
  on(listener) {
    const hear = (message: string | StreamState) => {
      if (typeof message === 'string') listener(JSON.parse(message) as Event);
      else if (message.state === 'refused') void listenAgain();
      else if (message.state === 'lost') noteAnswer(false);
      else void noteOpen();
      if (typeof message !== 'string' && message.state === 'open')
        listener({ name: 'events-heard', data: {} });
    };
    const listenAgain = async () => {
      noteAnswer(false);
      if (await comeBack().catch(() => false)) stream?.again();
    };
    const heard =
      typeof SharedWorker === 'undefined' ? openStream(deskOfSession(), hear) : hearTogether(hear);
    stream = heard;
    return () => heard.close();
  },
  flushed() {
    // A browser closes its pages when it likes; what is not written is warned of in `beforeunload`.
  },
};

/** One that is there again may be another. */
async function noteOpen(): Promise<void> {
  const { lost } = connection.snapshot();
  if (!lost || (await hostIsKnown().catch(() => false))) noteAnswer(true);
}

/** Hears the stream that is one for all tabs. */
function hearTogether(hear: (message: string | StreamState) => void): Stream {
  const { port } = new SharedWorker(new URL('event-worker.ts', import.meta.url), {
    type: 'module',
    // A worker for each desk: another may have been served at this address before.
    name: deskOfSession(),
  });
  port.addEventListener('message', ({ data }: MessageEvent<string | StreamState>) => hear(data));
  port.start();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a port has no other end
  return { close: () => port.close(), again: () => port.postMessage('again') };
}
