import { rawTimeZones } from '@vvo/tzdb';
import type { Suggestion } from '../ui/OptionList.tsx';

/**
 * Time zones that answer to what was typed: a part of the IANA name, a city, a country or an
 * abbreviation. At most eight; none for a text that names a zone already.
 */
export function suggestZones(typed: string): Suggestion[] {
  const wanted = key(typed);
  if (wanted === '' || rawTimeZones.some(({ name }) => name === typed)) return [];
  return rawTimeZones
    .map((zone) => {
      const words = [
        zone.name,
        ...zone.mainCities,
        zone.countryName,
        zone.abbreviation,
        ...zone.group,
      ];
      const starts = words.some((word) => key(word).startsWith(wanted));
      const within = starts || key([...words, zone.alternativeName].join(' ')).includes(wanted);
      return { zone, rank: starts ? 0 : within ? 1 : 2 };
    })
    .filter(({ rank }) => rank < 2)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, 8)
    .map(({ zone }) => ({
      id: zone.name,
      label: zone.name,
      detail: `${zone.alternativeName}, UTC${zone.rawFormat.slice(0, 6)}`,
    }));
}

function key(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}_]/gu, ' ')
    .toLowerCase()
    .trim();
}
