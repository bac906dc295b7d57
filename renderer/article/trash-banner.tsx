import type { Saved } from '../../electron/contract/calls.ts';
import { t } from '../locale/locale.ts';
import type { ArticleSession } from '../session/article-session.ts';
import { attempt } from '../session/notices.ts';
import { trashArticle } from '../session/trash-article.ts';
import { Button } from '../ui/Button.tsx';
import type { BannerContent } from './banners.tsx';

/** That what was written has brought the story back from the trash, where it can be left. */
export function trashBanner(
  session: ArticleSession,
  { name, here }: NonNullable<Saved['fromTrash']>,
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
        <Button look="quiet" onClick={() => attempt(() => trashArticle(session.id))}>
          {t('bar.fromTrash.leave')}
        </Button>
      </>
    ),
  };
}
