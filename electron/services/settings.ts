import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../../article/app-error.ts';
import { textSchema } from '../../article/schema.ts';
import type { Args, Settings } from '../contract/calls.ts';
import { writeAtomic } from './atomic-write.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { makeFolder } from './make-folder.ts';
import { decodeText, readBytes } from './read-text.ts';

const personSchema = z.object({
  name: textSchema.default(''),
  byline: textSchema.default(''),
  section: textSchema.default(''),
});
const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark', 'contrast']).default('system'),
  person: personSchema.default({ name: '', byline: '', section: '' }),
});

/** The settings of this machine and of the person at it, in `settings.json`. */
export interface SettingsStore {
  read(): Promise<Settings>;
  /** Changes what is named, and of the person only the fields that are. */
  change(changes: Args<'settings.change'>): Promise<Settings>;
}

/** What may pass: the settings are still there. */
const SYSTEM_FAULTS: readonly string[] = ['read-only', 'disk-fault', 'not-a-folder'];

/**
 * Opens the settings in the data folder; what is missing or damaged there has its default, and while
 * it cannot be read none of it is changed.
 */
export function openSettings(dataFolder: string): SettingsStore {
  const file = path.join(dataFolder, 'settings.json');
  const queue = new KeyedQueue();
  const readKept = async (): Promise<Settings> => {
    try {
      return settingsSchema.parse(JSON.parse(decodeText(await readBytes(file))));
    } catch (error) {
      const code = error instanceof AppError ? error.code : '';
      if (SYSTEM_FAULTS.includes(code)) throw error;
      if (code !== 'missing') {
        console.warn(`${file} is damaged; the settings start anew: ${String(error)}`);
      }
      return settingsSchema.parse({});
    }
  };
  return {
    async read() {
      try {
        return await readKept();
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        console.warn(`The settings cannot be read: ${error.message}`);
        return settingsSchema.parse({});
      }
    },
    // Each change starts from what the one before has written.
    change: ({ person, ...changes }) =>
      queue.run(file, async () => {
        const before = await readKept();
        const changed = { ...before, ...changes, person: { ...before.person, ...person } };
        await makeFolder(dataFolder);
        await writeAtomic(file, `${JSON.stringify(changed, null, 2)}\n`);
        return changed;
      }),
  };
}
