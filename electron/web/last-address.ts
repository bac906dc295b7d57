import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { writeAtomic } from '../services/atomic-write.ts';

/** How many starts a page may sleep through, and for how many milliseconds, and still come back. */
const KEPT = { starts: 10, time: 30 * 24 * 60 * 60 * 1000 };

const addressSchema = z.object({
  port: z.int().min(1).max(65535),
  /** By which pages come back to the next host (see `Returning`): one of each start, the newest first. */
  keys: z.array(z.object({ key: z.string().min(32), since: z.iso.datetime() })),
});

/** Where a desk was last served. */
export type LastAddress = z.output<typeof addressSchema>;

/** Where the desk was last served whose folder of this machine this is, if that is known. */
export async function readLastAddress(ownFolder: string): Promise<LastAddress | undefined> {
  try {
    return addressSchema.parse(JSON.parse(await fs.readFile(fileIn(ownFolder), 'utf8')));
  } catch {
    return undefined;
  }
}

/** This key, and those from before that are still good, the newest first. */
export function withKey(key: string, last: LastAddress | undefined): LastAddress['keys'] {
  const now = Date.now();
  const earlier = last?.keys.filter(({ since }) => now - Date.parse(since) < KEPT.time) ?? [];
  return [{ key, since: new Date(now).toISOString() }, ...earlier].slice(0, KEPT.starts);
}

/** Keeps it for the next start, where nobody else can read it. */
export async function keepLastAddress(ownFolder: string, address: LastAddress): Promise<void> {
  const file = fileIn(ownFolder);
  try {
    // What is written in its place has the same rights.
    await fs.writeFile(file, '', { flag: 'a', mode: 0o600 });
    await fs.chmod(file, 0o600);
    await writeAtomic(file, `${JSON.stringify(address, null, 2)}\n`, { durable: false });
  } catch (error) {
    console.warn(`The next start may have another address: ${String(error)}`);
  }
}

function fileIn(ownFolder: string): string {
  return path.join(ownFolder, 'address.json');
}
