import { formatStamp } from '../../article/stamp/format.ts';

/**
 * A time on the clocks of `zone` (IANA), in the one form that the window has for times, that of a
 * printed stamp: `11:01 JST, December 25, 2021`. `at` is RFC 3339; anything else comes back as it is.
 */
export function dateAndTime(at: string, zone: string): string {
  return formatStamp(at, zone) || at;
}

/** The same, and of a time of today on those clocks only the time: `11:01 JST`. */
export function timeOrDay(at: string, zone: string, now: Date = new Date()): string {
  const [time = '', ...day] = dateAndTime(at, zone).split(', ');
  const [, ...today] = dateAndTime(now.toISOString(), zone).split(', ');
  return day.join() === today.join() ? time : [time, ...day].join(', ');
}
