import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../../article/app-error.ts';
import { writeAtomic } from './atomic-write.ts';
import { type Desk, isVacant, openOrCreateDesk } from './desk.ts';
import { makeFolder } from './make-folder.ts';

/** The ids of desks by the folders that they were opened in. */
const placesSchema = z.record(z.string(), z.string());

export interface OpenOptions {
  /** The stories of a new desk (default: none). */
  samples?: string | undefined;
  /** Make a new desk also where one was before (default false). */
  anew?: boolean | undefined;
}

/**
 * Opens or makes a desk as `openOrCreateDesk` does, unless there is nothing where this machine has
 * had one open: its disk may not be connected. Throws an AppError `desk-missing` then.
 */
export async function openKnownDesk(
  folder: string,
  dataFolder: string,
  { samples, anew = false }: OpenOptions = {},
): Promise<Desk> {
  const file = path.join(dataFolder, 'desks.json');
  const known = await readPlaces(file);
  if (!anew && Object.hasOwn(known, folder) && (await isVacant(folder))) {
    throw new AppError(
      'desk-missing',
      `${folder}: there is nothing where a desk was; connect its disk or network and try again, choose another with --desk, or make a new one there with galley serve --new-desk`,
      { path: folder },
    );
  }
  const desk = await openOrCreateDesk(folder, samples);
  if (known[folder] !== desk.house.id) {
    await notePlace(file, folder, desk.house.id).catch((error: unknown) =>
      console.warn(`${file}: ${String(error)}`),
    );
  }
  return desk;
}

async function readPlaces(file: string): Promise<Record<string, string>> {
  try {
    return placesSchema.parse(JSON.parse(await fs.readFile(file, 'utf8')));
  } catch {
    return {};
  }
}

async function notePlace(file: string, folder: string, id: string): Promise<void> {
  await makeFolder(path.dirname(file));
  const places = { ...(await readPlaces(file)), [folder]: id };
  await writeAtomic(file, `${JSON.stringify(places, null, 2)}\n`);
}
