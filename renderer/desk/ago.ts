import { LOCALE, t } from '../locale/locale.ts';

const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short' });
const dayOfYear = new Intl.DateTimeFormat(LOCALE, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long ago something was, in few letters: `now`, `5 min ago`, `3 h ago`, `Nov 12`. */
export function ago(at: string, now: Date): string {
  const date = new Date(at);
  const past = now.getTime() - date.getTime();
  if (Number.isNaN(past)) return '';
  if (past < MINUTE) return t('ago.now');
  if (past < HOUR) return t('ago.minutes', { number: Math.floor(past / MINUTE) });
  if (past < DAY) return t('ago.hours', { number: Math.floor(past / HOUR) });
  if (past < 7 * DAY) return t('ago.days', { number: Math.floor(past / DAY) });
  return (date.getFullYear() === now.getFullYear() ? day : dayOfYear).format(date);
}
