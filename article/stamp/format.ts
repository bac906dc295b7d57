import { AP_MONTHS } from '../dateline/styles.ts';
import { offsetAt } from './clock.ts';
import { abbreviationAt } from './zones.ts';

/** `24-hour`: `15:01 JST, December 25, 2021`; `ap`: `3:01 p.m. EST, Dec. 25, 2021`. */
export type StampStyle = '24-hour' | 'ap';

const MONTHS =
  'January February March April May June July August September October November December'.split(
    ' ',
  );

/**
 * A publication time as it is printed, in a zone (IANA); in UTC if the zone is not known. `instant`
 * is RFC 3339; text that is none gives nothing.
 */
export function formatStamp(
  instant: string,
  zone: string,
  options: { style?: StampStyle } = {},
): string {
  const at = Date.parse(instant);
  if (Number.isNaN(at)) return '';
  const local = new Date(at + (offsetAt(zone, at) ?? 0) * 60_000);
  const [hour, month, day] = [local.getUTCHours(), local.getUTCMonth(), local.getUTCDate()];
  const minute = String(local.getUTCMinutes()).padStart(2, '0');
  const name = abbreviationAt(zone, at);
  const year = local.getUTCFullYear();
  if (options.style === 'ap') {
    const half = hour < 12 ? 'a.m.' : 'p.m.';
    return `${hour % 12 || 12}:${minute} ${half} ${name}, ${AP_MONTHS[month]} ${day}, ${year}`;
  }
  return `${hour}:${minute} ${name}, ${MONTHS[month]} ${day}, ${year}`;
}
