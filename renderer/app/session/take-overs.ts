import type { TakenOver } from '../../../electron/contract/present.ts';
import { call } from '../host/client.ts';
import { Store } from '../store.ts';

/** When the story with this id was taken over with this Galley, as it was last read. */
export const takeOvers = new Store<{ id: string; list: readonly TakenOver[] }>({
  id: '',
  list: [],
});

/** Reads when a story was taken over with this Galley. */
export async function readTakeOvers(id: string): Promise<void> {
  takeOvers.set({ id, list: await call('versions.takenOver', { id }) });
}
