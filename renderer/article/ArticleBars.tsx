import { type ReactNode, useState } from 'react';
import { desk } from '../desk/desk-store.ts';
import { dateAndTime } from '../locale/date-and-time.ts';
import { t } from '../locale/locale.ts';
import type { ArticleSession } from '../session/article-session.ts';
import { attempt } from '../session/notices.ts';
import {
  closeArticle,
  dismissOpenNotices,
  forgetRecovered,
  openArticle,
  opened,
  takeRecovered,
} from '../session/open-article.ts';
import { useWatched } from '../session/store.ts';
import { Button } from '../ui/Button.tsx';

/** What the person must know about this story before going on, with what can be done about it. */
export function ArticleBars({ session }: { session: ArticleSession }) {
  const save = useWatched(session, (view) => view.save);
  const keptAs = useWatched(session, (view) => view.keptAs);
  const merged = useWatched(session, (view) => view.merged);
  const { notices, recovered } = useWatched(opened, (state) => state);
  const isGone = useIsGone(session.id);

  return (
    <>
      {save.kind === 'read-only' && <Bar kind="warning">{t('bar.readOnly')}</Bar>}
      {save.kind === 'failed' && (
        <Bar
          kind="error"
          actions={
            <Button onClick={() => attempt(() => session.flush())}>{t('bar.tryAgain')}</Button>
          }
        >
          {t('bar.failed')}
        </Bar>
      )}
      {isGone && save.kind === 'saved' && (
        <Bar
          kind="warning"
          actions={
            <>
              <Button onClick={() => attempt(() => session.flush({ keepVersion: true }))}>
                {t('bar.gone.putBack')}
              </Button>
              <Button look="quiet" onClick={closeArticle}>
                {t('bar.gone.close')}
              </Button>
            </>
          }
        >
          {t('bar.gone')}
        </Bar>
      )}
      {recovered !== undefined && (
        <Bar
          kind="warning"
          actions={
            <>
              <Button onClick={() => attempt(takeRecovered)}>{t('bar.recovered.use')}</Button>
              <Button look="quiet" onClick={() => attempt(forgetRecovered)}>
                {t('bar.recovered.discard')}
              </Button>
            </>
          }
        >
          {t('bar.recovered', { at: dateAndTime(recovered.at), reason: recovered.reason })}
        </Bar>
      )}
      {merged && (
        <Bar
          actions={
            <Button look="quiet" onClick={session.acknowledge}>
              {t('bar.understood')}
            </Button>
          }
        >
          {t('bar.merged')}
        </Bar>
      )}
      {keptAs !== undefined && (
        <Bar
          kind="warning"
          actions={
            <>
              <Button onClick={() => attempt(() => openArticle(keptAs.id))}>
                {t('bar.keptAs.open')}
              </Button>
              <Button look="quiet" onClick={session.acknowledge}>
                {t('bar.understood')}
              </Button>
            </>
          }
        >
          {t('bar.keptAs', { headline: keptAs.headline })}
        </Bar>
      )}
      {notices.length > 0 && (
        <Bar
          actions={
            <Button look="quiet" onClick={dismissOpenNotices}>
              {t('bar.understood')}
            </Button>
          }
        >
          {notices.join(' ')}
        </Bar>
      )}
    </>
  );
}

/** True when the story was on the desk's list and is not any more. */
function useIsGone(id: string): boolean {
  const isListed = useWatched(desk, (state) => state.all.some((story) => story.id === id));
  const isWhole = useWatched(desk, ({ reading, unreachable }) => !reading && !unreachable);
  const [listed, setListed] = useState<string>();
  if (isListed && listed !== id) setListed(id);
  return listed === id && !isListed && isWhole;
}

interface BarProps {
  kind?: 'warning' | 'error';
  actions?: ReactNode;
  children: ReactNode;
}

function Bar({ kind, actions, children }: BarProps) {
  return (
    <div className={['bar', 'notice', kind].filter(Boolean).join(' ')}>
      <p>{children}</p>
      {actions}
    </div>
  );
}
