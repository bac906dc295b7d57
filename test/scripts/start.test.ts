import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readServeOptions } from '../../electron/command-line/serve-options.ts';
import { nodeFlags, pinnedNode, root } from '../../scripts/checkout.js';
import { temporaryFolder } from '../electron/temporary.ts';

// Several processes start one after another, also on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

const cli = path.join(root, 'electron/cli.ts');

/** Programs that run npm as their child, by what they have to do besides. */
const PARENTS = {
  program: [
    pinnedNode,
    '-e',
    `require('node:child_process').spawn(process.argv[1], process.argv.slice(2), { stdio: 'inherit' })`,
  ],
  'shell that waits for it': ['sh', '-c', '"$@"; exit', 'sh'],
  'shell that has ended unheard': [
    pinnedNode,
    '-e',
    `const { spawn } = require('node:child_process');
    const shell = spawn('sh', ['-c', '"$@"; exit', 'sh', ...process.argv.slice(1)], { stdio: 'inherit' });
    process.once('SIGTERM', () => {
      shell.kill();
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
    });`,
  ],
  'shell that goes on': ['sh', '-c', '"$@" & sleep 4', 'sh'],
};

interface Started {
  child: ChildProcess;
  /** A word on the command line of each of its processes. */
  desk: string;
  ended: Promise<{ code: number | null; output: string }>;
}

/** `npm start` on a desk of its own; `wait` is what it prints when it is there. */
async function start(
  options: readonly string[],
  { wait = '', below = [] as readonly string[] } = {},
): Promise<Started> {
  const folder = await temporaryFolder();
  const desk = path.join(folder, 'desk');
  const [program = '', ...args] = [...below, 'npm', 'start', '--', '--desk', desk, ...options];
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, GALLEY_DATA: path.join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(async () => {
    for (const { pid } of await running(desk)) process.kill(pid, 'SIGKILL');
  });
  let output = '';
  const there = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes(wait)) there.resolve();
    });
  }
  const ended = new Promise<Awaited<Started['ended']>>((resolve) => {
    child.once('close', (code) => {
      there.reject(new Error(`It ended with ${code}.\n${output}`));
      resolve({ code, output });
    });
  });
  if (wait !== '') await there.promise;
  return { child, desk, ended };
}

/** The processes that have this word on their command line. */
async function running(word: string): Promise<{ pid: number; line: string }[]> {
  const all = (await fs.readdir('/proc')).filter((name) => /^\d+$/u.test(name));
  const read = all.map(async (name) => ({
    pid: Number(name),
    line: await fs.readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => ''),
  }));
  const found = (await Promise.all(read)).filter(({ line }) => line.includes(word));
  return found.map(({ pid, line }) => ({ pid, line: line.replaceAll('\0', ' ') }));
}

async function allGone(desk: string): Promise<void> {
  const lines = async () => (await running(desk)).map(({ line }) => line);
  await expect.poll(lines, { timeout: 15_000 }).toEqual([]);
}

describe.skipIf(
  !existsSync('/proc/self/cmdline') || !existsSync(path.join(root, 'out/renderer/index.html')),
)('npm start (needs the built page and a list of processes)', () => {
  const web = ['--web', '--no-open', '--port', '0'];
  const wait = 'Galley is at ';

  test.each(['SIGTERM', 'SIGINT'] as const)('ends whole with %s', async (signal) => {
    const { child, desk, ended } = await start(web, { wait });
    expect((await running(desk)).length).toBeGreaterThan(3);
    child.kill(signal);
    await allGone(desk);
    expect((await ended).code).toBe(0);
  });

  test.each(['program', 'shell that waits for it', 'shell that has ended unheard'] as const)(
    'ends whole with the %s',
    async (parent) => {
      const { child, desk } = await start(web, { wait, below: PARENTS[parent] });
      child.kill('SIGTERM');
      await allGone(desk);
    },
  );

  test('outlives a shell that left it running and went on', async () => {
    const { child, desk } = await start(web, { wait, below: PARENTS['shell that goes on'] });
    if (child.exitCode === null) await new Promise((resolve) => child.once('exit', resolve));
    await new Promise((resolve) => setTimeout(resolve, 1500));
    const npm = (await running(desk)).find(({ line }) => line.startsWith('npm'));
    process.kill(npm!.pid, 'SIGTERM');
    await allGone(desk);
  });

  test.each(['prepared.js', 'start.ts'])(
    'ends whole when its process %s is killed',
    async (word) => {
      const { desk } = await start(web, { wait });
      const one = (await running(desk)).find(({ line }) => line.includes(word));
      process.kill(one!.pid, 'SIGKILL');
      await allGone(desk);
    },
  );
});

test('a script that is stopped does not go on after the program that it runs', async () => {
  const script = `import { run } from './scripts/run.js';
    const code = await run('sh', ['-c', 'echo runs; exec sleep 60']);
    console.log('went on');`;
  const child = spawn(pinnedNode, ['--input-type=module', '-e', script], { cwd: root });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    child.kill('SIGTERM');
  });
  const code = await new Promise((resolve) => child.once('close', resolve));
  expect({ code, output }).toEqual({ code: 143, output: 'runs\n' });
});

const rows = (text: string) => text.match(/^ {2}--.*$/gmu);

describe('the options of npm start', () => {
  test('are those of galley serve, in the words of one table', async () => {
    const { ended } = await start(['--help']);
    const serve = await promisify(execFile)(pinnedNode, [...nodeFlags, cli, 'serve', '--help']);
    expect(rows((await ended).output)).toEqual(rows(serve.stdout));
    expect(rows(serve.stdout)?.length).toBe(7);
  });

  test.each([
    [['--port', '70000'], /^--port 70000: a port is/u],
    [['--electron', '--web'], /^--electron and --web: choose/u],
    [['--electron', '--port', '0'], /^--electron and --port: choose/u],
    [['--what'], /--what/u],
  ])('are checked: %j', (options, message) => {
    expect(() => readServeOptions(options)).toThrow(message);
  });

  test('that are of the browser mean the browser', () => {
    expect(readServeOptions([])).toMatchObject({ host: undefined, port: undefined, open: true });
    expect(readServeOptions(['--no-open'])).toMatchObject({ host: 'web', open: false });
    expect(readServeOptions(['--port', '4100'])).toMatchObject({ host: 'web', port: 4100 });
  });
});
