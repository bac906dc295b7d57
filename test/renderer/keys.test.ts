import { describe, expect, test } from 'vitest';
import {
  type Command,
  type CommandId,
  commands,
  keysOf,
} from '../../electron/contract/commands.ts';
import { type Press, commandOf, undoPressed } from '../../renderer/app/keys.ts';

const table: readonly Command[] = commands;

interface Held {
  ctrl?: boolean;
  meta?: boolean;
  alt?: boolean;
  shift?: boolean;
  altGraph?: boolean;
}

function press(key: string, code: string, held: Held): Press {
  return {
    key,
    code,
    ctrlKey: held.ctrl === true,
    metaKey: held.meta === true,
    altKey: held.alt === true,
    shiftKey: held.shift === true,
    getModifierState: (name) => name === 'AltGraph' && held.altGraph === true,
  };
}

/** The keys of a command as the browser of that system reports them. */
function pressOf(keys: string, isMac: boolean, altGraph = false): Press {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const code = /^\d$/u.test(key) ? `Digit${key}` : /^[A-Z]$/u.test(key) ? `Key${key}` : key;
  const main = parts.includes('CmdOrCtrl');
  return press(key.length === 1 ? key.toLowerCase() : key, code, {
    ctrl: main && !isMac,
    meta: main && isMac,
    alt: parts.includes('Alt'),
    shift: parts.includes('Shift'),
    altGraph,
  });
}

function withCtrl(key: string, code: string, shift = false): CommandId | undefined {
  return commandOf(press(key, code, { ctrl: true, shift }), false);
}

/** Off macOS AltGr reaches a window as Ctrl and Alt, so these keys write letters. */
const isWriting = (keys: string) =>
  keys.includes('Alt+') && (keys.split('+').at(-1) ?? '').length === 1;

const withCmd = (keys: string) => keys.split(' ').map((key) => `CmdOrCtrl+${key}`);

/** Kept for commands that are still to come. */
const KEPT_FREE = withCmd('Shift+S Shift+M Shift+K Shift+1 Shift+Enter');

/** What an app has on every system: the clipboard, select all, zoom, and its own end. */
const ROLES = withCmd('X C V Shift+V A 0 Plus - Q');

/** What a browser does itself before the page hears of it. Only a new story has such a key, N. */
const OF_THE_BROWSER = withCmd('T W Shift+N Shift+T Shift+W Tab F4');

/** What macOS, or every app on it, does with a key. */
const OF_MACOS = withCmd(
  'H M Space Tab Shift+3 Shift+4 Shift+5 Shift+6 Shift+Q ' +
    'Alt+D Alt+H Alt+M Alt+W Alt+Escape Alt+Space Alt+Shift+V',
);

describe.each([
  ['macOS', true],
  ['Windows and Linux', false],
] as const)('the keys of the commands on %s', (_name, isMac) => {
  const withKeys = table.flatMap((command) => {
    const keys = keysOf(command, isMac);
    return keys === undefined ? [] : [{ ...command, keys }];
  });

  test('no two commands have the same', () => {
    expect(withKeys.length).toBeGreaterThan(10);
    expect(new Set(withKeys.map(({ keys }) => keys)).size).toBe(withKeys.length);
  });

  test('none is taken by the system, by the browser or by a role, or is kept for later', () => {
    const taken = [...KEPT_FREE, ...ROLES, ...OF_THE_BROWSER, ...(isMac ? OF_MACOS : [])];
    expect(withKeys.filter(({ keys }) => taken.includes(keys))).toEqual([]);
  });

  test('none writes a letter', () => {
    for (const { id, keys } of withKeys) {
      if (isMac) expect(isWriting(keys) && !keys.includes('CmdOrCtrl'), id).toBe(false);
      else expect(isWriting(keys), id).toBe(false);
      expect(/^(?:Shift\+)?F\d+$/u.test(keys) || keys.includes('CmdOrCtrl'), id).toBe(true);
    }
  });

  test('each runs its command, and none while AltGr is held', () => {
    for (const { id, keys, typed } of withKeys) {
      expect(commandOf(pressOf(keys, isMac), isMac), id).toBe(typed ? undefined : id);
      expect(commandOf(pressOf(keys, isMac, true), isMac), id).toBeUndefined();
    }
  });
});

test('what AltGr writes is no command, however the system reports it', () => {
  const written: [string, string, boolean][] = [
    ['²', 'Digit2', false],
    ['@', 'Digit2', false],
    ['ś', 'KeyS', false],
    ['Ś', 'KeyS', true],
    ['µ', 'KeyM', false],
    ['đ', 'KeyD', false],
    ['ß', 'KeyS', false],
    ['þ', 'KeyT', false],
    ['ħ', 'KeyH', false],
    ['{', 'Digit7', false],
  ];
  for (const [key, code, shift] of written) {
    for (const held of [
      { ctrl: true, alt: true, altGraph: true },
      { ctrl: true, alt: true },
      { ctrl: true, altGraph: true },
      { altGraph: true },
    ]) {
      expect(commandOf(press(key, code, { ...held, shift }), false), key).toBeUndefined();
    }
  }
});

test('a letter is known by what it is, a key without a Latin one by its place', () => {
  // Dvorak has B where others have N, and N where they have L.
  expect(withCtrl('b', 'KeyN')).toBeUndefined();
  expect(withCtrl('n', 'KeyL')).toBe('article.new');
  // Russian, and the digits of a French and a German keyboard.
  expect(withCtrl('т', 'KeyN')).toBe('article.new');
  expect(withCtrl('7', 'Digit7', true)).toBe('insert.numbered');
  expect(withCtrl('/', 'Digit7', true)).toBe('insert.numbered');
});

test('a character that comes without a key, as from dictation, runs no command', () => {
  for (const key of ['é', '1', ' ', '漢', '.', 'Process', 'Unidentified']) {
    expect(commandOf(press(key, '', {}), false), key).toBeUndefined();
    expect(commandOf(press(key, '', { shift: true }), false), key).toBeUndefined();
  }
});

test('undo is known by its place on a keyboard without Latin letters', () => {
  expect(undoPressed(press('я', 'KeyZ', { ctrl: true }), false)).toBe('edit.undo');
  expect(undoPressed(press('Я', 'KeyZ', { ctrl: true, shift: true }), false)).toBe('edit.redo');
  expect(undoPressed(press('н', 'KeyY', { ctrl: true }), false)).toBe('edit.redo');
  expect(undoPressed(press('z', 'KeyY', { ctrl: true }), false)).toBe('edit.undo');
  expect(undoPressed(press('z', 'KeyZ', {}), false)).toBeUndefined();
});
