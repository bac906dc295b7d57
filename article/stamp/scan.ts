import { monthNumber } from '../dateline/dates.ts';
import { isAgency } from '../dateline/sources.ts';
import { type ClockTime, asUtc, isClockTime } from './clock.ts';
import { isUniversal, meaningsOf } from './zones.ts';

/** A printed time in its parts: what the clock showed, and how its zone is named, if it is. */
export interface ScannedStamp {
  time: ClockTime;
  zone?: { abbreviation: string } | { offset: number };
}

interface Found {
  date?: { year: number; month: number; day: number };
  clock?: { hour: number; minute: number; second: number };
  zone?: { abbreviation: string } | { offset: number };
  weekday?: number;
  /** The day of `212101 GMT Nov 18`, whose month and year follow later. */
  dayAhead?: number;
}

/** One part of a printed time. `read` answers undefined for words that only look like it. */
interface Part {
  pattern: RegExp;
  read: (match: RegExpExecArray, found: Found) => Partial<Found> | undefined;
}

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** Zones that are printed by their names and are one zone only. */
const ZONE_NAMES: ReadonlyMap<string, string> = new Map([
  ['japan standard time', 'JST'],
  ['korea standard time', 'KST'],
  ['hong kong time', 'HKT'],
  ['central european time', 'CET'],
  ['central european summer time', 'CEST'],
  ['greenwich mean time', 'GMT'],
  ['coordinated universal time', 'UTC'],
]);

/** The parts in the order in which they are tried; each may stand once in a stamp, in any place. */
const STAMP_PARTS: readonly Part[] = [
  {
    // 2021-12-25T11:01:00, 2021-12-25 11:01
    pattern: /(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)?(?!\d)/uy,
    read: ([, year, month, day, hour, minute, second]) => ({
      ...readDate(year, Number(month), day),
      ...(hour === undefined ? {} : readClock(hour, minute, second)),
    }),
  },
  {
    // 2021/12/25, 2021.12.25, 2021年12月25日
    pattern: /(\d{4})(?:([/.])(\d{1,2})\2(\d{1,2})(?![\d/])|年\s?(\d{1,2})月\s?(\d{1,2})日)/uy,
    read: ([, year, , month, day, otherMonth, otherDay]) =>
      readDate(year, Number(month ?? otherMonth), day ?? otherDay),
  },
  {
    // 20131020T192751
    pattern: /(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})?(?!\d)/uy,
    read: ([, year, month, day, hour, minute, second]) => ({
      ...readDate(year, Number(month), day),
      ...readClock(hour, minute, second),
    }),
  },
  {
    // 212101 GMT Nov 18: day, hour and minute, then month and year
    pattern: /(\d{2})(\d{2})(\d{2})(?=\s+[A-Z]{1,5}\s)/uy,
    read: ([, day, hour, minute]) => ({ dayAhead: Number(day), ...readClock(hour, minute) }),
  },
  {
    // 11:01 a.m., 5 PM
    pattern: /(\d{1,2})(?:[:.](\d{2}))?(?:[:.](\d{2}))?\s*([ap])\.?\s?m\b\.?/iuy,
    read: ([, hour, minute, second, half]) => {
      const hours = Number(hour);
      if (hours < 1 || hours > 12) return undefined;
      const noon = half?.toLowerCase() === 'p' ? 12 : 0;
      return readClock(String((hours % 12) + noon), minute, second);
    },
  },
  {
    // 12 noon; midnight is left alone: it may begin the day or end it
    pattern: /(?:12\s+)?noon\b/iuy,
    read: () => readClock('12'),
  },
  {
    // 1101 GMT
    pattern: /([01]\d|2[0-3])([0-5]\d)(?=\s+[A-Z]{2,5}\b)/uy,
    read: ([, hour, minute]) => readClock(hour, minute),
  },
  {
    // 11h01, 11時01分
    pattern: /(\d{1,2})(?:h(\d{2})(?!\d)|時(?:(\d{1,2})分)?)/uy,
    read: ([, hour, minute, japanese]) => readClock(hour, minute ?? japanese),
  },
  {
    // 11:01, 11.01, 11:01:00
    pattern: /(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:[.,]\d+)?)?(?![\d.:])/uy,
    read: ([, hour, minute, second]) => readClock(hour, minute, second),
  },
  {
    // December 25, 2021; Dec. 25 2021
    pattern: /(\p{L}{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\d)/uy,
    read: ([, month, day, year]) => readDate(year, monthNumber(month ?? ''), day),
  },
  {
    // 25 Dec 2021; 25-Dec-2021; 25th of December, 2021; 25 de diciembre de 2021
    pattern:
      /(\d{1,2})(?:st|nd|rd|th|er)?\.?[\s-]\s*(?:(?:of|de)\s+)?(\p{L}{3,10})\.?,?[\s-]\s*(?:del?\s+)?(\d{4})(?!\d)/uy,
    read: ([, day, month, year]) => readDate(year, monthNumber(month ?? ''), day),
  },
  {
    // Sat, 25 Dec 21 11:01:00, as old mail has it
    pattern: /(\d{1,2})\s+(\p{Lu}\p{Ll}{2})\s+(\d{2})(?=\s+\d{1,2}:\d{2})/uy,
    read: ([, day, month, year]) => readDate(`20${year}`, monthNumber(month ?? ''), day),
  },
  {
    // [Asia/Tokyo] after an offset says no more
    pattern: /\[[\w+/-]+\]/uy,
    read: () => ({}),
  },
  {
    // Eastern Standard Time, Eastern
    pattern: /(eastern|central|mountain|pacific)\b(?:\s+(standard|daylight))?(?:\s+time)?\b/iuy,
    read: ([, name = '', kind = '']) => ({
      zone: { abbreviation: `${name.charAt(0)}${kind.charAt(0)}t`.toUpperCase() },
    }),
  },
  {
    pattern: new RegExp(`(${[...ZONE_NAMES.keys()].join('|')})\\b`, 'iuy'),
    read: ([, name = '']) => ({ zone: { abbreviation: ZONE_NAMES.get(name.toLowerCase()) ?? '' } }),
  },
  {
    // +09:00, GMT+9, -0330
    pattern: /(?:GMT|UTC)?([+−-])(?:(\d{2}):?(\d{2})|(\d{1,2})(?::(\d{2}))?)(?![\d:])/uy,
    read: ([, sign, hours, minutes, shortHours, shortMinutes]) => {
      const size = Number(hours ?? shortHours) * 60 + Number(minutes ?? shortMinutes ?? 0);
      if (size > 14 * 60 || Number(minutes ?? shortMinutes ?? 0) > 59) return undefined;
      return { zone: { offset: sign === '+' ? size : size === 0 ? 0 : -size } };
    },
  },
  {
    pattern: /\(?([A-Z][A-Za-z]{0,4})\)?(?![\p{L}\p{N}])/uy,
    read: ([, abbreviation = '']) =>
      isUniversal(abbreviation) || meaningsOf(abbreviation).length > 0
        ? { zone: { abbreviation } }
        : undefined,
  },
  {
    pattern: /(sun|mon|tue|wed|thu|fri|sat)(?:day|sday|s|nesday|r|rs|rsday|urday)?\b\.?/iuy,
    read: ([, name = '']) => ({ weekday: WEEKDAYS.indexOf(name.toLowerCase()) }),
  },
  {
    // Sat Dec 25 11:01:00 JST 2021: the year at the end
    pattern:
      /(\p{Lu}\p{Ll}{2})\s+(\d{1,2})(?=\s+\d{1,2}:\d{2}(?::\d{2})?\s+(?:[A-Z]{2,5}\s+)?(\d{4})$)/uy,
    read: ([, month, day, year]) => readDate(year, monthNumber(month ?? ''), day),
  },
  {
    pattern: /\d{4}$/uy,
    read: ([year], found) => (String(found.date?.year) === year ? {} : undefined),
  },
  {
    pattern: /[\s,|·•–—-]+|(?:at|on|the|le|el|um|alle)\b|(?:à|às|a las|Uhr)(?=\s|$|,)/iuy,
    read: () => ({}),
  },
];

const LEAD_IN =
  /^(?:(?:first|last)\s+)?(?:published|posted|updated|modified|filed|released|issued)\b\s*:?\s*/iu;

/** Reads the parts of a printed time; undefined if a word is left over, or a part is missing or double. */
export function scanStamp(text: string): ScannedStamp | undefined {
  // Every line of wire copy is asked about, and every date has a digit.
  if (!/\d/u.test(text)) return undefined;
  let rest = text.trim().replace(LEAD_IN, '');
  const [prefix = '', name = ''] = /^(.{2,30}?)\s+[-–—]\s+/u.exec(rest) ?? [];
  if (isAgency(name)) rest = rest.slice(prefix.length);
  // Nothing longer is a time; a paragraph need not be looked through.
  if (rest.length > 80) return undefined;

  let found: Found = {};
  for (let at = 0; at < rest.length;) {
    const next = readPart(rest, at, found);
    if (next === undefined) return undefined;
    found = { ...found, ...next.part };
    at = next.end;
  }
  const { date, clock, zone, weekday } = found;
  if (date === undefined || clock === undefined) return undefined;
  const time = { ...date, ...clock };
  if (!isClockTime(time)) return undefined;
  if (weekday !== undefined && new Date(asUtc(time)).getUTCDay() !== weekday) return undefined;
  return zone === undefined ? { time } : { time, zone };
}

function readPart(
  text: string,
  at: number,
  found: Found,
): { part: Partial<Found>; end: number } | undefined {
  if (found.dayAhead !== undefined && found.date === undefined) {
    const [whole = '', month = '', year = ''] =
      /^(\p{L}{3,9})\.?\s+(\d{4}|\d{2})$/u.exec(text.slice(at)) ?? [];
    const number = monthNumber(month);
    if (number !== undefined) {
      const full = year.length === 4 ? year : `20${year}`;
      const part = readDate(full, number, String(found.dayAhead)) ?? {};
      return { part, end: at + whole.length };
    }
  }
  for (const { pattern, read } of STAMP_PARTS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const part = match === null ? undefined : read(match, found);
    if (match === null || part === undefined) continue;
    if (Object.keys(part).some((key) => key in found)) continue;
    return { part, end: at + match[0].length };
  }
  return undefined;
}

function readDate(
  year: string | undefined,
  month: number | undefined,
  day: string | undefined,
): Pick<Found, 'date'> | undefined {
  return month === undefined
    ? undefined
    : { date: { year: Number(year), month, day: Number(day) } };
}

function readClock(hour?: string, minute = '0', second = '0'): Partial<Found> {
  return { clock: { hour: Number(hour), minute: Number(minute), second: Number(second) } };
}
