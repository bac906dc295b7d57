import type { Event } from '../../electron/contract/events.ts';
import { flushed, onEvent } from './host/client.ts';
import { runCommand } from './commands.ts';
import { connection } from './host/connection.ts';
import { desk, readChanged, readDesk, rescanDesk } from './desk/desk-store.ts';
import { exportProgress } from './export-progress.ts';
import { t } from '../locale/locale.ts';
import { takeUpPeople, tellTaken } from './people/follow-presence.ts';
import { attempt, tell } from './notices.ts';
import { openArticle } from './session/open-article.ts';
import { quotedHeadline, quotedHeadlineOf } from './session/quoted-headline.ts';
import { flushAll, unwritten } from './session/sessions.ts';
import { takeUpChange, takeUpMissed } from './session/take-up.ts';
import { tellBack } from './session/trash-article.ts';

/** How long a window that is to close goes on writing before it says what is not written, in milliseconds. */
const WRITE_WITHIN = 4000;

/** Follows what happens outside this window for as long as it is there. */
export function followHost(): void {
  onEvent(follow);
  followConnection();
  window.addEventListener('focus', () => void rescanDesk());
  // Going away may be the last chance; the browser does not wait, so the person is warned too.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void flushAll();
  });
  window.addEventListener('beforeunload', (event) => {
    if (unwritten().length === 0) return;
    void flushAll();
    event.preventDefault();
  });
}

/** Writes what waited for the host as soon as it is there again. */
function followConnection(): void {
  let wasLost = false;
  connection.subscribe(() => {
    const { lost } = connection.snapshot();
    if (wasLost && !lost) {
      void flushAll();
      void rescanDesk();
    }
    wasLost = lost;
  });
}

function follow(event: Event): void {
  switch (event.name) {
    case 'events-heard':
      void readDesk();
      takeUpMissed();
      break;
    case 'desk-changed':
      void readChanged(event.data.ids);
      break;
    case 'desk-reading': {
      const { done, total } = event.data;
      desk.set({ reading: done < total ? { done, total } : undefined });
      break;
    }
    case 'article-changed':
      attempt(() => takeUpChange(event.data));
      break;
    case 'words-kept': {
      const { id, keptAs, file } = event.data;
      if (keptAs !== undefined) {
        tell(t('bar.keptAs', { headline: quotedHeadline(keptAs.headline) }), {
          story: id,
          action: {
            label: t('bar.keptAs.open'),
            run: () => attempt(() => openArticle(keptAs.id)),
          },
        });
      } else if (file !== undefined) {
        tell(t('save.keptIn', { headline: quotedHeadlineOf(id), file }));
      }
      break;
    }
    case 'desk-reachable':
      if (event.data.reachable) void readDesk();
      else desk.set({ unreachable: event.data.message });
      break;
    case 'data-trouble':
      desk.set({ trouble: event.data.message ?? undefined, troubleSeen: undefined });
      break;
    case 'presence-changed':
      takeUpPeople(event.data.people);
      break;
    case 'story-taken':
      tellTaken(event.data);
      break;
    case 'story-back':
      tellBack(event.data);
      break;
    case 'export-progress':
      exportProgress.set({ last: event.data });
      break;
    case 'command':
      runCommand(event.data.command);
      break;
    case 'open-article':
      attempt(() => openArticle(event.data.id, { notices: event.data.notices }));
      break;
    case 'flush':
      void Promise.race([flushAll(), sleep(WRITE_WITHIN)]).finally(() => flushed(unwritten()));
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
