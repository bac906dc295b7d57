import { ChevronDown } from 'lucide-react';
import { STATUSES, type Status, changeStatus } from '../../article/article.ts';
import { StatusMark } from '../ui/StatusMark.tsx';
import { showDialog } from '../app/dialog-store.ts';
import { t } from '../locale/locale.ts';
import type { ArticleSession } from '../app/session/article-session.ts';
import { useReadOnly } from '../app/session/fields.ts';
import { attempt } from '../app/notices.ts';
import { settings } from '../app/settings.ts';
import { useWatched } from '../app/store.ts';
import { Menu } from '../ui/Menu.tsx';

/** Where the story stands; a change is one step of its history, under the person's name. */
export function StatusMenu({ session }: { session: ArticleSession }) {
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
          onChoose: () => change(session, to),
        }))}
      >
        <StatusMark status={status} silent />
        {name}
        <ChevronDown size={14} aria-hidden />
      </Menu>
    </div>
  );
}

function change(session: ArticleSession, to: Status): void {
  const { name } = settings.snapshot().person;
  const step = (by: string) =>
    attempt(() => {
      const { article } = session.snapshot();
      const { status, history } = changeStatus(article, to, by, new Date().toISOString());
      session.change({ status, history });
      return session.flush();
    });
  // A name is asked for where it is first needed, and never before.
  if (name.trim() === '') showDialog({ kind: 'name', goOn: step });
  else step(name);
}
