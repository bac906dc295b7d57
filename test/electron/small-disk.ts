import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary.ts';

export const run: (program: string, args: string[]) => Promise<unknown> = promisify(execFile);

/** A disk of its own, mounted with these options: `size=400k`. */
export async function smallDisk(options: string): Promise<string> {
  const folder = await temporaryFolder();
  await run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  onTestFinished(async () => {
    await run('umount', ['-l', folder]);
  });
  return folder;
}

/** Whether this person may mount a disk here. */
export async function mayMount(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return run('unshare', ['-m', 'true']).then(
    () => true,
    () => false,
  );
}

/** Takes the last of the room on a disk; answers what gives it back. */
export async function fill(disk: string): Promise<() => Promise<void>> {
  const filler = path.join(disk, 'filler');
  for (const size of [64 * 1024, 1024]) {
    const more = Buffer.alloc(size);
    // oxlint-disable-next-line no-await-in-loop
    while (await append(filler, more));
  }
  return () => fs.rm(filler);
}

async function append(file: string, bytes: Uint8Array): Promise<boolean> {
  return fs.appendFile(file, bytes).then(
    () => true,
    () => false,
  );
}
