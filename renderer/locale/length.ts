import { type Stats, countsByCharacter } from '../../article/stats.ts';
import { formatNumber, t } from './locale.ts';

type LengthUnit = 'words' | 'characters';

/** The units of a length, the one that a story in this language is measured in first. */
export function lengthUnits(language: string): readonly [LengthUnit, LengthUnit] {
  return countsByCharacter(language) ? ['characters', 'words'] : ['words', 'characters'];
}

/** `412 words` */
export function inUnit(
  unit: Exclude<keyof Stats, 'charactersWithoutSpaces'>,
  count: number,
): string {
  return t(`count.${unit}`, { count, shown: formatNumber(count) });
}
