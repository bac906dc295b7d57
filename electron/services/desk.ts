import fs from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { AppError } from '../../article/app-error.ts';
import { type House, type houseChangeSchema, parseHouse } from '../../article/house.ts';
import { writeAtomic } from './atomic-write.ts';
import { fileFault, systemCode } from './file-fault.ts';
import { placeInside } from './inside-desk.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { makeFolder } from './make-folder.ts';
import { decodeText, readBytes } from './read-text.ts';

/** A desk folder that was opened. */
export interface Desk {
  readonly folder: string;
  readonly articles: string;
  readonly exports: string;
  /** Where Galley keeps its own things on the desk. */
  readonly own: string;
  readonly trash: string;
  /** The house as it was last read. */
  readonly house: House;
  /** Reads `desk.json` again; throws `desk-vanished` when it is not there. */
  refresh(): Promise<House>;
  changeHouse(changes: z.output<typeof houseChangeSchema>): Promise<House>;
  /** Whether this person may write into the folder. */
  writable(): Promise<boolean>;
}

/**
 * Opens the desk in `folder`, or makes one where there is nothing yet: with the stories of
 * `samples`, or without any. Throws an AppError: `not-a-folder`, `not-a-desk` for a folder of other
 * things, `read-only`, `not-json` or `invalid` for a damaged `desk.json`, `newer-version` for that of a
 * newer Galley.
 */
export async function openOrCreateDesk(folder: string, samples?: string): Promise<Desk> {
  if (await isVacant(folder)) await createDesk(folder, samples);
  const desk = await openDesk(folder);
  // Sync programs bring files in any order, and git carries no empty folder.
  await makeFolder(desk.articles);
  return desk;
}

/** True where there is no folder, or nothing of anyone's in it. */
export async function isVacant(folder: string): Promise<boolean> {
  return !(await isThere(folder)) || isEmpty(folder);
}

/** Opens the desk in `folder`; throws as `openOrCreateDesk` does, and `no-desk` for no folder. */
export async function openDesk(folder: string): Promise<Desk> {
  if (!(await isThere(folder))) {
    throw new AppError('no-desk', `${folder}: there is no such folder; choose one with a desk`);
  }
  const file = path.join(folder, 'desk.json');
  const queue = new KeyedQueue();
  let house = await readHouse(file);
  const desk: Desk = {
    folder,
    articles: path.join(folder, 'articles'),
    exports: path.join(folder, 'exports'),
    own: path.join(folder, '.galley'),
    trash: path.join(folder, '.galley', 'trash'),
    get house() {
      return house;
    },
    async refresh() {
      const found = await readHouse(file).catch((error: unknown) => {
        throw isGone(error) ? vanished(folder) : error;
      });
      if (found.id !== house.id) throw vanished(folder);
      house = found;
      return house;
    },
    // Each change starts from what the one before has written.
    changeHouse: (changes) =>
      queue.run(file, async () => {
        const changed = parseHouse({ ...(await desk.refresh()), ...changes });
        requireZone(changed.zone);
        await writeAtomic(file, houseText(changed));
        house = changed;
        return house;
      }),
    async writable() {
      try {
        await fs.access(folder, fs.constants.W_OK);
        await fs.access(desk.articles, fs.constants.W_OK);
        return true;
      } catch {
        return false;
      }
    },
  };
  return desk;
}

/** True if the desk is not where it was: its disk may come back. */
export async function hasVanished(desk: Desk): Promise<boolean> {
  try {
    await desk.refresh();
    return false;
  } catch (error) {
    return error instanceof AppError && error.code === 'desk-vanished';
  }
}

async function createDesk(folder: string, samples: string | undefined): Promise<void> {
  try {
    await makeFolder(path.join(folder, '.galley', 'trash'));
    await fs.mkdir(path.join(folder, 'exports'));
    const { id: _fixed, ...house } = await sampleHouse(samples);
    await writeAtomic(path.join(folder, 'desk.json'), houseText(parseHouse(house)));
    if (samples === undefined) await fs.mkdir(path.join(folder, 'articles'));
    else await copyStories(path.join(samples, 'articles'), path.join(folder, 'articles'));
  } catch (error) {
    throw fileFault(error, folder);
  }
}

/** The sample desk's house without its id: every desk has its own. */
async function sampleHouse(samples: string | undefined): Promise<Partial<House>> {
  return samples === undefined ? {} : await readHouse(path.join(samples, 'desk.json'));
}

/** Not a plain copy: the packaged app keeps its assets read-only inside an archive. */
async function copyStories(from: string, to: string): Promise<void> {
  await fs.mkdir(to);
  for (const entry of await fs.readdir(from, { withFileTypes: true })) {
    const [source, target] = [path.join(from, entry.name), path.join(to, entry.name)];
    if (entry.isDirectory()) await copyStories(source, target);
    else await writeAtomic(target, await fs.readFile(source));
  }
}

async function readHouse(file: string): Promise<House> {
  let text: string;
  try {
    await placeInside([path.dirname(file)], file);
    text = decodeText(await readBytes(file));
  } catch (error) {
    if (error instanceof AppError && error.code === 'missing') {
      throw new AppError(
        'not-a-desk',
        `${path.dirname(file)}: no desk.json in this folder; choose a desk or an empty folder`,
        { cause: error },
      );
    }
    throw error;
  }
  try {
    return parseHouse(JSON.parse(text.replace(/^\uFEFF/u, '')));
  } catch (error) {
    if (error instanceof AppError) {
      const fix = error.code === 'newer-version' ? '' : '; correct it';
      throw new AppError(error.code, `${file}: ${error.message}${fix}`, { cause: error });
    }
    throw new AppError(
      'not-json',
      `${file}: ${String(error)}; correct it or restore it from a copy`,
      { cause: error },
    );
  }
}

function houseText(house: House): string {
  return `${JSON.stringify(house, null, 2)}\n`;
}

async function isThere(folder: string): Promise<boolean> {
  try {
    if ((await fs.stat(folder)).isDirectory()) return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw fileFault(error, folder);
  }
  throw new AppError(
    'not-a-folder',
    `${folder}: a file is where the desk folder should be; choose a folder`,
  );
}

async function isEmpty(folder: string): Promise<boolean> {
  try {
    const names = await fs.readdir(folder);
    return names.every((name) => ['.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(name));
  } catch (error) {
    throw fileFault(error, folder);
  }
}

function isGone(error: unknown): boolean {
  return (
    error instanceof AppError && ['not-a-desk', 'missing', 'not-a-folder'].includes(error.code)
  );
}

function vanished(folder: string): AppError {
  return new AppError(
    'desk-vanished',
    `${folder}: the desk is no longer there; connect the disk or the network, or put the folder back`,
  );
}

function requireZone(zone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone }).format();
  } catch (error) {
    throw new AppError(
      'unknown-zone',
      `zone: “${zone}” is not a time zone; choose one such as Asia/Tokyo`,
      {
        path: 'zone',
        cause: error,
      },
    );
  }
}
