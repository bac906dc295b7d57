import { AppError } from '../../../article/app-error.ts';
import type { CaretAt } from '../../../electron/contract/present.ts';
import type { App } from '../app.ts';

/** A caret on its way is told at most this often, in milliseconds. */
const TELL_AFTER = 400;
/** What is told is told again this often, so that the host knows that the window is there. */
const AGAIN_AFTER = 20_000;

/** The story that the window shows, if any, and where in it the caret is. */
type Place = { id?: string } & CaretAt;

/** Tells the host for as long as this window is there which story it shows, and where its caret is. */
export function followPresence({ client, opened, ownCaret, presence }: App): void {
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const placeNow = (): Place => {
    const id = opened.snapshot().session?.id;
    return id === undefined ? {} : { id, ...ownCaret.snapshot().at };
  };
  const send = async (place: Place): Promise<void> => {
    const before = presence.snapshot();
    try {
      const people = await client.call('presence.at', { window: client.window, ...place });
      // News that came meanwhile is newer.
      if (presence.snapshot() === before) presence.takeUp(people);
    } catch (error) {
      // It is told again soon.
      if (!(error instanceof AppError)) throw error;
    }
  };
  const tellPlace = async (): Promise<void> => {
    const place = placeNow();
    told = JSON.stringify(place);
    await send(place);
  };
  const tellSoon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      if (JSON.stringify(placeNow()) !== told) void tellPlace();
    }, TELL_AFTER);
  };

  opened.subscribe(tellSoon);
  ownCaret.subscribe(tellSoon);
  setInterval(() => void tellPlace(), AGAIN_AFTER);
  client.connection.subscribe(() => {
    // What was last heard of others may be over by now.
    if (client.connection.snapshot().lost) presence.takeUp([]);
    else void tellPlace();
  });
  window.addEventListener('pagehide', () => void send({}));
  void tellPlace();
}
