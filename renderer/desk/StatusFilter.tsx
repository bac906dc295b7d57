import { STATUSES, type Status } from '../../article/article.ts';
import type { DeskView } from '../../electron/contract/desk-view.ts';
import { formatNumber, t } from '../locale/locale.ts';

interface StatusFilterProps {
  counts: DeskView['counts'] | undefined;
  chosen: Status | undefined;
  onChoose(status: Status | undefined): void;
}

/** Which stories the list shows, with how many there are of each. */
export function StatusFilter({ counts, chosen, onChoose }: StatusFilterProps) {
  return (
    <fieldset className="status-filter">
      <legend className="visually-hidden">{t('desk.filter')}</legend>
      {(['all', ...STATUSES] as const).map((status) => {
        const count = counts?.[status] ?? 0;
        return (
          <label key={status} className={count === 0 ? 'none' : undefined}>
            <input
              type="radio"
              name="status-filter"
              className="visually-hidden"
              checked={(chosen ?? 'all') === status}
              onChange={() => onChoose(status === 'all' ? undefined : status)}
            />
            {status === 'all' ? t('desk.all') : t(`status.${status}`)}{' '}
            <span className="numbers">{formatNumber(count)}</span>
          </label>
        );
      })}
    </fieldset>
  );
}
