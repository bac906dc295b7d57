import type { Event, Events } from '../../electron/contract/events.ts';
import type { App } from './app.ts';
import { t } from '../locale/locale.ts';
import { nameOf } from './people/presence.ts';
import { openArticle } from './session/open-article.ts';
import { quotedHeadline, quotedHeadlineOf } from './session/quoted-headline.ts';
import { takeUpChange, takeUpMissed } from './session/take-up.ts';
import { tellBack } from './session/trash-article.ts';

/** How long a window that is to close goes on writing before it says what is not written, in milliseconds. */
const WRITE_WITHIN = 4000;

/** Follows what happens outside this window for as long as it is there. */
export function followHost(app: App): void {
  const { client, desk, sessions } = app;
  client.onEvent((event) => follow(app, event));
  followConnection(app);
  window.addEventListener('focus', () => void desk.rescan());
  // Going away may be the last chance; the browser does not wait, so the person is warned too.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void sessions.flushAll();
  });
  window.addEventListener('beforeunload', (event) => {
    if (sessions.unwritten().length === 0) return;
    void sessions.flushAll();
    event.preventDefault();
  });
}

/** Writes what waited for the host as soon as it is there again. */
function followConnection({ client: { connection }, desk, sessions }: App): void {
  let wasLost = false;
  connection.subscribe(() => {
    const { lost } = connection.snapshot();
    if (wasLost && !lost) {
      void sessions.flushAll();
      void desk.rescan();
    }
    wasLost = lost;
  });
}

function follow(app: App, event: Event): void {
  const { client, commands, desk, exportProgress, notices, presence, sessions } = app;
  switch (event.name) {
    case 'events-heard':
      void desk.read();
      takeUpMissed(app);
      break;
    case 'desk-changed':
      void desk.readChanged(event.data.ids);
      break;
    case 'desk-reading': {
      const { done, total } = event.data;
      desk.set({ reading: done < total ? { done, total } : undefined });
      break;
    }
    case 'article-changed':
      notices.attempt(() => takeUpChange(app, event.data));
      break;
    case 'words-kept': {
      const { id, keptAs, file } = event.data;
      if (keptAs !== undefined) {
        notices.tell(t('bar.keptAs', { headline: quotedHeadline(keptAs.headline) }), {
          story: id,
          action: {
            label: t('bar.keptAs.open'),
            run: () => notices.attempt(() => openArticle(app, keptAs.id)),
          },
        });
      } else if (file !== undefined) {
        notices.tell(t('save.keptIn', { headline: quotedHeadlineOf(desk, id), file }));
      }
      break;
    }
    case 'desk-reachable':
      if (event.data.reachable) void desk.read();
      else desk.set({ unreachable: event.data.message });
      break;
    case 'data-trouble':
      desk.set({ trouble: event.data.message ?? undefined, troubleSeen: undefined });
      break;
    case 'presence-changed':
      presence.takeUp(event.data.people);
      break;
    case 'story-taken':
      tellTaken(app, event.data);
      break;
    case 'story-back':
      tellBack(app, event.data);
      break;
    case 'export-progress':
      exportProgress.set({ last: event.data });
      break;
    case 'command':
      commands.run(event.data.command);
      break;
    case 'open-article':
      notices.attempt(() => openArticle(app, event.data.id, { notices: event.data.notices }));
      break;
    case 'flush':
      void Promise.race([sessions.flushAll(), sleep(WRITE_WITHIN)]).finally(() =>
        client.flushed(sessions.unwritten()),
      );
  }
}

/** Says that someone else has the writing mark now, if it is of the story that is open. */
function tellTaken({ notices, opened }: App, { id, by }: Events['story-taken']): void {
  if (opened.snapshot().session?.id === id) {
    notices.tell(t('presence.taken', { name: nameOf(by) }), { story: id });
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
