import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { type TestContext, describe, expect, onTestFinished, test, vi } from 'vitest';
import { openInstallation } from '../../electron/services/installation.ts';
import { fileLocks } from '../../electron/services/story-locks.ts';
import { temporaryFolder } from './temporary.ts';

const counting = path.resolve(import.meta.dirname, '../torture/lock-process.ts');

async function place(context: TestContext) {
  const home = await temporaryFolder(context.onTestFinished);
  const folder = path.join(home, 'locks');
  await fs.mkdir(folder);
  const self = await openInstallation(path.join(home, 'data'));
  return {
    home,
    folder,
    file: path.join(folder, 'story.galley-lock'),
    self,
    locks: fileLocks(folder, self),
  };
}

/** How long it takes until the lock is ours, in milliseconds. */
async function waitFor(locks: ReturnType<typeof fileLocks>): Promise<number> {
  const asked = performance.now();
  await locks.run('story', () => Promise.resolve());
  return performance.now() - asked;
}

test('six processes that count under one lock lose no count', async (context) => {
  const { home, folder } = await place(context);
  const counter = path.join(home, 'counter');
  await fs.writeFile(counter, '0');
  await Promise.all(
    Array.from({ length: 6 }, (_, at) =>
      promisify(execFile)(process.execPath, [
        counting,
        folder,
        path.join(home, `${at}`),
        counter,
        '50',
      ]),
    ),
  );
  expect(await fs.readFile(counter, 'utf8')).toBe('300');
  expect(await fs.readdir(folder)).toEqual([]);
});

describe.concurrent('the lock of', () => {
  test('a process of this machine that is gone is taken at once', async (context) => {
    const { file, self, locks } = await place(context);
    const child = execFile(process.execPath, ['-e', '']);
    await new Promise((resolve) => child.once('exit', resolve));
    await fs.writeFile(file, JSON.stringify({ ...self, pid: child.pid }));
    expect(await waitFor(locks)).toBeLessThan(5000);
  });

  test('an earlier start of this machine is taken at once', async (context) => {
    const { file, self, locks } = await place(context);
    await fs.writeFile(file, JSON.stringify({ ...self, boot: 'before' }));
    expect(await waitFor(locks)).toBeLessThan(5000);
  });

  test('a machine of the same host name that tells no more of itself is waited for', async (context) => {
    const { file, folder, self } = await place(context);
    const namesake = { ...self, boot: '' };
    // No process has such a number.
    await fs.writeFile(file, JSON.stringify({ ...namesake, pid: 2 ** 30 }));
    expect(await waitFor(fileLocks(folder, namesake))).toBeGreaterThan(5000);
  });

  test.for(['another machine', 'nobody that can be read', 'a folder'])(
    '%s is taken when it has stood still for five seconds, whatever its time says',
    async (owner, context) => {
      const { file, self, locks } = await place(context);
      if (owner === 'a folder') await fs.mkdir(file);
      else {
        const text = owner === 'another machine' ? { ...self, machine: 'other' } : undefined;
        await fs.writeFile(file, text === undefined ? '' : JSON.stringify(text));
      }
      const lastYear = new Date(Date.now() - 365 * 24 * 3600 * 1000);
      await fs.utimes(file, lastYear, lastYear);
      expect(await waitFor(locks)).toBeGreaterThan(5000);
    },
  );

  test('another machine that is alive is waited for', async (context) => {
    const { file, self, locks } = await place(context);
    await fs.writeFile(file, JSON.stringify({ ...self, machine: 'other' }));
    const alive = setInterval(() => void fs.utimes(file, new Date(), new Date()), 1000);
    setTimeout(() => {
      clearInterval(alive);
      void fs.rm(file);
    }, 6500);
    expect(await waitFor(locks)).toBeGreaterThan(6400);
  });
});

test('work whose lock was taken away is begun again, and takes no other lock away', async (context) => {
  const { file, self, locks } = await place(context);
  const other = JSON.stringify({ ...self, machine: 'other' });
  let begun = 0;
  await locks.run('story', async (lock) => {
    begun += 1;
    if (begun === 1) {
      await fs.rm(file);
      await fs.writeFile(file, other);
      setTimeout(() => void fs.rm(file), 300);
    }
    await lock.check();
    expect(await fs.readFile(file, 'utf8')).not.toBe(other);
  });
  expect(begun).toBe(2);
});

test('where no lock can be made the work is done without', async (context) => {
  const { home, self } = await place(context);
  await fs.writeFile(path.join(home, 'file'), '');
  const locks = fileLocks(path.join(home, 'file', 'locks'), self);
  expect(await locks.run('story', () => Promise.resolve('done'))).toBe('done');
});

test.runIf(process.platform === 'linux')(
  'a lock that cannot be seen any more keeps no file open',
  async (context) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    onTestFinished(() => warn.mockRestore());
    const { folder, locks } = await place(context);
    let held = '';
    await locks.run('story', async () => {
      await fs.rename(folder, `${folder}-away`);
      await fs.writeFile(folder, 'as on a share that answers with a fault');
      held = await fs.realpath(path.join(`${folder}-away`, 'story.galley-lock'));
    });
    const opened = await Promise.all(
      (await fs.readdir('/proc/self/fd')).map((fd) =>
        fs.readlink(`/proc/self/fd/${fd}`).catch(() => ''),
      ),
    );
    expect(opened).not.toContain(held);
  },
);
