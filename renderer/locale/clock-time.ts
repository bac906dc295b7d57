import { LOCALE } from './locale.ts';

/**
 * The time on the clocks of `zone` (IANA) that something happened at: `10:42`, and with the day
 * where that is not today, `Nov 12, 10:42`. `at` is RFC 3339.
 */
export function clockTime(at: string, zone: string, now: Date = new Date()): string {
  const day = { timeZone: zone, month: 'short', day: 'numeric' } as const;
  const time = { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const days = new Intl.DateTimeFormat(LOCALE, { ...day, year: 'numeric' });
  const date = new Date(at);
  const isToday = days.format(date) === days.format(now);
  return new Intl.DateTimeFormat(LOCALE, isToday ? time : { ...day, ...time }).format(date);
}
