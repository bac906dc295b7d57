import { type CommandId, commands, keysOf } from '../../electron/contract/commands.ts';
import { commandOf } from './keys.ts';

type Action = () => void;

const actions = new Map<CommandId, Action>();
const listeners = new Set<() => void>();

/**
 * Says what commands do for as long as a part of the screen is there; answers a function that
 * takes it back. A command without an action is shown as unavailable.
 */
export function provideCommands(provided: Partial<Record<CommandId, Action>>): () => void {
  const entries = Object.entries(provided) as [CommandId, Action][];
  for (const [id, action] of entries) actions.set(id, action);
  notify();
  return () => {
    for (const [id, action] of entries) {
      if (actions.get(id) === action) actions.delete(id);
    }
    notify();
  };
}

/** Runs a command; answers false if nothing on the screen provides it now. */
export function runCommand(id: CommandId): boolean {
  const action = actions.get(id);
  action?.();
  return action !== undefined;
}

/** Puts the caret into the text of the story. */
export function goToText(): void {
  runCommand('view.text');
}

/** True while something on the screen provides the command. */
export function isCommandAvailable(id: CommandId): boolean {
  return actions.has(id);
}

/** Hears when commands become available or unavailable. */
export function onCommandsChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function notify(): void {
  for (const listener of listeners) listener();
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

/** Runs the command whose keys these are. */
export function handleKeys(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  // A dialog is answered first.
  if (document.querySelector('dialog[open]') !== null) return;
  const command = commandOf(event, isMac);
  if (command !== undefined && runCommand(command)) event.preventDefault();
}
