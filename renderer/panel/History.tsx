import { desk } from '../desk/desk-store.ts';
import { dateAndTime } from '../locale/date-and-time.ts';
import { t } from '../locale/locale.ts';
import type { ArticleSession } from '../session/article-session.ts';
import { useFields } from '../session/fields.ts';
import { useWatched } from '../session/store.ts';

/** Who changed the status of the story from what to what, the latest step first. */
export function History({ session }: { session: ArticleSession }) {
  const { history: steps } = useFields(session, 'history');
  const zone = useWatched(desk, (state) => state.view?.house.zone ?? 'UTC');
  return (
    <div className="history">
      <h2>{t('history.title')}</h2>
      {steps.length === 0 && <p className="field-hint">{t('history.none')}</p>}
      <ol>
        {steps.toReversed().map(({ at, by, from, to, note }) => (
          <li key={`${at} ${to}`}>
            <span>{t('history.step', { from: t(`status.${from}`), to: t(`status.${to}`) })}</span>
            <span className="field-hint numbers">
              {by} · {dateAndTime(at, zone)}
            </span>
            {note !== undefined && <span className="history-note">{note}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}
