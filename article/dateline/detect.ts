import type { Dateline } from '../blocks/dateline.ts';
import { cityCountry, isSurelyCity } from './cities.ts';
import { isoDate } from './dates.ts';
import { formatDateline } from './format.ts';
import { type Head, readHead } from './head.ts';
import type { NamedPlaces } from './place-names.ts';
import { isAgency, mayBeCredit, soundsLikeNews } from './sources.ts';
import { datelineStyle, datelineStyles } from './styles.ts';

/** A dateline that was found: `printed + rest` is the whole text. */
export interface DetectedDateline extends Omit<Dateline, 'type' | 'id'> {
  rest: string;
}

export interface DetectOptions {
  /** The dateline style of the house. */
  style?: string;
  /** A date or time near which the story was written (RFC 3339): gives dates their year. */
  near?: string;
}

/** A dateline is short; nothing after this many characters can end one. */
const LONGEST = 180;

/**
 * Finds the dateline at the start of a paragraph, in the forms of all the wires. `style` is the
 * style that prints it exactly so, the house's own first; with `override` none does. Text that
 * only looks like a dateline gives undefined.
 */
export function detectDateline(
  text: string,
  options: DetectOptions = {},
): DetectedDateline | undefined {
  for (const cut of cuts(text)) {
    const head = readHead(text.slice(0, cut.start));
    const rest = text.slice(cut.end);
    if (head !== undefined && isDateline(head, cut.separator, rest)) {
      return found(head, text.slice(0, cut.end), rest, options);
    }
  }
  return undefined;
}

type Separator = 'dash' | 'colon' | 'line' | 'none';

interface Cut {
  start: number;
  end: number;
  separator: Separator;
}

const SEPARATOR = /\s*(?:\.-|—|–|―|\uFFFD|-{1,3}|_|:|\n)\s*/gu;

/** Where the head may end, the furthest first; then, without a separator, after each word. */
function cuts(text: string): Cut[] {
  const head = text.slice(0, LONGEST);
  const all: Cut[] = [];
  for (const match of head.matchAll(SEPARATOR)) {
    const start = match.index;
    const mark = match[0].trim();
    const [spaceBefore, spaceAfter] = [/^\s/u.test(match[0]), /\s$/u.test(match[0])];
    const before = head.slice(0, start);
    const atEnd = start + match[0].length === text.length;
    const closed = /[)\d/]$/u.test(before);
    const stands =
      mark === '-' || mark === '_'
        ? (spaceBefore && (spaceAfter || atEnd)) || (closed && mark === '-')
        : mark === '.-' || mark === ':'
          ? spaceAfter || atEnd || (closed && mark === '.-')
          : true;
    if (!stands) continue;
    const separator = mark === '' ? 'line' : mark === ':' ? 'colon' : 'dash';
    all.push({ start, end: start + match[0].length, separator });
  }
  all.reverse();
  const spaces = [...head.matchAll(/\s+/gu)].slice(0, 10).toReversed();
  for (const match of spaces) {
    if (/[,;]$/u.test(head.slice(0, match.index))) continue;
    all.push({ start: match.index, end: match.index + match[0].length, separator: 'none' });
  }
  return all;
}

/** Words in capitals that stand before a dash and name no place. */
const LABELS = new Set(
  (
    'about advisory alert analysis answer background baseball basketball boxing boys breaking ' +
    'clarification column commentary context corrected correction cricket cycling editorial ' +
    'editors end ends exclusive factbox feature football girls golf hockey interview letter ' +
    'letters live men more news note notebook notes opinion photo poll preview question read ' +
    'related results review rpt rugby scores soccer summary tennis timeline update updated ' +
    'urgent video warning watch women wrapup'
  ).split(' '),
);

function isDateline(head: Head, separator: Separator, rest: string): boolean {
  const { places, source } = head;
  const agency = source !== undefined && isAgency(source);
  if (source !== undefined && !agency && !mayBeCredit(source)) return false;
  if (places === undefined) return isCreditOnly(head, separator, rest);
  if (places.places.some(({ name }) => isAgency(name))) return false;
  if (head.byline !== undefined) return source !== undefined && separator === 'dash';

  const sure = agency || head.dated || places.whereKnown;
  const credited = source !== undefined;
  const startsText = /^[^\p{L}\p{N}]*(?:[\p{Lu}\p{Lt}\p{Lo}\p{N}]|$)/u.test(rest);
  if (places.shape === 'title') {
    if (separator === 'dash') {
      if (sure) return true;
      if (!startsText) return false;
      return places.cityKnown || (credited && soundsLikeNews(source));
    }
    return separator === 'line' ? agency : agency && head.sourceMarked && startsText;
  }
  switch (separator) {
    case 'dash':
      if (head.prefixed) return sure || places.cityKnown;
      return sure || credited || (startsText && !isLabel(places, rest));
    case 'colon':
      return sure || credited || places.places.every(({ name }) => isSurelyCity(name));
    case 'line':
      return agency || head.dated;
    case 'none':
      // A word in capitals and small letters, a figure or a quotation begins the text.
      if (!/^(?:["“‘'(<]|\p{N}|\p{Lu}\p{Ll}|\p{Lu}\.|(?:A|I)\s)/u.test(rest)) return false;
      return sure || places.places.every(({ name }) => isSurelyCity(name));
  }
}

/** `AFP - `, `(Reuters) - `, `Dec. 24 (Bloomberg) -- `. */
function isCreditOnly(head: Head, separator: Separator, rest: string): boolean {
  const { source } = head;
  if (source === undefined || separator !== 'dash') return false;
  // `KYODO NEWS - Dec 25, 2021 - 11:01` is a time.
  if (/^\p{L}{3,9}\.?\s\d{1,2}\b/u.test(rest)) return false;
  return isAgency(source) || (head.sourceMarked && soundsLikeNews(source));
}

/** `WARNING - …`, or `TACOMA RAINIERS - The Rainiers …`: a heading that the text takes up. */
function isLabel(places: NamedPlaces, rest: string): boolean {
  const names = places.places.map(({ name }) => name);
  const words = names
    .join(' ')
    .toLowerCase()
    .split(/[\s/-]+/u);
  const last = words.at(-1) ?? '';
  if (words.some((word) => LABELS.has(word)) || names.some(isAcronym)) return true;
  if (words.length > 4 && places.places.length === 1) return true;
  if (/^[^\p{L}]*(?:\p{Lu}{2,}\s+){3}/u.test(rest)) return true;
  const taken = /^(?:the\s+)?(\p{L}+)/iu.exec(rest)?.[1]?.toLowerCase();
  return words.length > 1 && last.endsWith('s') && taken === last && !places.cityKnown;
}

/** `NASA`, `U.S.`: so short a name is a place only if we know it. */
function isAcronym(name: string): boolean {
  return name.length < 5 && cityCountry(name) === undefined;
}

function found(
  head: Head,
  printed: string,
  rest: string,
  options: DetectOptions,
): DetectedDateline {
  const places = head.places?.places ?? [];
  const parts = {
    places,
    ...(head.source === undefined ? {} : { source: head.source }),
  };
  const date = head.date === undefined ? undefined : isoDate(head.date, options.near);
  const dated = date === undefined ? parts : { ...parts, date };
  const house = datelineStyle(options.style ?? '');
  const style = [
    house,
    ...datelineStyles.filter(({ source }) => source === head.source),
    ...datelineStyles,
  ].find(({ id }) => formatDateline(dated, id) === printed);
  if (style !== undefined) return { ...dated, style: style.id, printed, rest };
  return { ...dated, style: house.id, printed, override: true, rest };
}
