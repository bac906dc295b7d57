import type { StoryCopy } from '../../electron/contract/story-copy.ts';
import { dateAndTime } from '../locale/date-and-time.ts';
import { t } from '../locale/locale.ts';
import type { ArticleSession } from '../app/session/article-session.ts';
import { useWatched } from '../app/store.ts';
import { mergeCopy, setCopyAside } from '../app/session/story-copies.ts';
import { Button } from '../ui/Button.tsx';
import type { BannerContent } from './banners.tsx';
import { useApp } from '../app/use-app.ts';

/** That the desk has another copy of the story, if it has one; the next is told after it. */
export function useCopyBanner(session: ArticleSession): BannerContent | undefined {
  const { desk } = useApp();
  const copy = useWatched(desk, ({ all }) => all.find(({ id }) => id === session.id)?.copies?.[0]);
  const zone = useWatched(desk, (state) => state.view?.house.zone ?? 'UTC');
  if (copy === undefined) return undefined;
  const at = dateAndTime(copy.modified, zone);
  return {
    id: `copy-${copy.place}`,
    kind: 'warning',
    text:
      copy.source === '' ? t('copy.told', { at }) : t('copy.toldFrom', { source: copy.source, at }),
    details: `articles/${copy.place}`,
    actions: <CopyActions session={session} copy={copy} />,
  };
}

function CopyActions({ session, copy }: { session: ArticleSession; copy: StoryCopy }) {
  const app = useApp();
  const { dialogs, notices } = app;
  return (
    <>
      <Button onClick={() => notices.attempt(() => mergeCopy(app, session, copy))}>
        {t('copy.merge')}
      </Button>
      <Button look="quiet" onClick={() => dialogs.show({ kind: 'copy', session, copy })}>
        {t('copy.look')}
      </Button>
      <Button look="quiet" onClick={() => notices.attempt(() => setCopyAside(app, session, copy))}>
        {t('copy.setAside')}
      </Button>
    </>
  );
}
