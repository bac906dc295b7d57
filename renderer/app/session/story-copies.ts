import type { Difference } from '../../../article/differences.ts';
import type { StoryCopy } from '../../../electron/contract/story-copy.ts';
import { call } from '../host/client.ts';
import { readDesk } from '../desk/desk-store.ts';
import { t } from '../../locale/locale.ts';
import type { ArticleSession } from './article-session.ts';
import { attempt, tell } from '../notices.ts';
import { openArticle } from './open-article.ts';
import { ensureWritten } from './outgoing.ts';
import { quotedHeadline } from './quoted-headline.ts';
import { takeUpChange } from './take-up.ts';

/** The places in which a copy differs from the story as it stands in the proof. */
export async function compareCopy(
  session: ArticleSession,
  { place }: StoryCopy,
): Promise<Difference[]> {
  await ensureWritten(session);
  return call('copies.compare', { id: session.id, place });
}

/** Merges the words of a copy into the story and says what became of it. */
export async function mergeCopy(session: ArticleSession, { place }: StoryCopy): Promise<void> {
  const { id } = session;
  await ensureWritten(session);
  const { hash, keptAs } = await call('copies.merge', { id, place });
  await takeUpChange({ id, hash, here: true });
  if (keptAs === undefined) tell(t('copy.merged'), { story: id });
  else {
    tell(t('copy.keptAs', { headline: quotedHeadline(keptAs.headline) }), {
      story: id,
      action: { label: t('copy.open'), run: () => attempt(() => openArticle(keptAs.id)) },
    });
  }
  await readDesk();
}

/** Moves a copy to the trash of the desk as it is. */
export async function setCopyAside({ id }: ArticleSession, { place }: StoryCopy): Promise<void> {
  await call('copies.setAside', { id, place });
  tell(t('copy.isAside'));
  await readDesk();
}

/** Puts an earlier state of a story in the place of its damaged file, and opens it. */
export async function restoreEarlier(damaged: string, place: string | undefined): Promise<void> {
  const { id } = await call('articles.restoreEarlier', {
    id: damaged,
    ...(place !== undefined && { place }),
  });
  await readDesk();
  await openArticle(id);
}
