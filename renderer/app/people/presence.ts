import type { Present } from '../../../electron/contract/present.ts';
import { listOf, t } from '../../locale/locale.ts';
import { Store } from '../store.ts';

interface PresenceState {
  people: readonly Present[];
  /** What everyone who was there is called, by their installations. */
  names: ReadonlyMap<string, string>;
}

/** Who has stories of the desk open in other Galleys. */
export class PresenceStore extends Store<PresenceState> {
  constructor() {
    super({ people: [], names: new Map() });
  }

  /** Takes up who is where now. */
  takeUp(people: readonly Present[]): void {
    const named = people.map((person) => [person.installation, nameOf(person)] as const);
    this.set({ people, names: new Map([...this.snapshot().names, ...named]) });
  }

  /** What the person at an installation is called, who may have gone; for one never seen, someone else. */
  nameOf(installation: string): string {
    return this.snapshot().names.get(installation) ?? t('presence.other');
  }
}

/** What someone is called; whoever has no name is someone on their machine. */
export function nameOf({ name, machine }: Pick<Present, 'name' | 'machine'>): string {
  return name === '' ? t('presence.someone', { machine }) : name;
}

/** What those are called who are known among these installations; undefined where nobody is. */
export function knownNames(
  { names }: Pick<PresenceState, 'names'>,
  installations: readonly string[],
): string | undefined {
  const known = new Set(installations.flatMap((one) => names.get(one) ?? []));
  return known.size === 0 ? undefined : listOf([...known]);
}

/** The people of each story. */
export function byStory(people: readonly Present[]): ReadonlyMap<string, Present[]> {
  return Map.groupBy(people, ({ id }) => id);
}
