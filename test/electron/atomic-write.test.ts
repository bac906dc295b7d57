import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { nodeFlags, pinnedNode } from '../../scripts/checkout.js';
import { writeAtomic } from '../../electron/services/atomic-write.ts';
import { faultOf } from './running-desk.ts';
import { temporaryFolder } from './temporary.ts';

const run = promisify(execFile);
const held = (code: string) =>
  Object.assign(new Error(`${code}: held`), { code, syscall: 'rename' });

describe('a file is written whole or not at all', () => {
  test('the new content is there, and nothing beside it', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'article.json');
    await writeAtomic(file, 'first');
    await writeAtomic(file, 'second ☂');
    expect(await fs.readFile(file, 'utf8')).toBe('second ☂');
    expect(await fs.readdir(folder)).toEqual(['article.json']);
  });

  test('many writes at once leave the last one', async () => {
    const file = path.join(await temporaryFolder(), 'article.json');
    const texts = Array.from(
      { length: 50 },
      (_, index) => `text ${index} ${'x'.repeat(index * 100)}`,
    );
    await Promise.all(texts.map((text) => writeAtomic(file, text)));
    expect(await fs.readFile(file, 'utf8')).toBe(texts.at(-1));
  });

  test('the rights of the old file are kept', async () => {
    const file = path.join(await temporaryFolder(), 'article.json');
    await fs.writeFile(file, 'old', { mode: 0o640 });
    await writeAtomic(file, 'new');
    expect((await fs.stat(file)).mode & 0o777).toBe(0o640);
  });

  test.skipIf(process.platform === 'win32')(
    'a disk that takes only half of the bytes leaves the old file and no remains',
    async () => {
      const folder = await temporaryFolder();
      const file = path.join(folder, 'article.json');
      await fs.writeFile(file, 'the old words');
      const program = path.join(folder, 'program.ts');
      const service = path.resolve(import.meta.dirname, '../../electron/services/atomic-write.ts');
      await fs.writeFile(
        program,
        `import { writeAtomic } from ${JSON.stringify(service)};
         await writeAtomic(${JSON.stringify(file)}, 'x'.repeat(100_000)).then(
           () => process.stdout.write('written'),
           (error) => process.stdout.write(error.code + ' ' + error.message));`,
      );
      // The limit makes the first write a short one without an error, as a full disk does.
      const { stdout } = await run('sh', [
        '-c',
        'ulimit -f 16; exec "$0" "$@"',
        pinnedNode,
        ...nodeFlags,
        program,
      ]);
      expect(stdout).toMatch(/^disk-full .*article\.json: /u);
      expect(await fs.readFile(file, 'utf8')).toBe('the old words');
      expect((await fs.readdir(folder)).sort()).toEqual(['article.json', 'program.ts']);
    },
  );

  test('a folder in the place of the file is refused and stays', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'article.json');
    await fs.mkdir(path.join(file, 'inside'), { recursive: true });
    expect((await faultOf(writeAtomic(file, 'words'))).code).toBe('is-a-folder');
    expect(await fs.readdir(folder)).toEqual(['article.json']);
  });

  test('a missing folder is named', async () => {
    const file = path.join(await temporaryFolder(), 'gone', 'article.json');
    const fault = await faultOf(writeAtomic(file, 'words'));
    expect(fault.code).toBe('missing');
    expect(fault.message).toContain(file);
  });
});

describe('a file that another program holds', () => {
  test('is waited for, visibly, and then written', async () => {
    const file = path.join(await temporaryFolder(), 'article.json');
    const seen: string[] = [];
    let times = 0;
    await writeAtomic(file, 'words', {
      onWaiting: (where, code) => seen.push(`${path.basename(where)} ${code}`),
      async rename(from, to) {
        times += 1;
        if (times < 4) throw held(times % 2 === 0 ? 'EPERM' : 'EBUSY');
        await fs.rename(from, to);
      },
    });
    expect(seen).toEqual(['article.json EBUSY', 'article.json EPERM', 'article.json EBUSY']);
    expect(await fs.readFile(file, 'utf8')).toBe('words');
  });

  test('is given up after ten seconds at the least, and the old words are as they were', async () => {
    const folder = await temporaryFolder();
    const file = path.join(folder, 'article.json');
    await fs.writeFile(file, 'old');
    const began = Date.now();
    const fault = await faultOf(
      writeAtomic(file, 'new', { rename: () => Promise.reject(held('EBUSY')) }),
    );
    expect(Date.now() - began).toBeGreaterThan(10_000);
    expect(fault.message).toContain('EBUSY');
    expect(await fs.readFile(file, 'utf8')).toBe('old');
    expect(await fs.readdir(folder)).toEqual(['article.json']);
  });
});
