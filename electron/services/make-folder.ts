import fs from 'node:fs/promises';
import path from 'node:path';
import { fileFault, systemCode } from './file-fault.ts';

/**
 * Makes a folder and those above it, or leaves it as it is. Throws an AppError that names the
 * folder which could not be made. (Node's own recursive form calls a read-only disk "missing".)
 */
export async function makeFolder(folder: string): Promise<void> {
  try {
    await fs.mkdir(folder);
  } catch (error) {
    if (systemCode(error) === 'ENOENT' && path.dirname(folder) !== folder) {
      await makeFolder(path.dirname(folder));
      await fs.mkdir(folder).catch((second: unknown) => refuseUnlessThere(folder, second));
    } else {
      await refuseUnlessThere(folder, error);
    }
  }
}

async function refuseUnlessThere(folder: string, error: unknown): Promise<void> {
  const stats = await fs.stat(folder).catch(() => undefined);
  if (stats?.isDirectory() !== true) throw fileFault(error, folder);
}
