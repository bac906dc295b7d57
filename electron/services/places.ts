import { REGIONS, regionOf } from '../../article/dateline/regions.ts';
import type { CitySuggestion } from '../contract/suggestions.ts';
import { foldText } from '../../article/fold-text.ts';

const MOST = 8;

interface City {
  /** Folded forms of the name, with its diacritics and without. */
  keys: string[];
  people: number;
  suggestion: CitySuggestion;
}

/**
 * Cities whose name starts with the query, the most people first, at most eight. Cities of the
 * United States and Canada come with their region in AP form, others with their country; a
 * dateline style leaves out what it does not print. The list is read when it is first asked for.
 */
export async function suggestPlaces(query: string): Promise<CitySuggestion[]> {
  const start = foldText(query.trim());
  if (start === '') return [];
  cities ??= readCities();
  const found = (await cities).filter(({ keys }) => keys.some((key) => key.startsWith(start)));
  return found.slice(0, MOST).map(({ suggestion }) => suggestion);
}

let cities: Promise<City[]> | undefined;

async function readCities(): Promise<City[]> {
  const { default: list } = await import('city-timezones');
  const read = list.cityMapping.map(
    ({ city, city_ascii: ascii, pop, country, iso2, province, timezone }): City => ({
      keys: [foldText(city), foldText(ascii)],
      people: pop,
      suggestion: { name: city, ...whereabouts(iso2, province, country), zone: timezone ?? '' },
    }),
  );
  return [...read, ...SEATS].sort((a, b) => b.people - a.people);
}

function whereabouts(code: string, province: string, country: string) {
  if (code === 'US' || code === 'CA') {
    const name = regionOf(province.normalize('NFD').replace(/\p{M}/gu, ''))?.name;
    const printed = REGIONS.find((row) => row[0] === code && row[1] === name)?.[2];
    return { region: printed ?? province };
  }
  return { country: USUAL_NAMES[country] ?? country };
}

/** Countries whose name in the list is not the one that newsrooms print. */
const USUAL_NAMES: Record<string, string> = {
  'Congo (Brazzaville)': 'Republic of Congo',
  'Congo (Kinshasa)': 'Congo',
  'East Timor': 'Timor-Leste',
  'Federated States of Micronesia': 'Micronesia',
  'Guinea Bissau': 'Guinea-Bissau',
  'Hong Kong S.A.R.': 'Hong Kong',
  'Macau S.A.R': 'Macau',
  Palestine: 'Palestinian Territories',
  'Saint Kitts and Nevis': 'St. Kitts',
  'Saint Lucia': 'St. Lucia',
  'Saint Vincent and the Grenadines': 'St. Vincent',
  'Sao Tome and Principe': 'Sao Tome',
  'The Bahamas': 'Bahamas',
  'The Gambia': 'Gambia',
  'United States Virgin Islands': 'U.S. Virgin Islands',
  'Vatican (Holy Sea)': 'Vatican City',
};

/** Places that are datelines and not cities. */
const SEATS: readonly City[] = [
  {
    keys: ['united nations'],
    people: Infinity,
    suggestion: { name: 'United Nations', zone: 'America/New_York' },
  },
];
