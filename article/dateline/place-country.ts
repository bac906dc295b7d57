import type { Place } from '../blocks/dateline/dateline.ts';
import { cityCountry } from './cities.ts';
import { countryCode } from './countries.ts';
import { regionOf } from './regions.ts';

/** The ISO 3166 code of the country that all the places lie in; undefined where that is not sure. */
export function countryOfPlaces(places: readonly Place[]): string | undefined {
  const codes = new Set(places.map(countryOf));
  const [only] = codes;
  return codes.size === 1 ? only : undefined;
}

function countryOf({ name, region, country }: Place): string | undefined {
  if (country !== undefined) return countryCode(country);
  return region === undefined ? cityCountry(name) : regionOf(region)?.country;
}
