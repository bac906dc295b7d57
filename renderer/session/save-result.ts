import { AppError } from '../../article/app-error.ts';
import { t } from '../locale/locale.ts';
import type { ArticleSession, SaveState } from './article-session.ts';
import { tell } from './notices.ts';
import { pathApart } from './path-apart.ts';

/** Writes the story, keeps it as a version, and says `Saved` or why it is not. */
export async function saveVersion(session: ArticleSession): Promise<void> {
  await session.flush({ keepVersion: true });
  const save = await reached(session, (state) => state.kind !== 'saving');
  if (save.kind === 'read-only') throw new AppError('read-only', t('bar.readOnly'));
  if (save.kind === 'saved') tell(t('save.saved'));
  else tell(t('save.failed', { reason: pathApart(save.reason).text }));
}

/** Resolves when the file has every word of the story, however long that takes. */
export async function written(session: ArticleSession): Promise<void> {
  await reached(session, (state) => state.kind === 'saved');
}

/** The first state from now on that is meant. */
function reached<State extends SaveState>(
  session: ArticleSession,
  isMeant: (save: SaveState) => save is State,
): Promise<State> {
  return new Promise((resolve) => {
    const look = () => {
      const { save } = session.snapshot();
      if (!isMeant(save)) return;
      stop();
      resolve(save);
    };
    const stop = session.subscribe(look);
    look();
  });
}
