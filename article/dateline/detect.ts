import type { Dateline, DatelineParts, Place } from '../blocks/dateline/dateline.ts';
import { cityCountry, isSurelyCity } from './cities.ts';
import { type DatelineDate, isoDate } from './dates.ts';
import { formatDateline } from './format.ts';
import { type Head, readHead } from './head.ts';
import { readJapanese } from './japanese.ts';
import { isHeading, isLabel } from './no-places.ts';
import { isAgency, isWire, mayBeCredit, soundsLikeNews } from './sources.ts';
import { HAS_SEPARATOR, SEPARATOR, houseSeparators } from './separators.ts';
import { datelineStyle, datelineStyles } from './styles.ts';

/** A dateline that was found: `printed + rest` is the whole text. */
export interface DetectedDateline extends Omit<Dateline, 'type' | 'id'> {
  rest: string;
}

/** A dateline as it was read, before its year and its style are known. */
export interface ReadDateline extends Pick<
  DetectedDateline,
  'places' | 'source' | 'printed' | 'rest'
> {
  dated?: DatelineDate;
}

export interface DetectOptions {
  /** The dateline style of the house. */
  style?: string;
  /** A date or time near which the story was written (RFC 3339): gives dates their year. */
  near?: string;
}

/** A dateline is short; nothing after this many characters can end one. */
export const LONGEST_DATELINE = 180;

/**
 * Finds the dateline at the start of a paragraph, in the forms of all the wires. `style` is the
 * style that prints it exactly so, the house's own first; with `override` none does. Text that
 * only looks like a dateline gives undefined.
 */
export function detectDateline(
  text: string,
  options: DetectOptions = {},
): DetectedDateline | undefined {
  const read = readDateline(text);
  return read && styleDateline(read, options);
}

/**
 * What a printed dateline says, as far as it is understood; one whose form no wire has is kept as
 * it is printed.
 */
export function datelineOf(printed: string, options: DetectOptions): Omit<Dateline, 'type' | 'id'> {
  const found = detectDateline(printed, options);
  if (found?.rest !== '') {
    const { id } = datelineStyle(options.style ?? '');
    return { places: [], style: options.style ?? id, printed, override: true };
  }
  const { rest: _, ...dateline } = found;
  return dateline;
}

/**
 * Like `detectDateline`, but reads only the parts and does not look for the style that prints them.
 */
export function readDateline(text: string): ReadDateline | undefined {
  const japanese = readJapanese(text);
  if (japanese !== undefined) {
    const { length, source, places } = japanese;
    return { ...places, source, printed: text.slice(0, length), rest: text.slice(length) };
  }
  for (const cut of cuts(text)) {
    const head = readHead(text.slice(0, cut.start));
    const rest = text.slice(cut.end);
    if (head === undefined || !isDateline(head, cut, rest)) continue;
    const { places = { places: [] }, source, date } = head;
    const read: ReadDateline = { places: places.places, printed: text.slice(0, cut.end), rest };
    if (source !== undefined) read.source = source;
    if (date !== undefined) read.dated = date;
    return read;
  }
  return undefined;
}

type Separator = 'dash' | 'colon' | 'line' | 'none';

interface Cut {
  start: number;
  end: number;
  separator: Separator;
  /** It is `--`, which hardly anything else in a text is. */
  double?: boolean;
}

/** Without a separator the head ends after so many words at the most. */
const MOST_WORDS = 12;

/**
 * Where the head may end, the furthest first; then, without a separator, after each word that one
 * which may begin a text follows.
 */
function cuts(text: string): Cut[] {
  const head = text.slice(0, LONGEST_DATELINE);
  const all: Cut[] = [];
  for (const match of HAS_SEPARATOR.test(head) ? head.matchAll(SEPARATOR) : []) {
    const start = match.index;
    const mark = match[1]?.trim() ?? '';
    const [spaceBefore, spaceAfter] = [/^\s/u.test(match[0]), /\s$/u.test(match[0])];
    const atEnd = start + match[0].length === text.length;
    const closed = /[)\d/]$/u.test(head.slice(0, start));
    const stands =
      mark === '-' || mark === '_'
        ? spaceBefore || spaceAfter || atEnd || (closed && mark === '-')
        : mark === '.-' || mark === ':'
          ? spaceAfter || atEnd || (closed && mark === '.-')
          : `${match[0]}${atEnd ? ' ' : ''}`.includes(houseSeparators.get(mark) ?? '');
    if (!stands) continue;
    // No speaker's name and no label has a space before its colon.
    const colon = mark === ':' && !spaceBefore;
    const separator = mark === '' ? 'line' : colon ? 'colon' : 'dash';
    all.push({ start, end: start + match[0].length, separator, double: mark === '--' });
  }
  all.reverse();
  const spaces: RegExpExecArray[] = [];
  for (const match of head.matchAll(/\s+|(?<=\))(?=[\p{Lu}"“‘])/gu)) {
    if (spaces.push(match) === MOST_WORDS) break;
  }
  for (const match of spaces.toReversed()) {
    const start = match.index;
    const end = start + match[0].length;
    if (start === 0 || ',;'.includes(head.charAt(start - 1))) continue;
    if (STARTS_TEXT.test(text.slice(end))) all.push({ start, end, separator: 'none' });
  }
  return all;
}

/** How the text after a dateline begins. */
const STARTS_TEXT = /^[^\p{L}\p{N}]*(?:[\p{Lu}\p{Lt}\p{Lo}\p{N}]|\p{Ll}\p{Lu}|$)/u;
/** Without a separator, a word in capitals and small letters, a quotation or a count begins it. */
const STARTS_AFTER_NOTHING =
  /^(?:["“‘'<]?(?:\p{Lu}\p{Ll}|\p{Lu}['’]?\p{Lu}\p{Ll}|\p{Lu}\.|(?:A|I)\s)|\p{N}[\p{N}.,]*\s+\p{Ll}{3})/u;
/** `LONDON 2 - PARIS 1` is a score, `OSLO BRIDGE FALLS - TWO HURT` a headline: nothing is a text. */
const HAS_TEXT = /\p{Ll}{2}|\p{Lo}|^\P{L}*$/u;

function isDateline(head: Head, { separator, double }: Cut, rest: string): boolean {
  const { places, source } = head;
  const agency = source !== undefined && isAgency(source);
  if (source !== undefined && !agency && !mayBeCredit(source)) return false;
  if (places === undefined) return isCreditOnly(head, separator, rest);
  const names = places.places.map(({ name }) => name);
  if (names.some(isAgency)) return false;
  if (head.byline !== undefined) return source !== undefined && separator === 'dash';
  if (!places.whereKnown && names.every(isHeading)) return false;

  const startsText = STARTS_TEXT.test(rest);
  // A weekday is a date before a dash only.
  const dated = head.date !== undefined || (head.dated && separator === 'dash');
  if (places.shape === 'title') {
    const sure = agency || dated || (places.whereKnown && startsText);
    switch (separator) {
      case 'dash':
        if (sure) return true;
        return startsText && (places.cityKnown || (source !== undefined && soundsLikeNews(source)));
      case 'colon':
      case 'none':
        if (!startsText) return false;
        return dated ? agency || separator === 'colon' : agency && head.sourceMarked;
      case 'line':
        return agency || dated;
    }
  }

  const sure = agency || dated || places.whereKnown;
  const label = names.some(isLabel) || names.some(isAcronym);
  switch (separator) {
    case 'dash':
      if (sure) return true;
      if (double === true && names.every(isSurelyCity) && /^\p{Ll}/u.test(rest)) return true;
      if (!HAS_TEXT.test(rest)) return false;
      if (head.prefixed) return places.cityKnown;
      if (source !== undefined) return places.cityKnown || soundsLikeNews(source) || !label;
      return startsText && !label && !isHeadline(rest);
    case 'colon':
      return sure || (HAS_TEXT.test(rest) && names.every(isSurelyCity));
    case 'line':
      return sure && (agency || dated || (startsText && HAS_TEXT.test(rest)));
    case 'none':
      if (!STARTS_AFTER_NOTHING.test(rest)) return false;
      return agency || dated || places.whereEnds || places.places.every(isSurelyAlone);
  }
}

/** `AFP - `, `(Reuters) - `, `(CNN) `, `Dec. 24 (Bloomberg) -- `. */
function isCreditOnly(head: Head, separator: Separator, rest: string): boolean {
  const { source } = head;
  if (source === undefined) return false;
  // `KYODO NEWS - Dec 25, 2021 - 11:01` is a time.
  if (/^\p{L}{3,9}\.?\s\d{1,2}\b/u.test(rest)) return false;
  if (separator === 'none') return head.sourceMarked && isAgency(source) && /^\p{Lu}/u.test(rest);
  if (separator !== 'dash') return false;
  if (head.sourceMarked) return isAgency(source) || soundsLikeNews(source);
  return isWire(source);
}

function isSurelyAlone({ name, region, country }: Place): boolean {
  return region === undefined && country === undefined && isSurelyCity(name);
}

/** A text that goes on in capitals: the whole is a headline. */
function isHeadline(rest: string): boolean {
  return /^[^\p{L}]*(?:\p{Lu}{2,}\s+){3}/u.test(rest);
}

/** `NASA`, `U.S.`: so short a name is a place only if we know it. */
function isAcronym(name: string): boolean {
  return name.length < 5 && cityCountry(name) === undefined;
}

/**
 * Completes a dateline that was read: gives its date a year, and finds the house style that prints
 * it exactly like this.
 */
export function styleDateline(
  { dated, rest, ...read }: ReadDateline,
  options: DetectOptions,
): DetectedDateline {
  const { printed, ...parts } = read;
  const date = dated && isoDate(dated, options.near);
  const said: DatelineParts = date === undefined ? parts : { ...parts, date };
  const house = datelineStyle(options.style ?? '');
  const style = [
    house,
    ...datelineStyles.filter(({ source }) => source === said.source),
    ...datelineStyles,
  ].find(({ id }) => formatDateline(said, id) === printed);
  if (style !== undefined) return { ...said, style: style.id, printed, rest };
  return { ...said, style: house.id, printed, override: true, rest };
}
