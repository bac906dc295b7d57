import type { Article } from '../../article/article.ts';

/** The most characters of a name; their bytes stay under the 255 that a file system allows. */
const LONGEST = 60;
/** Names that Windows keeps for devices. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u;

/**
 * Words as a name that every system can hold: NFC, lower case, letters and digits of any script
 * with hyphens between; empty when nothing is left.
 */
export function portableName(words: string): string {
  const name = words
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[’']/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^[-\p{M}]+|-+$/gu, '');
  const short = Array.from(name).slice(0, LONGEST).join('').replace(/-+$/u, '');
  return DEVICE.test(short) ? `${short}-` : short;
}

/** The name of a story in addresses and exports. */
export function slugOf(article: Pick<Article, 'urlSlug' | 'slugline' | 'headline'>): string {
  for (const words of [article.urlSlug, article.slugline, article.headline]) {
    const name = portableName(words);
    if (name !== '') return name;
  }
  return 'untitled';
}

/** The folder of a story, `2021-12-25-mitsubishi-leak`: its day in the zone of the house first. */
export function folderName(article: Article, zone: string): string {
  return `${dayOf(article.stamp?.instant ?? article.created, article.stamp?.zone ?? zone)}-${slugOf(article)}`;
}

function dayOf(instant: string, zone: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return 'undated';
  try {
    // The Swedish form is the year, the month and the day with hyphens.
    return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' }).format(date);
  } catch {
    return date.toISOString().slice(0, 10);
  }
}
