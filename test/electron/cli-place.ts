import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { type Interface, createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import { nodeFlags, pinnedNode, root } from '../../scripts/checkout.js';
import { temporaryFolder } from './temporary.ts';

export interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** A command line for the process that runs many; the input is in base64. */
export interface Asked {
  args: string[];
  folder: string;
  env: Record<string, string>;
  input: string;
}

type Run = (args: string[], input?: string | Uint8Array) => Promise<Ended>;

interface Place {
  folder: string;
  /** Runs the command line in the folder, in a process that has run others before. */
  galley: Run;
  /** Runs it as a process of its own: for how one begins, reads, prints and ends. */
  alone: Run;
}

/** An empty folder in which the command line is run, with a data folder of its own. */
export async function cliPlace(): Promise<Place> {
  const folder = await temporaryFolder();
  const env = { GALLEY_DATA: path.join(folder, 'data'), HOME: folder, TZ: 'UTC' };
  // What holds the process up holds up no other test.
  let isAnswered = true;
  onTestFinished(() => {
    if (!isAnswered) shared?.end();
  });
  return {
    folder,
    async galley(args, input = '') {
      isAnswered = false;
      if (shared === undefined || shared.hasEnded) shared = new ManyCommands();
      const ended = await shared.run({
        args,
        folder,
        env,
        input: Buffer.from(input).toString('base64'),
      });
      isAnswered = true;
      return ended;
    },
    alone: (args, input = '') =>
      new Promise((resolve, reject) => {
        const cli = path.join(root, 'electron/cli.ts');
        const child = spawn(pinnedNode, [...nodeFlags, cli, ...args], {
          cwd: folder,
          env: { ...process.env, ...env },
        });
        let [out, err] = ['', ''];
        child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
        child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
        child.on('error', reject);
        child.on('close', (code) => resolve({ code, out, err }));
        child.stdin.on('error', () => {});
        child.stdin.end(input);
      }),
  };
}

let shared: ManyCommands | undefined;

/** A process that runs one command line after the other; it ends with ours. */
class ManyCommands {
  private readonly child: ChildProcessByStdio<Writable, Readable, null>;
  private readonly answers: Interface;
  private before: Promise<unknown> = Promise.resolve();

  constructor() {
    const program = path.join(import.meta.dirname, 'cli-process.ts');
    this.child = spawn(pinnedNode, [...nodeFlags, program], { stdio: ['pipe', 'pipe', 'inherit'] });
    this.child.stdin.on('error', () => {});
    this.answers = createInterface({ input: this.child.stdout });
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  end(): void {
    this.child.kill('SIGKILL');
  }

  run(asked: Asked): Promise<Ended> {
    const ended = this.before.then(async () => {
      this.child.stdin.write(`${JSON.stringify(asked)}\n`);
      const answer = await Promise.race([once(this.answers, 'line'), once(this.answers, 'close')]);
      if (answer.length === 0) throw new Error(`galley ${asked.args.join(' ')} ended its process`);
      return JSON.parse(String(answer[0])) as Ended;
    });
    this.before = ended.catch(() => undefined);
    return ended;
  }
}
