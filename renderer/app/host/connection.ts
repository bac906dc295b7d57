import { Store } from '../store.ts';

/** Whether the services have stopped answering this window. */
export const connection = new Store({ lost: false });

/** Notes that the services answered, or that they did not. */
export function noteAnswer(answered: boolean): void {
  if (connection.snapshot().lost === answered) connection.set({ lost: !answered });
}
