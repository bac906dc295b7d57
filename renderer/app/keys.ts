import {
  type Command,
  type CommandId,
  commands,
  keysOf,
} from '../../electron/contract/commands.ts';

/** What is asked of a key that is pressed. */
export type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'getModifierState'
>;

/**
 * The command whose keys are pressed; those that the editor hears itself are not among them. AltGr
 * writes letters: while it is held there is none.
 */
export function commandOf(press: Press, isMac: boolean): CommandId | undefined {
  if (press.getModifierState('AltGraph')) return undefined;
  const all: readonly Command[] = commands;
  const found = all.find((command) => {
    const keys = keysOf(command, isMac);
    return keys !== undefined && command.typed !== true && matches(press, keys, isMac);
  });
  return found?.id as CommandId | undefined;
}

/** Whether the keys of undo or redo are pressed, those that everyone knows included. */
export function undoPressed(press: Press, isMac: boolean): 'edit.undo' | 'edit.redo' | undefined {
  if (matches(press, 'CmdOrCtrl+Z', isMac)) return 'edit.undo';
  if (matches(press, 'CmdOrCtrl+Shift+Z', isMac)) return 'edit.redo';
  return !isMac && matches(press, 'CmdOrCtrl+Y', isMac) ? 'edit.redo' : undefined;
}

/** True for a key that writes a character; Option does so on macOS, AltGr elsewhere. */
export function isWriting(press: Press, isMac: boolean): boolean {
  if (press.key.length !== 1) return false;
  if (press.getModifierState('AltGraph')) return true;
  return !press.ctrlKey && !press.metaKey && (isMac || !press.altKey);
}

/** True if these keys are pressed, written as `CmdOrCtrl+Shift+Z`. */
export function matches(press: Press, keys: string, isMac: boolean): boolean {
  const parts = keys.split('+');
  const main = isMac ? press.metaKey : press.ctrlKey;
  if (main !== parts.includes('CmdOrCtrl')) return false;
  if (press.shiftKey !== parts.includes('Shift') || press.altKey !== parts.includes('Alt')) {
    return false;
  }
  const wanted = parts.at(-1)?.toLowerCase() ?? '';
  const key = press.key.toLowerCase();
  if (key === wanted) return true;
  // What the key writes depends on the keyboard; if it is no letter, its place names it. Dictation
  // and remote desktops write without a place.
  return !/^[a-z]$/u.test(key) && press.code !== '' && press.code === codeOf(wanted);
}

function codeOf(key: string): string | undefined {
  if (/^[a-z]$/u.test(key)) return `Key${key.toUpperCase()}`;
  return /^\d$/u.test(key) ? `Digit${key}` : undefined;
}
