import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

export const run: (program: string, args: string[]) => Promise<{ stdout: string }> =
  promisify(execFile);

/** Whether this person may mount a disk here. */
export async function mayMount(): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  return run('unshare', ['-m', 'true']).then(
    () => true,
    () => false,
  );
}

/** Mounts a disk of its own in the folder, with these options: `size=400k`; answers what takes it away. */
export async function mountDisk(folder: string, options: string): Promise<() => Promise<void>> {
  await run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  return async () => {
    await run('umount', ['-l', folder]);
  };
}

/** Takes the last of the room on a disk but for so many bytes; answers what gives it back. */
export async function fill(disk: string, left = 0): Promise<() => Promise<void>> {
  const filler = path.join(disk, 'filler');
  for (const size of [64 * 1024, 1024]) {
    const more = Buffer.alloc(size);
    // oxlint-disable-next-line no-await-in-loop
    while (await append(filler, more));
  }
  const { size } = await fs.stat(filler);
  await fs.truncate(filler, Math.max(0, size - left));
  return () => fs.rm(filler);
}

async function append(file: string, bytes: Uint8Array): Promise<boolean> {
  return fs.appendFile(file, bytes).then(
    () => true,
    () => false,
  );
}
