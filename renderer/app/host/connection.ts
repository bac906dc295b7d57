import { Store } from '../store.ts';

/** Whether the services have stopped answering this window. */
export class Connection extends Store<{ lost: boolean }> {
  constructor() {
    super({ lost: false });
  }

  /** Notes that the services answered, or that they did not. */
  note(answered: boolean): void {
    if (this.snapshot().lost === answered) this.set({ lost: !answered });
  }
}
