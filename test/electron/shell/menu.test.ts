import fs from 'node:fs/promises';
import path from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, test, vi } from 'vitest';
import { type Command, commands, keysOf } from '../../../electron/contract/commands.ts';
import { menuTemplate } from '../../../electron/shell/menu.ts';
import { readTexts } from '../../../electron/shell/text.ts';
import { assetsFolder } from '../assets-folder.ts';
import { temporaryFolder } from '../temporary.ts';

vi.mock('electron', () => import('./fake-electron.ts'));

type Item = MenuItemConstructorOptions;
const table: readonly Command[] = commands;
const choose = vi.fn<(id: string) => void>();
const text = readTexts(assetsFolder, 'en-GB');

function menuFor(platform: NodeJS.Platform, developing = false): Item[] {
  return menuTemplate({ platform, developing, text, choose });
}

function itemsOf(menu: Item[]): Item[] {
  return menu.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
}

function menuWith(id: string, platform: NodeJS.Platform): Item | undefined {
  return menuFor(platform).find((menu) => itemsOf([menu]).some((item) => item.id === id));
}

describe.each(['linux', 'win32', 'darwin'] as const)('the menu bar on %s', (platform) => {
  const items = itemsOf(menuFor(platform));

  test('every command stands in it once, with its label and its keys', () => {
    for (const command of table) {
      const { id } = command;
      const found = items.filter((item) => item.id === id);
      expect(found, id).toHaveLength(1);
      expect(found[0]).toMatchObject({ label: text(`command.${id}`) });
      expect(found[0]?.accelerator, id).toBe(keysOf(command, platform === 'darwin'));
    }
    expect(items.filter(({ id }) => id !== undefined)).toHaveLength(table.length);
  });

  test('keys that the editor hears itself are shown and not taken', () => {
    for (const { id, typed } of table) {
      const item = items.find((candidate) => candidate.id === id);
      expect(item?.registerAccelerator, id).toBe(typed ? false : undefined);
    }
  });

  test('the roles that every app has are there', () => {
    const roles = items.map(({ role }) => role);
    for (const role of [
      'cut',
      'copy',
      'paste',
      'selectAll',
      'quit',
      'zoomIn',
      'togglefullscreen',
    ]) {
      expect(roles).toContain(role);
    }
  });

  test('every entry is in the words of the interface, those of the roles, too', () => {
    const said = menuFor(platform, true).flatMap((menu) => [menu, ...itemsOf([menu])]);
    // The first menu of a Mac has the name of the app.
    const unsaid = said.filter(
      ({ type, role, label }) => !label && type !== 'separator' && role !== 'appMenu',
    );
    expect(unsaid).toEqual([]);
  });

  test('no keys mean two things', () => {
    const keys = items.map(({ accelerator }) => accelerator).filter((key) => key !== undefined);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test('choosing an entry runs its command', () => {
  const item = itemsOf(menuFor('linux')).find(({ id }) => id === 'article.export');
  (item?.click as (() => void) | undefined)?.();
  expect(choose).toHaveBeenLastCalledWith('article.export');
});

test('a Mac finds the settings in the menu of the app, the others under File', () => {
  expect(menuWith('settings.open', 'darwin')?.role).toBe('appMenu');
  expect(menuWith('settings.open', 'win32')?.label).toBe('File');
});

test('the developer tools are for those who build Galley', () => {
  const tools = expect.objectContaining({ role: 'toggleDevTools' });
  expect(itemsOf(menuFor('linux', true))).toContainEqual(tools);
  expect(itemsOf(menuFor('linux', false))).not.toContainEqual(tools);
});

test('what a language has no words for is English', async () => {
  const folder = await temporaryFolder();
  await fs.cp(path.join(assetsFolder, 'locales'), path.join(folder, 'locales'), {
    recursive: true,
  });
  await fs.writeFile(path.join(folder, 'locales/nb.json'), '{"menu.file": "Fil"}');
  const norwegian = readTexts(folder, 'nb-NO');
  expect(norwegian('menu.file')).toBe('Fil');
  expect(norwegian('menu.edit')).toBe(text('menu.edit'));
});

test('a language without a file falls back to English', () => {
  expect(readTexts(assetsFolder, 'xx-YY')('menu.file')).toBe(text('menu.file'));
  expect(() => text('menu.nowhere')).toThrow(/no text for menu\.nowhere/);
});
