import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary.ts';

export const run: (program: string, args: string[]) => Promise<{ stdout: string }> =
  promisify(execFile);

/** A disk of its own, mounted with these options: `size=400k`. */
export async function smallDisk(options: string): Promise<string> {
  const folder = await temporaryFolder();
  await run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  onTestFinished(async () => {
    await run('umount', ['-l', folder]);
  });
  return folder;
}

/** Whether `caseDisk` can be had here: it takes exfatprogs, exfat-fuse and the right to mount. */
export async function mayMountCaseDisk(): Promise<boolean> {
  if (!(await mayMount())) return false;
  return run('which', ['mkfs.exfat', 'mount.exfat-fuse']).then(
    () => true,
    () => false,
  );
}

/** A disk on which case does not tell names apart, and that gives no file a lasting number. */
export async function caseDisk(): Promise<string> {
  const home = await temporaryFolder();
  const [image, folder] = [path.join(home, 'image'), path.join(home, 'disk')];
  await fs.mkdir(folder);
  await fs.writeFile(image, '');
  await fs.truncate(image, 20 * 1024 * 1024);
  await run('mkfs.exfat', [image]);
  const { stdout } = await run('losetup', ['-f', '--show', image]);
  const device = stdout.trim();
  onTestFinished(() => void run('losetup', ['-d', device]));
  await run('mount.exfat-fuse', [device, folder]);
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
