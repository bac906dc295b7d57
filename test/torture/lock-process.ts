import fs from 'node:fs/promises';
import { openInstallation } from '../../electron/services/installation.ts';
import { fileLocks } from '../../electron/services/story-locks.ts';

/** Counts up in a file, under the lock of one story. */
const [folder = '', data = '', counter = '', times = ''] = process.argv.slice(2);
const locks = fileLocks(folder, await openInstallation(data));
for (let done = 0; done < Number(times); done += 1) {
  // oxlint-disable-next-line no-await-in-loop
  await locks.run('story', async (lock) => {
    const count = Number(await fs.readFile(counter, 'utf8'));
    await lock.check();
    await fs.writeFile(`${counter}.${process.pid}`, String(count + 1));
    await fs.rename(`${counter}.${process.pid}`, counter);
  });
}
