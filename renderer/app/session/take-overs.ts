import type { TakenOver } from '../../../electron/contract/present.ts';
import type { Client } from '../host/client.ts';
import { Store } from '../store.ts';

/** When the story with this id was taken over with this Galley, as it was last read. */
export class TakeOvers extends Store<{ id: string; list: readonly TakenOver[] }> {
  private readonly client: Client;

  constructor(client: Client) {
    super({ id: '', list: [] });
    this.client = client;
  }

  /** Reads when a story was taken over with this Galley. */
  async read(id: string): Promise<void> {
    this.set({ id, list: await this.client.call('versions.takenOver', { id }) });
  }
}
