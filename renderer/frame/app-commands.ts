import { useEffect } from 'react';
import { provideCommands } from '../app/commands.ts';
import { showDialog } from '../app/dialog-store.ts';
import { ImportList } from '../app/import/import-list.ts';
import type { ArticleSession } from '../app/session/article-session.ts';
import { attempt } from '../app/notices.ts';
import { duplicateArticle, newArticle } from '../app/session/open-article.ts';
import { copyArticle, printArticle } from '../app/session/outgoing.ts';
import { saveVersion } from '../app/session/save-result.ts';
import { readSettings } from '../app/settings.ts';
import { askToTrash } from '../app/session/trash-article.ts';
import { togglePanel } from '../app/layout-store.ts';
import { goToPart } from './window-parts.ts';

/** Says what the commands of the window do, and those of the story that is open in it. */
export function useAppCommands(session: ArticleSession | undefined): void {
  useEffect(
    () =>
      provideCommands({
        'article.new': () => attempt(newArticle),
        'article.import': () => showDialog({ kind: 'import', list: new ImportList() }),
        'desk.export': () => showDialog({ kind: 'export-desk' }),
        // As they are now: another window may have changed them.
        'settings.open': () =>
          attempt(async () => {
            await readSettings();
            showDialog({ kind: 'settings' });
          }),
        'view.next': () => goToPart(1),
        'view.previous': () => goToPart(-1),
      }),
    [],
  );

  useEffect(() => {
    if (session === undefined) return;
    return provideCommands({
      'article.save': () => attempt(() => saveVersion(session)),
      'article.export': () => showDialog({ kind: 'export', session }),
      'article.print': () => attempt(() => printArticle(session)),
      'article.duplicate': () => attempt(() => duplicateArticle(session.id)),
      'article.trash': () => attempt(() => askToTrash(session.id)),
      'edit.copyHtml': () => attempt(() => copyArticle(session, 'html')),
      'edit.copyText': () => attempt(() => copyArticle(session, 'text')),
      'view.details': () => togglePanel('details'),
      'view.preview': () => togglePanel('preview'),
    });
  }, [session]);
}
