import { AppError } from '../../../article/app-error.ts';
import { t } from '../../locale/locale.ts';
import type { ArticleSession } from './article-session.ts';
import type { Notices } from '../notices.ts';
import { pathApart } from './path-apart.ts';

/** Writes the story, keeps it as a version, and says `Saved` or why it is not. */
export async function saveVersion(notices: Notices, session: ArticleSession): Promise<void> {
  await session.flush({ keepVersion: true });
  await reached(session, () => session.snapshot().save.kind !== 'saving');
  const { save } = session.snapshot();
  if (save.kind === 'read-only') throw new AppError('read-only', t('bar.readOnly'));
  if (save.kind === 'failed') {
    notices.tell(t('save.failed', { reason: pathApart(save.reason).text }), { story: session.id });
  } else notices.tell(t('save.saved'), { story: session.id });
}

/** Resolves when the file has every word of the story, however long that takes. */
export async function written(session: ArticleSession): Promise<void> {
  await reached(session, () => !session.dirty);
}

/** Resolves as soon as it is so. */
function reached(session: ArticleSession, isSo: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isSo()) return;
      stop();
      resolve();
    };
    const stop = session.subscribe(look);
    look();
  });
}
