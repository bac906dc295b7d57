import fs from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { mayMount, mountDisk, run } from '../mounts.ts';
import { temporaryFolder } from './temporary.ts';

/** A disk of its own, mounted with these options: `size=400k`; it is gone after the test. */
export async function smallDisk(options: string): Promise<string> {
  const folder = await temporaryFolder();
  onTestFinished(await mountDisk(folder, options));
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
