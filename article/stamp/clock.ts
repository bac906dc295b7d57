/** The year, month (1-12), day, hour, minute and second that a clock shows. */
export interface ClockTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

// Making a formatter is slow.
const formatters = new Map<string, Intl.DateTimeFormat | undefined>();

function formatterOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formatters.has(zone)) formatters.set(zone, makeFormatter(zone));
  return formatters.get(zone);
}

function makeFormatter(timeZone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      era: 'short',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** True for an IANA zone that is known here. */
export function isZone(zone: string): boolean {
  return formatterOf(zone) !== undefined;
}

/**
 * Minutes east of UTC in a zone (IANA) at a moment (ms since 1970). Undefined for an unknown zone
 * and for the odd seconds of local time before there were zones.
 */
export function offsetAt(zone: string, moment: number): number | undefined {
  // The stories of a desk were printed in the same hours, and a stamp is looked at more than once.
  const key = `${zone} ${moment}`;
  if (!offsets.has(key)) {
    if (offsets.size >= MOST_OFFSETS) offsets.clear();
    offsets.set(key, readOffset(zone, moment));
  }
  return offsets.get(key);
}

const offsets = new Map<string, number | undefined>();
const MOST_OFFSETS = 5_000;

function readOffset(zone: string, moment: number): number | undefined {
  const formatter = formatterOf(zone);
  if (formatter === undefined) return undefined;
  const parts = Object.fromEntries(
    formatter.formatToParts(moment).map(({ type, value }) => [type, value]),
  );
  if (parts.era !== 'AD') return undefined;
  const number = (name: string) => Number(parts[name]);
  const shown = asUtc({
    year: number('year'),
    month: number('month'),
    day: number('day'),
    hour: number('hour'),
    minute: number('minute'),
    second: number('second'),
  });
  const offset = (shown - Math.floor(moment / 1000) * 1000) / MINUTE;
  return Number.isInteger(offset) ? offset : undefined;
}

/** The moment at which a clock on UTC shows this time. Throws nothing; see `isClockTime`. */
export function asUtc(time: ClockTime): number {
  const { year, month, day, hour, minute, second } = time;
  const date = new Date(0);
  // Unlike Date.UTC this takes the year 99 for what it is.
  date.setUTCFullYear(year, month - 1, day);
  return date.setUTCHours(hour, minute, second);
}

/** True for a time that is on the calendar and on the clock: no 25:00, no February 30. */
export function isClockTime(time: ClockTime): boolean {
  const { year, month, day, hour, minute, second } = time;
  const date = new Date(asUtc({ ...time, hour: 0, minute: 0, second: 0 }));
  return (
    [year, month, day, hour, minute, second].every(Number.isInteger) &&
    year >= 1 &&
    year <= 9999 &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60
  );
}

/** A moment (ms since 1970) and the offset (minutes) in force at its place. */
export interface Moment {
  at: number;
  offset: number;
}

/**
 * The moments at which clocks in the zone show this time: none in the hour that is left out when
 * daylight time begins, two in the hour that comes twice when it ends.
 */
export function momentsIn(zone: string, time: ClockTime): Moment[] {
  const shown = asUtc(time);
  const found = new Set([shown - DAY, shown, shown + DAY].map((at) => offsetAt(zone, at)));
  return [...found]
    .filter((offset) => offset !== undefined)
    .map((offset) => ({ at: shown - offset * MINUTE, offset }))
    .filter(({ at, offset }) => offsetAt(zone, at) === offset)
    .sort((a, b) => a.at - b.at);
}

/** RFC 3339 with the offset: `2021-12-25T11:01:00+09:00`. */
export function printMoment({ at, offset }: Moment): string {
  const local = new Date(at + offset * MINUTE).toISOString().slice(0, 19);
  const size = Math.abs(offset);
  const [hours, minutes] = [Math.floor(size / 60), size % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `${local}${offset < 0 ? '-' : '+'}${hours}:${minutes}`;
}
