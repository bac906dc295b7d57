/** A date in a dateline. `year` is absent where the wire leaves it out; it mostly does. */
export interface DatelineDate {
  month: number;
  day: number;
  year?: number;
}

/** The months of the languages of the wires, by their first letters in lower case, without accents. */
const MONTHS: readonly (readonly [month: number, names: string])[] = [
  [1, 'january enero ene janvier janv gennaio gen janeiro januar jan'],
  [2, 'february febrero fevrier fevr febbraio fevereiro februar feb fev'],
  [3, 'march marzo mars maerz marz marco mar'],
  [4, 'april abril avril aprile apr abr avr'],
  [5, 'may mayo mai maggio maio mag'],
  [6, 'june junio juin giugno junho juni jun giu'],
  [7, 'july julio juillet luglio julho juli jul lug juil'],
  [8, 'august agosto aout aug ago'],
  [9, 'september septiembre septembre settembre setembro sept sep set'],
  [10, 'october octubre octobre ottobre outubro oktober oct ott out okt'],
  [11, 'november noviembre novembre novembro nov'],
  [12, 'december diciembre decembre dicembre dezembro dezember dec dic dez'],
];

const monthByName = new Map(
  MONTHS.flatMap(([month, names]) => names.split(' ').map((name) => [name, month] as const)),
);

/** The number of a month by its name or short form in the languages of the wires. */
export function monthNumber(name: string): number | undefined {
  const key = name
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
  return monthByName.get(key);
}

/** The month that a misspelt English name means: `Narch`, `Arpil`. */
function monthAlmost(name: string): number | undefined {
  if (!/^\p{Lu}\p{L}{3,}$/u.test(name)) return undefined;
  const typed = name.toLowerCase();
  return MONTHS.find(([, names]) => {
    const [right = ''] = names.split(' ');
    return right.length > 3 && isTypo(typed, right);
  })?.[0];
}

/** True for one letter wrong, missing or too many, or two that changed places. */
function isTypo(typed: string, right: string): boolean {
  if (Math.abs(typed.length - right.length) > 1) return false;
  let at = 0;
  while (at < right.length && typed[at] === right[at]) at += 1;
  const after = (text: string, from: number) => text.slice(at + from);
  const swapped = typed[at] === right[at + 1] && typed[at + 1] === right[at];
  return (
    after(typed, 1) === after(right, 1) ||
    after(typed, 1) === after(right, 0) ||
    after(typed, 0) === after(right, 1) ||
    (swapped && after(typed, 2) === after(right, 2))
  );
}

const YEAR = String.raw`(\d{4}|['’]?\d{2})`;
/** The date at the end of a dateline's head, in each order of its parts. */
const FORMS: readonly { pattern: RegExp; order: readonly ('year' | 'month' | 'day')[] }[] = [
  {
    pattern: /(?:^|[\s,.–—-])(\d{4})-(\d{2})-(\d{2})$/u,
    order: ['year', 'month', 'day'],
  },
  {
    pattern: new RegExp(
      String.raw`(?:^|[\s,.–—-])(\p{L}{3,12})\.?\s?(\d{1,2})(?:st|nd|rd|th)?(?:,?\s+${YEAR})?$`,
      'u',
    ),
    order: ['month', 'day', 'year'],
  },
  {
    pattern: new RegExp(
      String.raw`(?:^|[\s,.–—-])(\d{1,2})\.?\s+(?:de\s+)?(\p{L}{3,12})\.?(?:,?\s+(?:de\s+)?${YEAR})?$`,
      'u',
    ),
    order: ['day', 'month', 'year'],
  },
];

const WEEKDAY = /(?:^|[\s,])(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/iu;

/**
 * Takes the date off the end of a dateline's head. A weekday (`MOSCOW, Monday`) is taken off too,
 * but gives no date.
 */
export function takeDate(head: string): { head: string; date?: DatelineDate; found: boolean } {
  const text = head.replace(/[\s.,]+$/u, '');
  for (const { pattern, order } of FORMS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const values = Object.fromEntries(order.map((part, index) => [part, match[index + 1]]));
    const date = readDate(values);
    if (date !== undefined) return { head: text.slice(0, match.index), date, found: true };
  }
  const weekday = WEEKDAY.exec(text);
  if (weekday !== null) return { head: text.slice(0, weekday.index), found: true };
  return { head, found: false };
}

function readDate(parts: Record<string, string | undefined>): DatelineDate | undefined {
  const month = /^\d+$/u.test(parts.month ?? '')
    ? Number(parts.month)
    : (monthNumber(parts.month ?? '') ?? monthAlmost(parts.month ?? ''));
  const day = Number(parts.day);
  if (month === undefined) return undefined;
  const year = parts.year === undefined ? undefined : fullYear(parts.year.replace(/\D/gu, ''));
  // A leap year stands for every year that is not known.
  if (!exists(year ?? 2000, month, day)) return undefined;
  return year === undefined ? { month, day } : { month, day, year };
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return year < 60 ? 2000 + year : 1900 + year;
}

const DAY = 86_400_000;

/**
 * The date as `YYYY-MM-DD`. A missing year is the one that brings the date closest to `near` (an
 * RFC 3339 date or time), if that is within a month of it; otherwise the date is not certain and
 * there is none.
 */
export function isoDate(date: DatelineDate, near?: string): string | undefined {
  if (date.year !== undefined) return iso(date.year, date.month, date.day);
  const time = Date.parse(near ?? '');
  if (Number.isNaN(time)) return undefined;
  const year = new Date(time).getUTCFullYear();
  return [year - 1, year, year + 1]
    .filter((each) => exists(each, date.month, date.day))
    .map((each) => iso(each, date.month, date.day))
    .find((text) => Math.abs(Date.parse(text) - time) <= 31 * DAY);
}

function exists(year: number, month: number, day: number): boolean {
  const time = new Date(Date.UTC(year, month - 1, day));
  return time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
}

function iso(year: number, month: number, day: number): string {
  return [digits(year, 4), digits(month, 2), digits(day, 2)].join('-');
}

function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
