import { useEffect, useState } from 'react';
import type { TrashedBy } from '../../electron/contract/calls.ts';
import { t } from '../locale/locale.ts';
import type { ArticleSession } from '../app/session/article-session.ts';
import { trashArticle } from '../app/session/trash-article.ts';
import { Button } from '../ui/Button.tsx';
import type { BannerContent } from './banners.tsx';
import type { App } from '../app/app.ts';
import { useApp } from '../app/use-app.ts';

/**
 * That a story is no longer on the desk, and who put it in the trash, where that is known; undefined
 * until it is known whether it is, so that it is said once.
 */
export function useGoneText(id: string, isGone: boolean): string | undefined {
  const { client } = useApp();
  const [by, setBy] = useState<TrashedBy | null>();
  useEffect(() => {
    if (!isGone) return undefined;
    let isWanted = true;
    const say = (who: TrashedBy | null) => isWanted && setBy(who);
    // Whoever it was, the story is gone.
    client.call('articles.trashedBy', { id }).then(say, () => say(null));
    return () => {
      isWanted = false;
      setBy(undefined);
    };
  }, [client, id, isGone]);
  if (by === undefined) return undefined;
  return by === null || by.here || by.name === ''
    ? t('bar.gone')
    : t('bar.gone.by', { name: by.name });
}

/** Puts a story that is no longer on the desk back on it, as it is in this window. */
export async function putBack(session: ArticleSession): Promise<void> {
  await session.flush({ keepVersion: true });
  // Whoever asked for it need not be told.
  session.acknowledge('fromTrash');
}

/** That what was written has brought the story back from the trash, where it can be left. */
export function trashBanner(
  app: App,
  session: ArticleSession,
  { name, here }: TrashedBy,
): BannerContent {
  return {
    id: 'from-trash',
    kind: 'warning',
    text: here
      ? t('bar.fromTrash.here')
      : t('bar.fromTrash', { name: name === '' ? t('presence.other') : name }),
    actions: (
      <>
        <Button onClick={() => session.acknowledge('fromTrash')}>{t('bar.fromTrash.goOn')}</Button>
        <Button
          look="quiet"
          onClick={() => app.notices.attempt(() => trashArticle(app, session.id))}
        >
          {t('bar.fromTrash.leave')}
        </Button>
      </>
    ),
  };
}
