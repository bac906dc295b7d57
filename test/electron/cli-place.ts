import { spawn } from 'node:child_process';
import path from 'node:path';
import { nodeFlags, pinnedNode, root } from '../../scripts/checkout.js';
import { temporaryFolder } from './temporary.ts';

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

interface Place {
  folder: string;
  /** Runs the command line as a process of its own, in the folder. */
  galley(args: string[], input?: string | Uint8Array): Promise<Ended>;
}

/** An empty folder in which the command line is run, with a data folder of its own. */
export async function cliPlace(): Promise<Place> {
  const folder = await temporaryFolder();
  const env = { ...process.env, GALLEY_DATA: path.join(folder, 'data'), HOME: folder, TZ: 'UTC' };
  return {
    folder,
    galley: (args, input = '') =>
      new Promise((resolve, reject) => {
        const cli = path.join(root, 'electron/cli.ts');
        const child = spawn(pinnedNode, [...nodeFlags, cli, ...args], { cwd: folder, env });
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
