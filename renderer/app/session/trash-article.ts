import { AppError } from '../../../article/app-error.ts';
import type { Events } from '../../../electron/contract/events.ts';
import type { App } from '../app.ts';
import { t } from '../../locale/locale.ts';
import { openArticle, setAside } from './open-article.ts';
import { quotedHeadline, quotedHeadlineOf } from './quoted-headline.ts';

/** Moves a story to the trash, once the person knows who else is in it. */
export async function askToTrash(app: App, id: string): Promise<void> {
  const { dialogs, presence } = app;
  const people = presence.snapshot().people.filter((person) => person.id === id);
  if (people.length === 0) await trashArticle(app, id);
  else dialogs.show({ kind: 'trash', id, people });
}

/** Moves a story to the trash and offers to take it back. */
export async function trashArticle(app: App, id: string): Promise<void> {
  const { client, desk, notices, sessions } = app;
  const session = sessions.get(id);
  await session?.flush();
  if (session?.dirty === true) throw new AppError('unsaved', t('trash.unsaved'));
  // What was typed into it from here on would be lost.
  const showAgain = setAside(app, id);
  try {
    await client.call('articles.trash', { id });
  } catch (error) {
    showAgain();
    throw error;
  }
  const headline = quotedHeadlineOf(desk, id);
  setAside(app, id);
  sessions.forget(id);
  await desk.read();
  notices.tell(t('trash.done', { headline }), {
    action: {
      label: t('trash.undo'),
      run: () =>
        notices.attempt(async () => {
          await client.call('articles.restore', { id });
          await desk.read();
          await openArticle(app, id);
        }),
    },
  });
}

/** Says that a story is back from the trash, and since whose words; who has it open knows. */
export function tellBack(app: App, { id, headline, by }: Events['story-back']): void {
  const { notices, opened, presence } = app;
  if (opened.snapshot().session?.id === id) return;
  const shown = quotedHeadline(headline);
  const done = t('trash.done', { headline: shown });
  const before = notices.snapshot().list.find(({ text }) => text === done);
  if (before !== undefined) notices.close(before.id);
  const text =
    by === undefined
      ? t('trash.back.here', { headline: shown })
      : t('trash.back', { headline: shown, name: presence.nameOf(by) });
  notices.tell(text, {
    action: { label: t('trash.back.open'), run: () => notices.attempt(() => openArticle(app, id)) },
  });
}
