import type { StatusChange } from '../../article/article.ts';
import { dateAndTime } from '../locale/date-and-time.ts';
import { t } from '../locale/locale.ts';

/** Who took the story from where to where, the latest step first. */
export function History({ steps }: { steps: readonly StatusChange[] }) {
  return (
    <div className="history">
      <h2>{t('history.title')}</h2>
      {steps.length === 0 && <p className="field-hint">{t('history.none')}</p>}
      <ol>
        {steps.toReversed().map(({ at, by, from, to, note }) => (
          <li key={`${at} ${to}`}>
            <span>{t('history.step', { from: t(`status.${from}`), to: t(`status.${to}`) })}</span>
            <span className="field-hint numbers">
              {by} · {dateAndTime(at)}
            </span>
            {note !== undefined && <span className="history-note">{note}</span>}
          </li>
        ))}
      </ol>
    </div>
  );
}
