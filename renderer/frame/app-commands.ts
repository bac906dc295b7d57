import { useEffect } from 'react';
import { ImportList } from '../app/import/import-list.ts';
import type { ArticleSession } from '../app/session/article-session.ts';
import { duplicateArticle, newArticle } from '../app/session/open-article.ts';
import { copyArticle, printArticle } from '../app/session/outgoing.ts';
import { saveVersion } from '../app/session/save-result.ts';
import { askToTrash } from '../app/session/trash-article.ts';
import { goToPart } from './window-parts.ts';
import { useApp } from '../app/use-app.ts';

/** Says what the commands of the window do, and those of the story that is open in it. */
export function useAppCommands(session: ArticleSession | undefined): void {
  const app = useApp();
  useEffect(() => {
    const { client, commands, dialogs, notices, settings } = app;
    return commands.provide({
      'article.new': () => notices.attempt(() => newArticle(app)),
      'article.import': () => dialogs.show({ kind: 'import', list: new ImportList(client) }),
      'desk.export': () => dialogs.show({ kind: 'export-desk' }),
      // As they are now: another window may have changed them.
      'settings.open': () =>
        notices.attempt(async () => {
          await settings.read();
          dialogs.show({ kind: 'settings' });
        }),
      'view.next': () => goToPart(commands, 1),
      'view.previous': () => goToPart(commands, -1),
    });
  }, [app]);

  useEffect(() => {
    if (session === undefined) return;
    const { commands, dialogs, find, layout, notices } = app;
    const look = (replaces: boolean) => () => {
      const text = oneLineSelected();
      find.open(session.snapshot().article, { text, replaces });
    };
    const step = (by: 1 | -1) => () => {
      if (find.snapshot().isOpen) find.step(by);
      else find.goOn(session.snapshot().article, by);
    };
    return commands.provide({
      'article.save': () => notices.attempt(() => saveVersion(notices, session)),
      'article.export': () => dialogs.show({ kind: 'export', session }),
      'article.print': () => notices.attempt(() => printArticle(app, session)),
      'article.duplicate': () => notices.attempt(() => duplicateArticle(app, session.id)),
      'article.trash': () => notices.attempt(() => askToTrash(app, session.id)),
      'edit.find': look(false),
      'edit.replace': look(true),
      'edit.findNext': step(1),
      'edit.findPrevious': step(-1),
      'edit.copyHtml': () => notices.attempt(() => copyArticle(app, session, 'html')),
      'edit.copyText': () => notices.attempt(() => copyArticle(app, session, 'text')),
      'view.details': () => layout.togglePanel('details'),
      'view.preview': () => layout.togglePanel('preview'),
    });
  }, [app, session]);
}

/** What is selected on the screen, where that is words of one line. */
function oneLineSelected(): string {
  const field = document.activeElement;
  const isField = field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement;
  const text = isField
    ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
    : String(getSelection() ?? '');
  return text.includes('\n') ? '' : text;
}
