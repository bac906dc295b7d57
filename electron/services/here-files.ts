import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../../article/app-error.ts';
import { idSchema, parseWith } from '../../article/schema.ts';
import { writeAtomic } from './atomic-write.ts';
import { fileFault, systemCode } from './file-fault.ts';
import { placeInside } from './inside-desk.ts';
import { readRegularFile } from './read-file.ts';
import { decodeText } from './read-text.ts';

/** The most that is read of one file, in bytes, and the most files. */
const LONGEST = 64 * 1024;
const MOST_FILES = 200;
/** The most stories that one file names. */
export const MOST_STORIES = 200;
const NAME = /^([\w-]{1,100})\.json$/u;

/** A name to show; nothing in it turns the direction of the text around it. */
export const nameSchema = z
  .string()
  .max(1000)
  .transform((text) => text.replace(/\p{C}/gu, '').trim().slice(0, 80));
const counter = z.int().min(0);
const time = z.iso.datetime({ offset: true });

/** A story that someone has open. */
const storySchema = z.object({
  id: idSchema,
  /** Where the caret is, see `CaretAt`. */
  block: z.exactOptional(idSchema),
  field: z.exactOptional(idSchema),
  since: time,
  /** Whoever has the highest has the writing mark. */
  mark: counter,
  /** Nothing was typed for so many minutes at least; absent where something was, or nobody knows. */
  quiet: z.exactOptional(z.literal([2, 5])),
});

/** Who is at the desk with one Galley. */
const hereSchema = z.object({
  /** The id of the installation, which is the name of the file. */
  installation: idSchema,
  machine: idSchema,
  boot: z.string().max(100),
  pid: z.int(),
  /** Of the person; may be empty. */
  name: nameSchema,
  /** What the machine is called. */
  host: nameSchema,
  /** Grows with each writing; false where the file is written only when a story is opened or closed. */
  count: counter,
  beats: z.boolean(),
  /** When it was written, by the clock of its machine. */
  at: time,
  stories: z.array(storySchema).max(MOST_STORIES),
});

export type Here = z.output<typeof hereSchema>;
export type HereStory = z.output<typeof storySchema>;

/** What was last found in the file of another Galley; the text changes with each writing. */
export interface HereFound {
  text: string;
  here: Here;
}

/** The files in which each Galley says who is at it, and where: each is written by its owner alone. */
export class HereFiles {
  private readonly desk: string;
  private readonly folder: string;
  private readonly warned = new Map<string, string>();

  /** `desk` is the folder of the desk, `folder` the one with the files in it. */
  constructor(desk: string, folder: string) {
    this.desk = desk;
    this.folder = folder;
  }

  /** The files of all Galleys but this one; an odd one is left out, and warned of once. */
  async others(own: string): Promise<Map<string, HereFound>> {
    const found = new Map<string, HereFound>();
    const names = (await this.names()).filter((name) => name !== `${own}.json`);
    for (const name of names.slice(0, MOST_FILES)) {
      // oxlint-disable-next-line no-await-in-loop
      const one = await this.read(name);
      if (one !== undefined) found.set(one.here.installation, one);
    }
    return found;
  }

  /** Writes the file of this Galley; throws an AppError, also where the desk is gone. */
  async write(here: Here): Promise<void> {
    // Not the folders above it: where the desk is gone, none is to be made in its place.
    await fs.mkdir(this.folder).catch(() => undefined);
    await placeInside([this.desk], this.folder);
    await writeAtomic(this.file(here.installation), `${JSON.stringify(here, null, 2)}\n`, {
      durable: false,
    });
  }

  /** Removes the file of this Galley, if it has one on the desk; throws an AppError when it cannot. */
  async remove(installation: string): Promise<void> {
    try {
      await placeInside([this.desk], this.folder);
      await fs.rm(this.file(installation), { force: true });
    } catch (error) {
      if (error instanceof AppError && error.code === 'missing') return;
      throw fileFault(error, this.file(installation));
    }
  }

  private file(installation: string): string {
    return path.join(this.folder, `${installation}.json`);
  }

  private async names(): Promise<string[]> {
    try {
      return (await fs.readdir(this.folder)).filter((name) => NAME.test(name));
    } catch (error) {
      if (systemCode(error) !== 'ENOENT') this.warn(this.folder, error);
      return [];
    }
  }

  private async read(name: string): Promise<HereFound | undefined> {
    const file = path.join(this.folder, name);
    try {
      await placeInside([this.desk], file);
      const { bytes } = await readRegularFile(file, { bytes: LONGEST, refusal: 'is too large' });
      const text = decodeText(bytes);
      const here = parseWith(hereSchema, parsed(text));
      if (`${here.installation}.json` !== name) {
        throw new AppError('invalid', `${here.installation} is the owner of another file`);
      }
      this.warned.delete(file);
      return { text, here };
    } catch (error) {
      const isGone = error instanceof AppError && error.code === 'missing';
      if (!isGone) this.warn(file, error);
      return undefined;
    }
  }

  private warn(file: string, error: unknown): void {
    if (!(error instanceof AppError) && systemCode(error) === undefined) throw error;
    const message = error instanceof Error ? error.message : String(error);
    if (this.warned.get(file) === message) return;
    this.warned.set(file, message);
    console.warn(`Who is at the desk cannot be read from ${file}: ${message}`);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new AppError('not-json', String(error), { cause: error });
  }
}
