/** A menu of the menu bar. */
export type MenuName = 'file' | 'edit' | 'insert' | 'format' | 'view';

/**
 * A command: what menus, keys and toolbar show, and the palette of those that insert something. Its
 * label is `command.ID` in the locale files. `keys` is an Electron accelerator; `typed` ones are left
 * to the editor, which hears them itself, so the native menu only shows them. `macKeys` are the keys on macOS, where they differ.
 */
export interface Command {
  id: string;
  menu: MenuName;
  keys?: string;
  macKeys?: string;
  typed?: true;
}

export const commands = [
  { id: 'article.new', menu: 'file', keys: 'CmdOrCtrl+N' },
  { id: 'article.import', menu: 'file', keys: 'CmdOrCtrl+O' },
  { id: 'article.save', menu: 'file', keys: 'CmdOrCtrl+S' },
  { id: 'article.export', menu: 'file', keys: 'CmdOrCtrl+E' },
  { id: 'desk.export', menu: 'file', keys: 'CmdOrCtrl+Shift+E' },
  { id: 'article.print', menu: 'file', keys: 'CmdOrCtrl+P' },
  { id: 'article.duplicate', menu: 'file' },
  { id: 'article.trash', menu: 'file' },
  { id: 'settings.open', menu: 'file', keys: 'CmdOrCtrl+,' },
  { id: 'edit.undo', menu: 'edit', keys: 'CmdOrCtrl+Z', typed: true },
  { id: 'edit.redo', menu: 'edit', keys: 'CmdOrCtrl+Shift+Z', typed: true },
  { id: 'edit.find', menu: 'edit', keys: 'CmdOrCtrl+F' },
  { id: 'edit.replace', menu: 'edit', keys: 'CmdOrCtrl+H', macKeys: 'CmdOrCtrl+Alt+F' },
  { id: 'edit.findNext', menu: 'edit', keys: 'F3', macKeys: 'CmdOrCtrl+G' },
  { id: 'edit.findPrevious', menu: 'edit', keys: 'Shift+F3', macKeys: 'CmdOrCtrl+Shift+G' },
  { id: 'edit.copyHtml', menu: 'edit', keys: 'CmdOrCtrl+Shift+H' },
  { id: 'edit.copyText', menu: 'edit' },
  { id: 'edit.block', menu: 'edit', keys: 'CmdOrCtrl+Shift+B' },
  { id: 'insert.dateline', menu: 'insert', keys: 'CmdOrCtrl+Shift+L' },
  { id: 'insert.paragraph', menu: 'insert' },
  {
    id: 'insert.crosshead',
    menu: 'insert',
    keys: 'CmdOrCtrl+Shift+2',
    macKeys: 'CmdOrCtrl+Alt+2',
  },
  { id: 'insert.bulleted', menu: 'insert', keys: 'CmdOrCtrl+Shift+8' },
  { id: 'insert.numbered', menu: 'insert', keys: 'CmdOrCtrl+Shift+7' },
  { id: 'insert.quote', menu: 'insert' },
  { id: 'insert.pullquote', menu: 'insert' },
  { id: 'insert.picture', menu: 'insert' },
  { id: 'insert.gallery', menu: 'insert' },
  { id: 'insert.embed', menu: 'insert' },
  { id: 'insert.table', menu: 'insert' },
  { id: 'insert.correction', menu: 'insert' },
  { id: 'insert.divider', menu: 'insert' },
  { id: 'insert.links', menu: 'insert' },
  { id: 'insert.ranking', menu: 'insert' },
  { id: 'insert.factbox', menu: 'insert' },
  { id: 'format.bold', menu: 'format', keys: 'CmdOrCtrl+B', typed: true },
  { id: 'format.italic', menu: 'format', keys: 'CmdOrCtrl+I', typed: true },
  { id: 'format.underline', menu: 'format', keys: 'CmdOrCtrl+U', typed: true },
  { id: 'format.strikethrough', menu: 'format', keys: 'CmdOrCtrl+Shift+X' },
  { id: 'format.subscript', menu: 'format' },
  { id: 'format.superscript', menu: 'format' },
  { id: 'format.code', menu: 'format' },
  { id: 'format.link', menu: 'format', keys: 'CmdOrCtrl+K' },
  { id: 'view.search', menu: 'view', keys: 'CmdOrCtrl+Shift+F' },
  { id: 'view.text', menu: 'view' },
  { id: 'view.next', menu: 'view', keys: 'F6' },
  { id: 'view.previous', menu: 'view', keys: 'Shift+F6' },
  { id: 'view.details', menu: 'view', keys: 'CmdOrCtrl+Shift+D' },
  { id: 'view.preview', menu: 'view', keys: 'CmdOrCtrl+Shift+P' },
] as const satisfies readonly Command[];

export type CommandId = (typeof commands)[number]['id'];

/** The keys of a command on macOS or on the other systems, as an Electron accelerator. */
export function keysOf({ keys, macKeys }: Command, isMac: boolean): string | undefined {
  return isMac ? (macKeys ?? keys) : keys;
}
