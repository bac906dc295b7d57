import type { Present } from '../contract/present.ts';
import type { Here, HereStory } from './here-files.ts';

/** Where someone is. */
export interface Place extends HereStory {
  installation: string;
  /** Undefined for who is at this Galley. */
  here: Here | undefined;
}

/** Everyone in each story, whoever has the writing mark first; `self` has the `own` stories open. */
export function placesByStory(
  others: readonly Here[],
  own: Iterable<HereStory>,
  self: string,
): Map<string, Place[]> {
  const places: Place[] = others.flatMap((here) =>
    here.stories.map((story) => ({ ...story, installation: here.installation, here })),
  );
  for (const story of own) places.push({ ...story, installation: self, here: undefined });
  return Map.groupBy(places.sort(byMark), ({ id }) => id);
}

/**
 * Everyone else in a story: the same person in another Galley on this machine is no one else. Who has
 * the writing mark writes; while they type nothing, whoever does.
 */
export function othersIn(
  places: readonly Place[],
  self: { machine: string; name: string },
): Present[] {
  const known = new Set([keyOf(self.machine, self.name)]);
  const writer = places.find(({ quiet }) => quiet === undefined);
  return places.flatMap((place): Present[] => {
    const { here, id, block, field, since } = place;
    const key = here && (keyOf(here.machine, here.name) ?? here.installation);
    if (here === undefined || known.has(key)) return [];
    known.add(key);
    return [
      {
        id,
        installation: here.installation,
        name: here.name,
        machine: here.host,
        since,
        writes: place === writer,
        ...(block !== undefined && { block }),
        ...(field !== undefined && { field }),
        ...(!here.beats && { heard: here.at }),
      },
    ];
  });
}

/** Of two that came at the same moment, all Galleys take the same for the first. */
function byMark(a: Place, b: Place): number {
  return (
    b.mark - a.mark ||
    Date.parse(a.since) - Date.parse(b.since) ||
    (a.installation < b.installation ? -1 : 1)
  );
}

/** The same for one person at one machine; undefined for someone without a name. */
function keyOf(machine: string, name: string): string | undefined {
  return name === '' ? undefined : `${machine} ${name}`;
}
