import type { Difference } from '../../../article/differences.ts';
import type { StoryCopy } from '../../../electron/contract/story-copy.ts';
import type { App } from '../app.ts';
import { t } from '../../locale/locale.ts';
import type { ArticleSession } from './article-session.ts';
import { openArticle } from './open-article.ts';
import { ensureWritten } from './outgoing.ts';
import { quotedHeadline } from './quoted-headline.ts';
import { takeUpChange } from './take-up.ts';

/** The places in which a copy differs from the story as it stands in the proof. */
export async function compareCopy(
  { client }: App,
  session: ArticleSession,
  { place }: StoryCopy,
): Promise<Difference[]> {
  await ensureWritten(session);
  return client.call('copies.compare', { id: session.id, place });
}

/** Merges the words of a copy into the story and says what became of it. */
export async function mergeCopy(
  app: App,
  session: ArticleSession,
  { place }: StoryCopy,
): Promise<void> {
  const { client, desk, notices } = app;
  const { id } = session;
  await ensureWritten(session);
  const { hash, keptAs } = await client.call('copies.merge', { id, place });
  await takeUpChange(app, { id, hash, here: true });
  if (keptAs === undefined) notices.tell(t('copy.merged'), { story: id });
  else {
    notices.tell(t('copy.keptAs', { headline: quotedHeadline(keptAs.headline) }), {
      story: id,
      action: {
        label: t('copy.open'),
        run: () => notices.attempt(() => openArticle(app, keptAs.id)),
      },
    });
  }
  await desk.read();
}

/** Moves a copy to the trash of the desk as it is. */
export async function setCopyAside(
  { client, desk, notices }: App,
  { id }: ArticleSession,
  { place }: StoryCopy,
): Promise<void> {
  await client.call('copies.setAside', { id, place });
  notices.tell(t('copy.isAside'));
  await desk.read();
}

/** Puts an earlier state of a story in the place of its damaged file, and opens it. */
export async function restoreEarlier(
  app: App,
  damaged: string,
  place: string | undefined,
): Promise<void> {
  const { id } = await app.client.call('articles.restoreEarlier', {
    id: damaged,
    ...(place !== undefined && { place }),
  });
  await app.desk.read();
  await openArticle(app, id);
}
