import { t } from '../locale/locale.ts';
import type { ArticleSession } from '../app/session/article-session.ts';
import type { SaveState } from '../app/session/session-view.ts';
import { useDamage } from '../app/session/damage.ts';
import { useIsGone } from '../app/session/is-gone.ts';
import { pathApart } from '../app/session/path-apart.ts';
import { useWatched } from '../app/store.ts';
import { Counts } from './Counts.tsx';
import { useApp } from '../app/use-app.ts';

/** The foot of the window: how long the story is, and where its words are. */
export function StatusBar() {
  const { desk, opened } = useApp();
  const session = useWatched(opened, (state) => state.session);
  const folder = useWatched(desk, (state) => state.view?.folder);
  return (
    <footer className="status-bar" tabIndex={-1} aria-label={t('status.region')}>
      {session === undefined ? (
        <>
          <p className="desk-folder">{folder}</p>
          <div role="status" />
        </>
      ) : (
        <SessionStatus session={session} />
      )}
    </footer>
  );
}

function SessionStatus({ session }: { session: ArticleSession }) {
  const save = useWatched(session, (view) => view.save);
  const isGone = useIsGone(session.id) && save.kind === 'saved';
  const isDamaged = useDamage(session.id) !== undefined && save.kind === 'saved';
  const isLate = save.kind === 'saving' && save.slow === 'long';
  return (
    <>
      <Counts session={session} />
      <div
        role="status"
        className={`save ${isGone ? 'gone' : isDamaged ? 'failed' : isLate ? 'late' : save.kind}`}
      >
        {isGone ? t('save.gone') : isDamaged ? t('save.damaged') : describeSave(save)}
      </div>
    </>
  );
}

function describeSave(save: SaveState): string {
  switch (save.kind) {
    case 'saved':
      return t('save.saved');
    case 'saving':
      return t(save.slow === undefined ? 'save.saving' : `save.saving.${save.slow}`);
    case 'failed':
      return t('save.failed', { reason: pathApart(save.reason).text });
    case 'read-only':
      return t('save.readOnly');
  }
}
