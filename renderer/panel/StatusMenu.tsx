import { ChevronDown } from 'lucide-react';
import { STATUSES, type Status, changeStatus } from '../../article/article.ts';
import { StatusMark } from '../ui/StatusMark.tsx';
import type { App } from '../app/app.ts';
import { useApp } from '../app/use-app.ts';
import { t } from '../locale/locale.ts';
import type { ArticleSession } from '../app/session/article-session.ts';
import { useReadOnly } from '../app/session/fields.ts';
import { useWatched } from '../app/store.ts';
import { Menu } from '../ui/Menu.tsx';

/** Where the story stands; a change is one step of its history, under the person's name. */
export function StatusMenu({ session }: { session: ArticleSession }) {
  const app = useApp();
  const status = useWatched(session, (view) => view.article.status);
  const readOnly = useReadOnly(session);
  const name = t(`status.${status}`);
  return (
    <div className="status-menu">
      <Menu
        label={t('details.status', { status: name })}
        disabled={readOnly}
        items={STATUSES.map((to) => ({
          id: to,
          label: t(`status.${to}`),
          icon: <StatusMark status={to} silent />,
          checked: to === status,
          onChoose: () => change(app, session, to),
        }))}
      >
        <StatusMark status={status} silent />
        {name}
        <ChevronDown size={14} aria-hidden />
      </Menu>
    </div>
  );
}

function change(app: App, session: ArticleSession, to: Status): void {
  const { dialogs, notices, settings } = app;
  const { name } = settings.snapshot().person;
  const step = (by: string) =>
    notices.attempt(() => {
      const { article } = session.snapshot();
      const { status, history } = changeStatus(article, to, by, new Date().toISOString());
      session.change({ status, history });
      return session.flush();
    });
  // A name is asked for where it is first needed, and never before.
  if (name.trim() === '') dialogs.show({ kind: 'name', goOn: step });
  else step(name);
}
