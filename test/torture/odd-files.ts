import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../article/app-error.ts';
import { nodeFlags, pinnedNode, root } from '../../scripts/checkout.js';
import { Chance } from './chance.ts';
import { GalleyProcess } from './galley.ts';
import { oddStories } from './odd-stories.ts';

export interface OddFilesResult {
  files: number;
  /** Calls and command lines that met them. */
  asked: number;
  /** What was not answered with a story or a fault that has a name, in words. */
  crashes: string[];
  /** What took longer than ten seconds. */
  hangs: string[];
  /** Files that are no longer as they were. */
  changed: string[];
  /** The most memory that a process had, in bytes, and what it did. */
  memory: { bytes: number; what: string };
}

const LIMIT = 10_000;

/**
 * Puts odd files in the place of stories, so many, and has a desk and each command line meet them
 * all. It takes a system with pipes and links.
 */
export async function meetOddFiles(
  home: string,
  count: number,
  seed: number,
): Promise<OddFilesResult> {
  const desk = path.join(home, 'desk');
  const result: OddFilesResult = {
    files: count,
    asked: 0,
    crashes: [],
    hangs: [],
    changed: [],
    memory: { bytes: 0, what: '' },
  };
  const odd = await putOddFiles(desk, path.join(home, 'data'), count, new Chance(seed));
  const before = await statesOf(odd);
  const look = async () => {
    const after = await statesOf(odd);
    for (const [at, { what }] of odd.entries()) {
      if (after[at] !== before[at]) result.changed.push(what);
    }
  };
  await meetWithDesk(desk, path.join(home, 'data'), result);
  await look();
  await meetWithCommands(home, odd, result);
  await look();
  return result;
}

interface OddFile {
  what: string;
  file: string;
}

async function putOddFiles(
  desk: string,
  data: string,
  count: number,
  chance: Chance,
): Promise<OddFile[]> {
  const galley = await GalleyProcess.start(desk, data, { samples: true });
  await galley.kill();
  const articles = path.join(desk, 'articles');
  const sound = await Promise.all(
    (await fs.readdir(articles)).map((name) =>
      fs.readFile(path.join(articles, name, 'article.json')),
    ),
  );
  const kinds = Object.entries(oddStories);
  const odd: OddFile[] = [];
  for (let number = 0; number < count; number += 1) {
    const [what, put] = kinds[number % kinds.length]!;
    const file = path.join(articles, `odd-${number}`, 'article.json');
    // oxlint-disable-next-line no-await-in-loop
    await fs.mkdir(path.dirname(file));
    // oxlint-disable-next-line no-await-in-loop
    await put(file, chance.oneOf(sound), chance);
    odd.push({ what: `${what} (${path.basename(path.dirname(file))})`, file });
  }
  return odd;
}

/** What the files are, one after the other: they are large. */
async function statesOf(odd: readonly OddFile[]): Promise<string[]> {
  const states: string[] = [];
  // oxlint-disable-next-line no-await-in-loop
  for (const { file } of odd) states.push(await stateOf(file));
  return states;
}

/** What a file is, so that it can be told whether it was changed. */
async function stateOf(file: string): Promise<string> {
  const stat = await fs.lstat(file).catch(() => undefined);
  if (stat === undefined) return 'gone';
  const kind = `${stat.mode} ${stat.size} ${stat.mtimeMs} ${stat.ino}`;
  if (!stat.isFile() || stat.size > 100e6) return kind;
  return `${kind} ${createHash('sha256')
    .update(await fs.readFile(file))
    .digest('hex')}`;
}

async function meetWithDesk(desk: string, data: string, result: OddFilesResult): Promise<void> {
  const start = GalleyProcess.start(desk, data);
  await timed('start', start, result);
  const galley = await start;
  try {
    await timed('desk.rescan', galley.call('desk.rescan', {}), result);
    const listed = galley.call('articles.list', {});
    await timed('articles.list', listed, result);
    for (const { id, headline } of await listed) {
      const asked = {
        open: () => galley.call('articles.open', { id }),
        look: () => galley.call('articles.look', { id }),
        earlier: () => galley.call('articles.earlier', { id }),
        render: () => galley.call('export.render', { id, format: 'html' }),
        export: () => galley.call('export.run', { id, format: 'page' }),
      };
      for (const [name, ask] of Object.entries(asked)) {
        // oxlint-disable-next-line no-await-in-loop
        await timed(`${name} of ${headline}`, ask(), result);
      }
    }
    noteMemory('the desk', await galley.memory(), result);
  } finally {
    await galley.kill();
  }
}

/** Waits for an answer, and notes one that is late or a fault without a name. */
async function timed(what: string, answer: Promise<unknown>, result: OddFilesResult) {
  result.asked += 1;
  const late = new AbortController();
  const inTime = await Promise.race([
    answer.then(
      () => true,
      (error: unknown) => {
        if (!(error instanceof AppError) || error.code === 'internal')
          result.crashes.push(`${what}: ${String(error)}`);
        return true;
      },
    ),
    sleep(LIMIT, false, { signal: late.signal }).catch(() => true),
  ]);
  late.abort();
  if (!inTime) result.hangs.push(what);
}

async function meetWithCommands(
  home: string,
  odd: readonly OddFile[],
  result: OddFilesResult,
): Promise<void> {
  const desk = path.join(home, 'desk');
  const out = path.join(home, 'out');
  const commands = [
    ['list', '--desk', desk],
    ['search', '--desk', desk, 'ferries'],
    ['check', desk],
    ['export', '--out', `${out}/`, desk],
    ...odd.flatMap(({ file }) => [
      ['check', file],
      ['export', '--format', 'text', '--out', out, file],
      ['import', file],
    ]),
  ];
  for (const args of commands) {
    const what = `galley ${args.join(' ')}`;
    result.asked += 1;
    // oxlint-disable-next-line no-await-in-loop
    const { end, err, memory } = await command(home, args);
    if (end === 'SIGKILL') result.hangs.push(what);
    else if (![0, 1].includes(Number(end)) || /^\s+at .*:\d+:\d+|error: internal/mu.test(err))
      result.crashes.push(`${what} ended with ${end}: ${err.slice(0, 500)}`);
    noteMemory(what, memory, result);
  }
}

function noteMemory(what: string, bytes: number, result: OddFilesResult): void {
  if (bytes > result.memory.bytes) result.memory = { bytes, what };
}

/** Runs a command line in a process of its own; `end` is its exit code or the signal that ended it. */
async function command(
  home: string,
  args: readonly string[],
): Promise<{ end: string; err: string; memory: number }> {
  const report = path.join(home, 'memory');
  const child = spawn(
    pinnedNode,
    [
      ...nodeFlags,
      '--import',
      path.join(import.meta.dirname, 'report-memory.ts'),
      path.join(root, 'electron/cli.ts'),
      ...args,
    ],
    {
      cwd: home,
      env: { ...process.env, GALLEY_DATA: path.join(home, 'cli-data'), GALLEY_MEMORY: report },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: LIMIT,
      killSignal: 'SIGKILL',
    },
  );
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const end = await new Promise<string>((resolve) =>
    child.once('close', (code, signal) => resolve(String(code ?? signal))),
  );
  const memory = Number(await fs.readFile(report, 'utf8').catch(() => '0'));
  await fs.rm(report, { force: true });
  return { end, err, memory };
}
