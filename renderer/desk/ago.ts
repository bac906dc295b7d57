import { LOCALE, t } from '../locale/locale.ts';

const relative = new Intl.RelativeTimeFormat(LOCALE, { style: 'narrow', numeric: 'always' });
const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago something was, in few letters: `now`, `5min ago`, `3h ago`, `12 Nov`. */
export function ago(at: string, now: Date): string {
  const date = new Date(at);
  const past = now.getTime() - date.getTime();
  if (Number.isNaN(past)) return '';
  if (past < MINUTE) return t('ago.now');
  if (past < HOUR) return relative.format(-Math.floor(past / MINUTE), 'minute');
  if (past < DAY) return relative.format(-Math.floor(past / HOUR), 'hour');
  if (past < 7 * DAY) return relative.format(-Math.floor(past / DAY), 'day');
  return (date.getFullYear() === now.getFullYear() ? day : dayOfYear).format(date);
}
