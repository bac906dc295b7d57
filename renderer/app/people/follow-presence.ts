import { AppError } from '../../../article/app-error.ts';
import type { CaretAt, Present } from '../../../electron/contract/present.ts';
import type { Events } from '../../../electron/contract/events.ts';
import { WINDOW, call } from '../host/client.ts';
import { connection } from '../host/connection.ts';
import { t } from '../../locale/locale.ts';
import { tell } from '../notices.ts';
import { opened } from '../session/open-article.ts';
import { ownCaret } from './own-caret.ts';
import { nameOf, presence } from './presence.ts';

/** A caret on its way is told at most this often, in milliseconds. */
const TELL_AFTER = 400;
/** What is told is told again this often, so that the host knows that the window is there. */
const AGAIN_AFTER = 20_000;

let told = '';
let timer: ReturnType<typeof setTimeout> | undefined;
let heard = 0;

/** Tells the host for as long as this window is there which story it shows, and where its caret is. */
export function followPresence(): void {
  opened.subscribe(tellSoon);
  ownCaret.subscribe(tellSoon);
  setInterval(() => void tellPlace(), AGAIN_AFTER);
  connection.subscribe(() => {
    // What was last heard of others may be over by now.
    if (connection.snapshot().lost) takeUpPeople([]);
    else void tellPlace();
  });
  window.addEventListener('pagehide', () => void send({}));
  void tellPlace();
}

/** Takes up who is where now. */
export function takeUpPeople(people: readonly Present[]): void {
  heard += 1;
  const named = people.map((person) => [person.installation, nameOf(person)] as const);
  presence.set({ people, names: new Map([...presence.snapshot().names, ...named]) });
}

/** Says that someone else has the writing mark now, if it is of the story that is open. */
export function tellTaken({ id, by }: Events['story-taken']): void {
  if (opened.snapshot().session?.id === id) {
    tell(t('presence.taken', { name: nameOf(by) }), { story: id });
  }
}

/** The story that the window shows, if any, and where in it the caret is. */
type Place = { id?: string } & CaretAt;

function placeNow(): Place {
  const id = opened.snapshot().session?.id;
  return id === undefined ? {} : { id, ...ownCaret.snapshot().at };
}

function tellSoon(): void {
  timer ??= setTimeout(() => {
    timer = undefined;
    if (JSON.stringify(placeNow()) !== told) void tellPlace();
  }, TELL_AFTER);
}

async function tellPlace(): Promise<void> {
  const place = placeNow();
  told = JSON.stringify(place);
  await send(place);
}

async function send(place: Place): Promise<void> {
  const before = heard;
  try {
    const people = await call('presence.at', { window: WINDOW, ...place });
    // News that came meanwhile is newer.
    if (heard === before) takeUpPeople(people);
  } catch (error) {
    // It is told again soon.
    if (!(error instanceof AppError)) throw error;
  }
}
