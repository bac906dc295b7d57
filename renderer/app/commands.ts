import { type CommandId, commands, keysOf } from '../../electron/contract/commands.ts';
import { commandOf } from './keys.ts';
import { Store } from './store.ts';

type Action = () => void;

/** What the commands do at this moment: the parts of the screen that are there say so. */
export class Commands extends Store<{ actions: ReadonlyMap<CommandId, Action> }> {
  constructor() {
    super({ actions: new Map() });
  }

  /**
   * Says what commands do for as long as a part of the screen is there; answers a function that
   * takes it back. A command without an action is shown as unavailable.
   */
  provide(provided: Partial<Record<CommandId, Action>>): () => void {
    const entries = Object.entries(provided) as [CommandId, Action][];
    this.set({ actions: new Map([...this.snapshot().actions, ...entries]) });
    return () => {
      const left = [...this.snapshot().actions].filter(([id, action]) => provided[id] !== action);
      this.set({ actions: new Map(left) });
    };
  }

  /** Runs a command; answers false if nothing on the screen provides it now. */
  run(id: CommandId): boolean {
    const action = this.snapshot().actions.get(id);
    action?.();
    return action !== undefined;
  }

  /** Runs the command whose keys these are. */
  readonly handleKeys = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing) return;
    // A dialog is answered first.
    if (document.querySelector('dialog[open]') !== null) return;
    const command = commandOf(event, isMac);
    if (command !== undefined && this.run(command)) event.preventDefault();
  };
}

/** True where Cmd takes the place of Ctrl. */
export const isMac = /Mac|iPhone|iPad/u.test(navigator.platform);

/** The keys of a command as this system writes them: `Ctrl+Shift+D` or `⇧⌘D`; empty for none. */
export function shownKeys(id: CommandId): string {
  const command = commands.find((candidate) => candidate.id === id);
  const keys = command === undefined ? undefined : keysOf(command, isMac);
  if (keys === undefined) return '';
  if (!isMac) return keys.replace('CmdOrCtrl', 'Ctrl');
  const symbols: Record<string, string> = { CmdOrCtrl: '⌘', Shift: '⇧', Alt: '⌥' };
  return keys
    .split('+')
    .map((key) => symbols[key] ?? key)
    .join('');
}
