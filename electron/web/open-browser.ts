import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/**
 * Opens the address in the person's browser by way of a file that only they can read: an argument
 * would show the token to everyone who lists processes. Answers a function that removes the file.
 * Rejects when there is no program that opens it.
 */
export async function openBrowser(url: string): Promise<() => Promise<void>> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'galley-'));
  const file = path.join(folder, 'open.html');
  const page = `<!doctype html><meta charset="utf-8"><title>Galley</title><meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${url}">\n`;
  await fs.writeFile(file, page, { mode: 0o600, flag: 'wx' });
  const remove = () => fs.rm(folder, { recursive: true, force: true });
  try {
    await start(opener(file));
  } catch (error) {
    await remove();
    throw error;
  }
  return remove;
}

function opener(file: string): [program: string, ...args: string[]] {
  if (process.platform === 'darwin') return ['open', file];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', file];
  return ['xdg-open', file];
}

function start([program, ...args]: [string, ...string[]]): Promise<void> {
  const child = spawn(program, args, { stdio: 'ignore', detached: true });
  child.unref();
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('spawn', resolve);
  });
}
