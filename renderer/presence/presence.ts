import type { Present } from '../../electron/contract/present.ts';
import { t } from '../locale/locale.ts';
import { Store } from '../session/store.ts';

/** Who has stories of the desk open in other Galleys. */
export const presence = new Store<{ people: readonly Present[] }>({ people: [] });

/** What someone is called; whoever has no name is someone on their machine. */
export function nameOf({ name, machine }: Pick<Present, 'name' | 'machine'>): string {
  return name === '' ? t('presence.someone', { machine }) : name;
}

/** The people of each story. */
export function byStory(people: readonly Present[]): ReadonlyMap<string, Present[]> {
  return Map.groupBy(people, ({ id }) => id);
}
