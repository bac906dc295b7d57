import type { Place } from '../blocks/dateline/dateline.ts';
import { isMajorCity } from './cities.ts';
import { countryCode } from './countries.ts';
import { monthNumber } from './dates.ts';
import { regionOf } from './regions.ts';

/** The places that a dateline names, and what in their words shows that they are places. */
export interface NamedPlaces {
  places: Place[];
  /** `TOKYO`, or `Tokyo`. */
  shape: 'capitals' | 'title';
  /** A state, province or country that we know stands after the last place. */
  whereKnown: boolean;
  /** The last place ends with such a state, province or country. */
  whereEnds: boolean;
  /** Every name is that of a major city. */
  cityKnown: boolean;
}

/** Words that join a name: `PORT-au-PRINCE`, `Rio de Janeiro`. */
const PARTICLES = new Set(
  'a al am an and au aux d da das de del den der des di do dos du e el en in la las le les lo los near of on sur the und upon van von y'.split(
    ' ',
  ),
);
/** What holds the places around a `/` together: `DALLAS/FORT WORTH AIRPORT` is one place. */
const FACILITY = /\b(?:air ?base|airfield|airport|barracks|border|county|naval base|station)\b/iu;
/** The river after the `/` of a German town: `Frankfurt/Main`. */
const RIVER = /^(?:breisgau|m\.|main|neckar|o\.|oder|saale|spree)$/iu;
const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/iu;

/** Reads `WASHINGTON/KHOBAR, Saudi Arabia`; undefined for words that cannot name places. */
export function readPlaces(text: string): NamedPlaces | undefined {
  const read = splitPlaces(text).map(readPlace);
  const places: Place[] = [];
  let shape: NamedPlaces['shape'] = 'capitals';
  let [whereKnown, whereEnds, cityKnown] = [false, false, true];
  for (const one of read) {
    if (one === undefined) return undefined;
    places.push(one.place);
    if (one.shape === 'title') shape = 'title';
    whereKnown ||= one.whereKnown;
    whereEnds = one.whereEnds;
    cityKnown &&= isMajorCity(one.place.name);
  }
  return { places, shape, whereKnown, whereEnds, cityKnown };
}

function splitPlaces(text: string): string[] {
  const pieces: string[] = [];
  for (const piece of text.split('/')) {
    const [name = ''] = piece.split(',');
    const last = pieces.at(-1);
    if (last !== undefined && (FACILITY.test(name) || RIVER.test(name)) && !last.includes(',')) {
      pieces[pieces.length - 1] = `${last}/${piece}`;
    } else {
      pieces.push(piece);
    }
  }
  return pieces;
}

type ReadPlace = Pick<NamedPlaces, 'shape' | 'whereKnown' | 'whereEnds'> & { place: Place };

function readPlace(text: string): ReadPlace | undefined {
  const [name = '', ...rest] = text.trim().split(/\s*,\s*/u);
  if (rest.length > 2 || rest.some((part) => !isWhere(part))) return undefined;
  const [, bare = '', inner = ''] = /^(.*?)(?:\s+\(([^()]+)\))?$/u.exec(name) ?? [];
  const shape = shapeOf(bare);
  if (shape === undefined || (inner !== '' && !isWhere(inner))) return undefined;
  const where = whereOf(bare, rest);
  const known = [...rest, inner].map((part) => part !== '' && isKnownWhere(part));
  const whereEnds = known[rest.length - 1] ?? false;
  return { place: { name, ...where }, shape, whereKnown: known.includes(true), whereEnds };
}

function whereOf(name: string, parts: readonly string[]): Omit<Place, 'name'> {
  const [first, second] = parts;
  if (first === undefined) return {};
  if (second !== undefined) return { region: first, country: second };
  // `TBILISI, Georgia` is not in America.
  const isCountry = /^georgia$/iu.test(first) && GEORGIAN.has(name.toLowerCase());
  return regionOf(first) !== undefined && !isCountry ? { region: first } : { country: first };
}

const GEORGIAN = new Set('tbilisi batumi kutaisi gori sukhumi tskhinvali poti zugdidi'.split(' '));

function isKnownWhere(text: string): boolean {
  return regionOf(text) !== undefined || countryCode(text) !== undefined;
}

/** True for words that may name a state or country: `Grand Cayman`, `N.Y.`, `RUSSIA`. */
function isWhere(text: string): boolean {
  return isKnownWhere(text) || (shapeOf(text) !== undefined && text.split(/\s+/u).length <= 4);
}

/** The way a name is written, or undefined if it is not written as a name. */
export function shapeOf(name: string): NamedPlaces['shape'] | undefined {
  const words = name.split(/[\s/-]+/u);
  if (words.length > 7 || name.length < 2 || /\s[/-]|[/-]\s/u.test(name)) return undefined;
  if (WEEKDAY.test(words[0] ?? '')) return undefined;
  if (words.length === 1 && monthNumber(name) !== undefined) return undefined;
  let capitals = 0;
  let titles = 0;
  for (const word of words) {
    const shape = wordShape(word);
    if (shape === undefined) return undefined;
    if (shape === 'capitals') capitals += 1;
    if (shape === 'title') titles += 1;
  }
  if (capitals + titles === 0) return undefined;
  return titles === 0 ? 'capitals' : 'title';
}

function wordShape(word: string): 'capitals' | 'title' | 'particle' | undefined {
  if (!/^[\p{L}\p{M}][\p{L}\p{M}'’`.]*$/u.test(word)) return undefined;
  if (PARTICLES.has(word)) return 'particle';
  // `Castelló d'Empúries`
  if (/^[dl]['’]\p{Lu}/u.test(word)) return 'title';
  // `ESTONIA's` owns something; `SAN`A` and `McALLEN` are names.
  if (/\p{Lu}{2}['’]s$/u.test(word)) return undefined;
  const bare = word.replace(/['’`.]/gu, '');
  if (bare === bare.toUpperCase() || /^\p{Lu}\p{Ll}{1,2}\p{Lu}{2,}$/u.test(bare)) return 'capitals';
  return /^\p{Lu}/u.test(word) ? 'title' : undefined;
}
