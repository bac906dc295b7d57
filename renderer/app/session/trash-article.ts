import { AppError } from '../../../article/app-error.ts';
import type { Events } from '../../../electron/contract/events.ts';
import { call } from '../host/client.ts';
import { readDesk } from '../desk/desk-store.ts';
import { showDialog } from '../dialog-store.ts';
import { t } from '../../locale/locale.ts';
import { nameOfInstallation, presence } from '../people/presence.ts';
import { attempt, closeNotice, notices, tell } from '../notices.ts';
import { openArticle, opened, setAside } from './open-article.ts';
import { quotedHeadline, quotedHeadlineOf } from './quoted-headline.ts';
import { forget, sessions } from './sessions.ts';

/** Moves a story to the trash, once the person knows who else is in it. */
export async function askToTrash(id: string): Promise<void> {
  const people = presence.snapshot().people.filter((person) => person.id === id);
  if (people.length === 0) await trashArticle(id);
  else showDialog({ kind: 'trash', id, people });
}

/** Moves a story to the trash and offers to take it back. */
export async function trashArticle(id: string): Promise<void> {
  const session = sessions.get(id);
  await session?.flush();
  if (session?.dirty === true) throw new AppError('unsaved', t('trash.unsaved'));
  // What was typed into it from here on would be lost.
  const showAgain = setAside(id);
  try {
    await call('articles.trash', { id });
  } catch (error) {
    showAgain();
    throw error;
  }
  const headline = quotedHeadlineOf(id);
  setAside(id);
  forget(id);
  await readDesk();
  tell(t('trash.done', { headline }), {
    action: {
      label: t('trash.undo'),
      run: () =>
        attempt(async () => {
          await call('articles.restore', { id });
          await readDesk();
          await openArticle(id);
        }),
    },
  });
}

/** Says that a story is back from the trash, and since whose words; who has it open knows. */
export function tellBack({ id, headline, by }: Events['story-back']): void {
  if (opened.snapshot().session?.id === id) return;
  const shown = quotedHeadline(headline);
  const done = t('trash.done', { headline: shown });
  const before = notices.snapshot().list.find(({ text }) => text === done);
  if (before !== undefined) closeNotice(before.id);
  const text =
    by === undefined
      ? t('trash.back.here', { headline: shown })
      : t('trash.back', { headline: shown, name: nameOfInstallation(by) });
  tell(text, {
    action: { label: t('trash.back.open'), run: () => attempt(() => openArticle(id)) },
  });
}
