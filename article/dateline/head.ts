import { isMajorCity } from './cities.ts';
import { type DatelineDate, takeDate } from './dates.ts';
import { type NamedPlaces, readPlaces, shapeOf } from './place-names.ts';
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
  let left = text.replace(/^[\s*]+/u, '').trimEnd();

  const marked = MARKED_SOURCE.exec(left);
  const source = marked?.[1] ?? marked?.[2];
  if (marked !== null && source !== undefined) {
    head.source = source.trim();
    head.sourceMarked = true;
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
  head.dated = found;
  left = undated.replace(/[\s,–—-]+$/u, '');
  // `MOSCOW. Oct 5`, but `HAYWARD, Calif., Oct 5`.
  if (found && /^[^,]*\p{Lu}{4,}\.$/u.test(left)) left = left.slice(0, -1);

  const [prefix = '', agency = ''] = /^(.{2,30}?)\s+-\s+/u.exec(left) ?? [];
  if (prefix !== '' && isAgency(agency)) {
    head.prefixed = true;
    left = left.slice(prefix.length);
  }
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

/** The byline at the start of `By ANNA LAKE BRUSSELS, Belgium`; the place is in capitals. */
function takeByline(text: string): string | undefined {
  if (!/^by\s/iu.test(text)) return undefined;
  const words = [...text.matchAll(/[^\s]+/gu)];
  const upto = words.findIndex(([word], index) => index > 0 && word.endsWith(','));
  const named = words.slice(1, upto === -1 ? words.length : upto + 1);
  const lastMixed = named.findLastIndex(
    ([word]) => shapeOf(word.replace(/,$/u, '')) !== 'capitals',
  );
  let first = lastMixed + 1;
  if (lastMixed === -1) {
    // The name is in capitals too: two words, or three with an initial, unless a city says more.
    const rest = (from: number) =>
      named
        .slice(from)
        .map(([word]) => word.replace(/,$/u, ''))
        .join(' ');
    const starts = named.map((_, index) => index).slice(1);
    const usual = /^\p{Lu}\.$/u.test(named[1]?.[0] ?? '') ? 3 : 2;
    first = starts.find((from) => isMajorCity(rest(from))) ?? usual;
  }
  const place = named[first];
  return place === undefined ? undefined : text.slice(0, place.index).trimEnd();
}
