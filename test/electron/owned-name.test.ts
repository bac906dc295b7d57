import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const names = path.resolve(import.meta.dirname, '../../electron/services/owned-name.ts');

/** Runs on a system that tells nothing of itself but its host name, as a Mac does. */
async function onMac(expression: string): Promise<unknown> {
  const script = `
    import fs from 'node:fs';
    const read = fs.readFileSync;
    fs.readFileSync = (file, ...rest) =>
      read(String(file).startsWith('/proc/') ? '/no/such/file' : file, ...rest);
    const { isLeftOver, ownedName } = await import(${JSON.stringify(names)});
    console.log(JSON.stringify(${expression}));`;
  const node = [process.execPath, ['--input-type=module', '-e', script]] as const;
  return JSON.parse((await promisify(execFile)(...node)).stdout);
}

test('of two machines with one host name none takes for left over what the other is writing', async () => {
  // No process has such a number here.
  const name = '`.new-${ownedName(2 ** 30)}`';
  expect(await onMac(`isLeftOver(${name}, 60_000)`)).toBe(false);
  expect(await onMac(`isLeftOver(${name}, 25 * 60 * 60 * 1000)`)).toBe(true);
});
