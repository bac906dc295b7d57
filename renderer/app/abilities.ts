import type { Abilities } from '../../electron/contract/calls.ts';
import type { Client } from './host/client.ts';
import { Store } from './store.ts';

/** What the host can do; nothing until it has said so. */
export class AbilitiesStore extends Store<Abilities> {
  private readonly client: Client;

  constructor(client: Client) {
    super({ host: 'web', chooseFolder: false, open: false, reveal: false, print: false });
    this.client = client;
  }

  /** Asks the host what it can do. */
  async read(): Promise<void> {
    this.set(await this.client.call('desktop.abilities', {}));
  }
}
