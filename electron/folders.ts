import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

type Environment = Record<string, string | undefined>;

/** Where Galley keeps what belongs to this machine; the variable GALLEY_DATA names another place. */
export function defaultDataFolder(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
  home = os.homedir(),
): string {
  if (env['GALLEY_DATA']) return path.resolve(env['GALLEY_DATA']);
  if (platform === 'win32') {
    return path.join(env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming'), 'Galley');
  }
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support', 'Galley');
  return path.join(env['XDG_CONFIG_HOME'] ?? path.join(home, '.config'), 'Galley');
}

/** The desk that is opened when none is named: `Documents/Galley`. */
export function defaultDeskFolder(home = os.homedir()): string {
  return path.join(documents(home), 'Galley');
}

function documents(home: string): string {
  if (process.platform !== 'linux') return path.join(home, 'Documents');
  // Desktops on Linux translate the names of these folders and note them here.
  const config = process.env['XDG_CONFIG_HOME'] ?? path.join(home, '.config');
  try {
    const dirs = fs.readFileSync(path.join(config, 'user-dirs.dirs'), 'utf8');
    const named = /^XDG_DOCUMENTS_DIR="([^"]+)"/mu.exec(dirs)?.[1];
    if (named !== undefined) return named.replace(/^\$HOME(?=\/|$)/u, home);
  } catch {
    // No such desktop.
  }
  return path.join(home, 'Documents');
}
