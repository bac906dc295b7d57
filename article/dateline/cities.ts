import { rawTimeZones } from '@vvo/tzdb';
import { countryCode } from './countries.ts';
import { MORE_CITIES } from './more-cities.ts';
import { regionOf } from './regions.ts';

/**
 * Cities that the AP prints without their state or country, each with where it lies. A house that
 * knows more cities adds them to its style.
 */
export const STAND_ALONE: Readonly<Record<string, string>> = readTable(`
Atlanta=Georgia Baltimore=Maryland Boston=Massachusetts Chicago=Illinois Cincinnati=Ohio
Cleveland=Ohio Dallas=Texas Denver=Colorado Detroit=Michigan Honolulu=Hawaii Houston=Texas
Indianapolis=Indiana Las_Vegas=Nevada Los_Angeles=California Miami=Florida Milwaukee=Wisconsin
Minneapolis=Minnesota New_Orleans=Louisiana New_York=New_York Oklahoma_City=Oklahoma
Philadelphia=Pennsylvania Phoenix=Arizona Pittsburgh=Pennsylvania St._Louis=Missouri
Salt_Lake_City=Utah San_Antonio=Texas San_Diego=California San_Francisco=California
Seattle=Washington Washington=D.C.
Amsterdam=Netherlands Baghdad=Iraq Bangkok=Thailand Beijing=China Beirut=Lebanon Berlin=Germany
Brussels=Belgium Cairo=Egypt Djibouti=Djibouti Dublin=Ireland Geneva=Switzerland
Gibraltar=Gibraltar Guatemala_City=Guatemala Havana=Cuba Helsinki=Finland Hong_Kong=Hong_Kong
Islamabad=Pakistan Istanbul=Turkey Jerusalem=Israel Johannesburg=South_Africa Kuwait_City=Kuwait
London=England Luxembourg=Luxembourg Macau=Macau Madrid=Spain Mexico_City=Mexico Milan=Italy
Monaco=Monaco Montreal=Quebec Moscow=Russia Munich=Germany New_Delhi=India Panama_City=Panama
Paris=France Prague=Czech_Republic Quebec_City=Quebec Rio_de_Janeiro=Brazil Rome=Italy
San_Marino=San_Marino Sao_Paulo=Brazil Shanghai=China Singapore=Singapore Stockholm=Sweden
Sydney=Australia Tokyo=Japan Toronto=Ontario Vatican_City=Vatican_City Vienna=Austria
Zurich=Switzerland United_Nations=United_Nations
`);

/** Cities of Japan that its own news agencies and papers print without the country. */
export const JAPAN_STAND_ALONE: Readonly<Record<string, string>> = readTable(`
Fukuoka=Japan Hiroshima=Japan Kobe=Japan Kyoto=Japan Nagasaki=Japan Nagoya=Japan Naha=Japan
Osaka=Japan Sapporo=Japan Sendai=Japan Yokohama=Japan
`);

/** Cities of Canada that its news agency prints without the province. */
export const CANADA_STAND_ALONE: Readonly<Record<string, string>> = readTable(`
Calgary=Alberta Charlottetown=Prince_Edward_Island Edmonton=Alberta Fredericton=New_Brunswick
Halifax=Nova_Scotia Hamilton=Ontario Iqaluit=Nunavut Ottawa=Ontario Regina=Saskatchewan
Saskatoon=Saskatchewan Vancouver=British_Columbia Victoria=British_Columbia Whitehorse=Yukon
Winnipeg=Manitoba Yellowknife=Northwest_Territories
`);

function readTable(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .trim()
      .split(/\s+/u)
      .map((pair) => pair.replaceAll('_', ' ').split('=') as [string, string]),
  );
}

/** A key that is the same for all spellings of a city: `São Paulo`, `SAO PAULO`, `Sao Paulo`. */
export function cityKey(name: string): string {
  // Most names need none of this, and a search asks for many keys.
  const plain = /^[a-z .'-]*$/iu.test(name)
    ? name
    : name
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[\u2018\u2019`]/gu, "'");
  return plain
    .toLowerCase()
    .replace(/\bsaint\b/u, 'st.')
    .trim();
}

const majorCities = new Map<string, string>();
for (const row of MORE_CITIES.trim().split(/[|\n]/u)) {
  for (const city of row.slice(3).split(',')) {
    const key = cityKey(city);
    // `Birmingham` alone may be in either country.
    majorCities.set(key, majorCities.has(key) ? '' : row.slice(0, 2));
  }
}
for (const table of [CANADA_STAND_ALONE, JAPAN_STAND_ALONE, STAND_ALONE]) {
  for (const [city, where] of Object.entries(table)) {
    majorCities.set(cityKey(city), regionOf(where)?.country ?? countryCode(where) ?? '');
  }
}

/** Names of people that are also names of cities; a caps lead starts with a person's name. */
const ALSO_PEOPLE = new Set(
  (
    'adana austin bari carson charlotte columbus dalian dayton florence hamilton houston jackson jos ' +
    'kobe lincoln madison montgomery nelson orlando petra regina samara santiago sofia springfield ' +
    'sydney victoria verona'
  ).split(' '),
);

/** Words of a sentence that are also names of cities. */
const ALSO_WORDS = new Set('bam bath cork faro hue male mobile nice reading split tyre'.split(' '));

/** True for a city that wires often write from, in capitals or not, with accents or without. */
export function isMajorCity(name: string): boolean {
  return majorCities.has(cityKey(name)) && !ALSO_WORDS.has(cityKey(name));
}

/**
 * True for a major city whose name cannot be taken for a person or an ordinary word, so that it is
 * a place even without a dash after it.
 */
export function isSurelyCity(name: string): boolean {
  return isMajorCity(name) && !ALSO_PEOPLE.has(cityKey(name));
}

/** The ISO code of the country of a well-known city; undefined for any other name. */
export function cityCountry(name: string): string | undefined {
  const key = cityKey(name);
  const major = majorCities.get(key) ?? mainCities().get(key);
  return major === '' ? undefined : major;
}

let fromTzdb: Map<string, string> | undefined;

/** The cities by which the zones of the time zone database are known. */
function mainCities(): ReadonlyMap<string, string> {
  fromTzdb ??= new Map(
    rawTimeZones
      .toReversed()
      .flatMap((zone) => zone.mainCities.map((city) => [cityKey(city), zone.countryCode])),
  );
  return fromTzdb;
}
