import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../../article/app-error.ts';
import { idSchema, parseWith } from '../../article/schema.ts';
import { writeAtomic } from './atomic-write.ts';
import { nameSchema } from './here-files.ts';
import { readRegularFile } from './read-file.ts';
import { decodeText } from './read-text.ts';

/** Who put a story in the trash; the name may be empty. */
export interface TrashedBy {
  name: string;
  installation: string;
}

const schema = z.object({ name: nameSchema, installation: idSchema });
/** In the folder of the story's id, beside the folder of the story. */
const NAME = 'trashed-by.json';
const LIMIT = { bytes: 4096, refusal: 'is too large' };

/** Notes it in the folder of a story in the trash; the story is there with it or without. */
export async function noteTrashedBy(place: string, by: TrashedBy): Promise<void> {
  try {
    const text = `${JSON.stringify(by, null, 2)}\n`;
    await writeAtomic(path.join(place, NAME), text, { durable: false });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    console.warn(error.message);
  }
}

/** Reads the note; undefined where there is none that can be read. */
export async function readTrashedBy(place: string): Promise<TrashedBy | undefined> {
  try {
    const { bytes } = await readRegularFile(path.join(place, NAME), LIMIT);
    return parseWith(schema, JSON.parse(decodeText(bytes)));
  } catch (error) {
    if (error instanceof AppError || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Reads the note and removes it. */
export async function takeTrashedBy(place: string): Promise<TrashedBy | undefined> {
  const by = await readTrashedBy(place);
  await fs.rm(path.join(place, NAME), { force: true }).catch(() => undefined);
  return by;
}
