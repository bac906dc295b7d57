import { isInstant } from '../../../article/html/instant.ts';
import {
  asUtc,
  isClockTime,
  momentsIn,
  offsetAt,
  printMoment,
} from '../../../article/stamp/clock.ts';
import { abbreviationAt } from '../../../article/stamp/zones.ts';

const MINUTE = 60_000;
const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/u;

/**
 * An instant (RFC 3339) as the clocks of a zone (IANA) show it, in the form of a `datetime-local`
 * field, and what they call it there: `JST`. Undefined for text that is no instant.
 */
export function shownTime(at: string, zone: string): { time: string; name: string } | undefined {
  if (!isInstant(at)) return undefined;
  const moment = Date.parse(at);
  const local = new Date(moment + (offsetAt(zone, moment) ?? 0) * MINUTE);
  return { time: local.toISOString().slice(0, 16), name: abbreviationAt(zone, moment) };
}

/**
 * The instant that a `datetime-local` field means on the clocks of a zone. An hour that comes twice
 * is the first of the two; one that is left out counts as if the clocks had not been changed. An
 * empty field empties an instant; other text stays until there is a time in its place.
 */
export function instantOf(time: string, zone: string, before: string): string {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = (TIME.exec(time) ?? [])
    .slice(1)
    .map(Number);
  const clock = { year, month, day, hour, minute, second: 0 };
  if (!isClockTime(clock)) return isInstant(before) ? '' : before;
  const shown = asUtc(clock);
  const [moment] = momentsIn(zone, clock);
  const offset = offsetAt(zone, shown) ?? 0;
  return printMoment(moment ?? { at: shown - offset * MINUTE, offset });
}

/** This minute, as the clocks of a zone show it. */
export function thisMinute(zone: string): string {
  const at = Math.floor(Date.now() / MINUTE) * MINUTE;
  return printMoment({ at, offset: offsetAt(zone, at) ?? 0 });
}
