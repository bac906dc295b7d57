import { isMajorCity } from './cities.ts';
import { countryCode } from './countries.ts';
import { type DatelineDate, takeDate } from './dates.ts';
import { type NamedPlaces, readPlaces, shapeOf } from './place-names.ts';
import { regionOf } from './regions.ts';
import { isAgency } from './sources.ts';

/** All that stands before the separator of a dateline. */
export interface Head {
  /** `By ANNA LAKE`, where the wire runs it in. */
  byline?: string;
  /** The name of the wire that passed the story on: `Canadian Press - CAIRNS …`. */
  prefixed: boolean;
  places?: NamedPlaces;
  source?: string;
  /** The source stands in parentheses or between slashes. */
  sourceMarked: boolean;
  date?: DatelineDate;
  dated: boolean;
}

const MARKED_SOURCE = /\s*(?:\(([^()]{1,40})\)|\/(\p{L}[^/]{1,40})\/)\s*[,.]?$/u;

/**
 * Reads the head of a dateline, from its end: source, date, then places, then what a wire puts
 * before them. Undefined if any word is left over.
 */
export function readHead(text: string): Head | undefined {
  const head: Head = { prefixed: false, sourceMarked: false, dated: false };
  let left = text
    .replace(/<\/?(?:b|br|em|i|p|span|strong)\b[^<>]*>/giu, ' ')
    .replace(/^[\s*]+/u, '')
    .trimEnd();

  left = takeTail(left, head);
  // The date after the credit: `SAN JOSE, Calif.--(BUSINESS WIRE)--Oct. 12, 2004--`.
  if (head.dated && head.source === undefined) left = takeTail(left, head);
  // `MOSCOW. Oct 5`, but `HAYWARD, Calif., Oct 5`.
  if (head.dated && /^[^,]*\p{Lu}{4,}\.$/u.test(left)) left = left.slice(0, -1);

  left = takePrefix(left, head);
  const byline = takeByline(left);
  if (byline !== undefined) {
    head.byline = byline;
    left = left.slice(byline.length).trimStart();
  }

  if (left === '') return head.byline === undefined ? head : undefined;
  if (head.source === undefined && !head.dated && isAgency(left)) return { ...head, source: left };
  const places = readPlaces(left);
  return places === undefined ? undefined : { ...head, places };
}

/** Takes the name of a wire off the start: `(ANSA) - ROMA`, or the one that passed the story on. */
function takePrefix(text: string, head: Head): string {
  const [prefix = '', marked, bare = ''] =
    /^(?:\(([^()]{2,30})\)|(.{2,30}?))\s+-\s+/u.exec(text) ?? [];
  if (marked !== undefined && head.source === undefined && marked.split('-').every(isAgency)) {
    head.source = marked;
    head.sourceMarked = true;
    return text.slice(prefix.length);
  }
  if (!isAgency(bare)) return text;
  head.prefixed = true;
  return text.slice(prefix.length);
}

/** Takes source and date off the end of a head. */
function takeTail(text: string, head: Head): string {
  let left = text;
  const marked = MARKED_SOURCE.exec(left);
  // `(Marketwire - Oct. 12, 2004)`
  const inside = takeDate(marked?.[1] ?? marked?.[2] ?? '');
  const source = inside.head.replace(/[\s,-]+$/u, '').trim();
  if (marked !== null && source !== '' && !isPlaceOnly(source)) {
    head.source = source;
    head.sourceMarked = true;
    if (inside.date !== undefined) head.date = inside.date;
    head.dated ||= inside.found;
    left = left.slice(0, marked.index);
  } else {
    const [, before, bare] = /^(.*?)[\s,]+(\p{Lu}[\p{L}-]+)\.?$/u.exec(left) ?? [];
    if (before !== undefined && bare !== undefined && isAgency(bare) && takeDate(before).found) {
      head.source = bare;
      left = before;
    }
  }
  const { head: undated, date, found } = takeDate(left);
  if (date !== undefined) head.date = date;
  head.dated ||= found;
  return undated.replace(/[\s,–—-]+$/u, '');
}

/** `Santander (España)`: where a place lies, and no credit. */
function isPlaceOnly(text: string): boolean {
  return !isAgency(text) && (countryCode(text) !== undefined || regionOf(text) !== undefined);
}

/** The byline at the start of `By ANNA LAKE BRUSSELS, Belgium`; the place is in capitals. */
function takeByline(text: string): string | undefined {
  if (!/^by\s/iu.test(text)) return undefined;
  const role = /^.*\b(?:columnist|correspondent|editor|reporter|staff|writer)\b,?(?=\s)/iu.exec(
    text,
  );
  if (role !== null) return role[0];
  const words = [...text.matchAll(/[^\s]+/gu)].map((match) => ({
    word: match[0].replace(/,$/u, ''),
    index: match.index,
    ends: match[0].endsWith(','),
  }));
  const upto = words.findIndex(({ ends }, index) => index > 0 && ends);
  const named = words.slice(1, upto === -1 ? words.length : upto + 1);
  const lastMixed = named.findLastIndex(({ word }) => shapeOf(word) !== 'capitals');
  let first = lastMixed + 1;
  const joined = /^(?:and|&)$/iu;
  if (lastMixed === -1 || joined.test(named[lastMixed]?.word ?? '')) {
    // The name is in capitals too: two words, or three with an initial, unless a city says more.
    const caps = named.slice(first);
    const rest = (from: number) =>
      caps
        .slice(from)
        .map(({ word }) => word)
        .join(' ');
    const starts = caps.map((_, index) => index).slice(1);
    const usual = /^\p{Lu}\.$/u.test(caps[1]?.word ?? '') ? 3 : 2;
    first += starts.find((from) => isMajorCity(rest(from))) ?? usual;
  }
  const place = named[first];
  return place === undefined ? undefined : text.slice(0, place.index).trimEnd();
}
