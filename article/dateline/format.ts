import type { DatelineParts, Place } from '../blocks/dateline/dateline.ts';
import { CANADA_STAND_ALONE, JAPAN_STAND_ALONE, STAND_ALONE, cityKey } from './cities.ts';
import { countryCode } from './countries.ts';
import { REGIONS, regionOf } from './regions.ts';
import { type DatelineStyle, datelineStyle } from './styles.ts';

/**
 * A dateline as the style prints it, with its separator and the space after it:
 * `HAYWARD, Calif. (AP) — `. Several places are joined by `/`. A city that stands alone in the
 * style is printed without its state or country. Nothing for parts that hold nothing; an unknown
 * style prints as the AP does.
 */
export function formatDateline(parts: DatelineParts, style: string): string {
  const house = datelineStyle(style);
  const places = parts.places.filter(({ name }) => name.trim() !== '');
  const where = places.map((place) => formatPlace(place, house)).join('/');
  const date = formatDate(parts.date, house);
  const head = [where, date].filter((part) => part !== '').join(', ');
  const source = parts.source?.trim() ?? '';
  const credit = house.credit === 'parentheses' && source !== '' ? `(${source})` : '';
  const printed = [head, credit].filter((part) => part !== '').join(' ');
  return printed === '' ? '' : printed + house.separator;
}

function formatPlace(place: Place, house: DatelineStyle): string {
  const name = house.place === 'capitals' ? capitals(place.name) : titleCase(place.name);
  return [name.trim(), ...whereabouts(place, house)].join(', ');
}

function whereabouts(place: Place, house: DatelineStyle): string[] {
  const region = place.region?.trim() ?? '';
  const country = place.country?.trim() ?? '';
  if (standsAlone(place.name, region, country, house)) return [];
  const known = regionOf(region);
  const printed =
    house.regions === 'ap' && known !== undefined
      ? REGIONS.find(([code, name]) => code === known.country && name === known.name)?.[2]
      : undefined;
  // A state that everyone knows needs no country after it.
  const saysCountry = known === undefined || countryCode(country) !== known.country;
  return [printed ?? region, saysCountry ? country : ''].filter((part) => part !== '');
}

function standsAlone(name: string, region: string, country: string, house: DatelineStyle): boolean {
  const where = standAloneByKey(house).get(cityKey(name));
  if (where === undefined) return false;
  const home = regionOf(where);
  const homeCountry = home?.country ?? countryCode(where);
  const given = regionOf(region);
  if (given !== undefined) return given.name === home?.name && given.country === home.country;
  // A name such as `Georgia` or `Luxembourg` may stand in either place.
  return countryCode(country === '' ? region : country) === homeCountry;
}

const byKey = new WeakMap<DatelineStyle, ReadonlyMap<string, string>>();

/** Cities that are printed without state or country, each with where it lies. */
const STAND_ALONE_IN: Record<
  DatelineStyle['standAlone'][number],
  Readonly<Record<string, string>>
> = {
  world: STAND_ALONE,
  japan: JAPAN_STAND_ALONE,
  canada: CANADA_STAND_ALONE,
};

/** Where the cities that stand alone in a style lie, by the key of their names. */
function standAloneByKey(house: DatelineStyle): ReadonlyMap<string, string> {
  const known = byKey.get(house);
  if (known !== undefined) return known;
  const read = new Map(
    house.standAlone
      .flatMap((list) => Object.entries(STAND_ALONE_IN[list]))
      .map(([city, where]) => [cityKey(city), where]),
  );
  byKey.set(house, read);
  return read;
}

function formatDate(date: string | undefined, house: DatelineStyle): string {
  const [, month, day] = /^\d{4}-(\d{2})-(\d{2})$/u.exec(date ?? '') ?? [];
  const name = house.months?.[Number(month) - 1];
  return name === undefined ? '' : `${name} ${Number(day)}`;
}

/** `Hayward` is `HAYWARD`, `McAllen` and `McALLEN` are `McALLEN`. */
function capitals(name: string): string {
  return name.replace(/[\p{L}\p{M}]+/gu, (word) => {
    const [, prefix, rest] = /^(\p{Lu}\p{Ll}{1,2})(\p{Lu}.*)$/u.exec(word) ?? [];
    return prefix === undefined || rest === undefined
      ? word.toUpperCase()
      : prefix + rest.toUpperCase();
  });
}

const PARTICLES = new Set(
  'a al am an and au aux d da das de del den der des di do dos du e el en in la las le les los of on sur the upon van von y'.split(
    ' ',
  ),
);

/** `NEW YORK` is `New York`, `ROSTOV-ON-DON` is `Rostov-on-Don`; a mixed name stays as it is. */
function titleCase(name: string): string {
  if (name !== name.toUpperCase() || name === name.toLowerCase()) return name;
  return name.toLowerCase().replace(/[\p{L}\p{M}]+/gu, (word, offset: number) => {
    if (offset > 0 && PARTICLES.has(word)) return word;
    return word.slice(0, 1).toUpperCase() + word.slice(1);
  });
}
