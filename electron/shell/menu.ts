import { Menu, type MenuItemConstructorOptions } from 'electron';
import {
  type Command,
  type CommandId,
  type MenuName,
  commands,
  keysOf,
} from '../contract/commands.ts';

type Item = MenuItemConstructorOptions;
type Role = NonNullable<Item['role']>;

/** What a menu is made for. */
export interface MenuOf {
  platform: NodeJS.Platform;
  /** Shows the developer tools. */
  developing: boolean;
  text(key: string): string;
  choose(command: CommandId): void;
}

/** Puts up the native menu bar: the commands, and the roles that every app has. */
export function showMenu(of: MenuOf): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(of)));
}

/** The menu bar as Electron's template. */
export function menuTemplate({ platform, developing, text, choose }: MenuOf): Item[] {
  const isMac = platform === 'darwin';
  const item = (command: Command): Item => {
    const { id, typed } = command;
    const keys = keysOf(command, isMac);
    return {
      id,
      label: text(`command.${id}`),
      click: () => choose(id as CommandId),
      ...(keys === undefined ? {} : { accelerator: keys }),
      // The editor hears these keys itself, and would do it twice.
      ...(typed ? { registerAccelerator: false } : {}),
    };
  };
  const all: readonly Command[] = commands;
  // Settings stand in the menu of the app on a Mac, which is not one of ours.
  const settings = all.filter(({ id }) => id === 'settings.open').map(item);
  const of = (menu: MenuName) =>
    all.filter((command) => command.menu === menu && command.id !== 'settings.open').map(item);
  const menu = (name: MenuName, submenu: Item[]): Item => ({
    label: text(`menu.${name}`),
    submenu,
  });
  // Electron's own words for what every app has are English.
  const role = (name: Role): Item => ({ role: name, label: text(`menu.role.${name}`) });
  const isHistory = ({ id }: Item) => id === 'edit.undo' || id === 'edit.redo';

  return [
    ...(isMac ? [macAppMenu(settings, role)] : []),
    menu('file', [
      ...of('file'),
      line,
      ...(isMac ? [role('close')] : [...settings, line, role('quit')]),
    ]),
    menu('edit', [
      ...of('edit').filter(isHistory),
      line,
      role('cut'),
      role('copy'),
      role('paste'),
      role('pasteAndMatchStyle'),
      role('selectAll'),
      line,
      ...of('edit').filter((candidate) => !isHistory(candidate)),
    ]),
    menu('insert', of('insert')),
    menu('format', of('format')),
    menu('view', [
      ...of('view'),
      line,
      role('resetZoom'),
      role('zoomIn'),
      role('zoomOut'),
      line,
      role('togglefullscreen'),
      ...(developing ? [line, role('reload'), role('toggleDevTools')] : []),
    ]),
    {
      ...role('windowMenu'),
      submenu: [
        role('minimize'),
        ...(isMac ? [role('zoom'), line, role('front')] : [role('close')]),
      ],
    },
  ];
}

const line: Item = { type: 'separator' };

function macAppMenu(settings: Item[], role: (name: Role) => Item): Item {
  return {
    role: 'appMenu',
    submenu: [
      role('about'),
      line,
      ...settings,
      line,
      role('services'),
      line,
      role('hide'),
      role('hideOthers'),
      role('unhide'),
      line,
      role('quit'),
    ],
  };
}
