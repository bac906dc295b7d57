import { z } from 'zod';
import { isId } from './schema.ts';

/**
 * How often each installation of Galley has saved a story, by the id of the installation. A file
 * carries it, so that a Galley sees whether what it saved is in there; it is in no output.
 */
export type Saves = Readonly<Record<string, number>>;

/** More installations than ever work on one story. */
const MOST = 1000;
/** More than anyone saves, and far from where counting ends. */
const HIGHEST = 1e12;

/** Whatever a file says: what no Galley has written there is left out, and never makes it unreadable. */
export const savesSchema: z.ZodType<Saves> = z.unknown().transform((value): Saves => {
  if (typeof value !== 'object' || value === null) return {};
  const counts = Object.entries(value).filter(
    (entry): entry is [string, number] =>
      isId(entry[0]) && Number.isInteger(entry[1]) && entry[1] > 0 && entry[1] <= HIGHEST,
  );
  return Object.fromEntries(counts.slice(0, MOST));
});

/** What a state knows that was made from both. */
export function joinSaves(a: Saves = {}, b: Saves = {}): Saves {
  const joined = { ...a };
  for (const [installation, count] of Object.entries(b))
    joined[installation] = Math.max(count, joined[installation] ?? 0);
  return joined;
}

/** True if a state was made with every save that the other was made with. */
export function holdsSaves(state: Saves = {}, other: Saves = {}): boolean {
  return Object.entries(other).every(([by, count]) => (state[by] ?? 0) >= count);
}

/** True of two states of which each lacks a save of the other: one was written over the other. */
export function areApart(a: Saves | undefined, b: Saves | undefined): boolean {
  return !holdsSaves(a, b) && !holdsSaves(b, a);
}

/** How often a state was saved in all. */
export function countAll(saves: Saves = {}): number {
  return Object.values(saves).reduce((total, count) => total + count, 0);
}

/** The installations that have saved since a state was as `before`. */
export function savedSince(before: Saves = {}, now: Saves = {}): string[] {
  return Object.entries(now).flatMap(([by, count]) => (count > (before[by] ?? 0) ? [by] : []));
}
