import { useEffect } from 'react';
import { dateAndTime } from '../locale/date-and-time.ts';
import { t } from '../locale/locale.ts';
import type { ArticleSession } from '../app/session/article-session.ts';
import { useFields } from '../app/session/fields.ts';
import { useWatched } from '../app/store.ts';
import { useApp } from '../app/use-app.ts';

interface Line {
  at: string;
  by: string;
  text: string;
  note?: string | undefined;
}

/** Who changed the status of the story from what to what, and took it over, the latest step first. */
export function History({ session }: { session: ArticleSession }) {
  const { desk, notices, takeOvers } = useApp();
  const zone = useWatched(desk, (state) => state.view?.house.zone ?? 'UTC');
  const { history: steps } = useFields(session, 'history');
  const { id } = session;
  const taken = useWatched(takeOvers, (state) => (state.id === id ? state.list : undefined));
  useEffect(() => notices.attempt(() => takeOvers.read(id)), [notices, takeOvers, id]);
  const lines: Line[] = [
    ...steps.toReversed().map(({ at, by, from, to, note }) => ({
      at,
      by,
      text: t('history.step', { from: t(`status.${from}`), to: t(`status.${to}`) }),
      note,
    })),
    ...(taken ?? []).map(({ at, by, from }) => ({
      at,
      by: by === '' ? t('history.someone') : by,
      text: from === '' ? t('history.takenOver.someone') : t('history.takenOver', { name: from }),
    })),
  ];
  lines.sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  return (
    <div className="history">
      <h2>{t('history.title')}</h2>
      {lines.length === 0 && <p className="field-hint">{t('history.none')}</p>}
      <ol>
        {lines.map(({ at, by, text, note }) => (
          <li key={`${at} ${text}`}>
            <span>{text}</span>
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
