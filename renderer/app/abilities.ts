import type { Abilities } from '../../electron/contract/calls.ts';
import { call } from './host/client.ts';
import { Store } from './store.ts';

/** What the host can do; nothing until it has said so. */
export const abilities = new Store<Abilities>({
  host: 'web',
  chooseFolder: false,
  open: false,
  reveal: false,
  print: false,
});

/** Asks the host what it can do. */
export async function readAbilities(): Promise<void> {
  abilities.set(await call('desktop.abilities', {}));
}
