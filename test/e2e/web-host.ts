import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { nodeFlags, pinnedNode, root } from '../../scripts/checkout.js';

/** Where a Galley under test keeps its things. */
export interface Folders {
  deskFolder: string;
  /** What it keeps for this machine: index, journal, versions. */
  dataFolder: string;
}

/** A running web host on folders of its own. */
export interface WebHost extends Folders {
  /** The address of its first line, with the token in the fragment. */
  url: string;
  origin: string;
  /** Everything it has printed, standard output and error together. */
  output(): string;
  /** Ends the process and waits for it; resolves with its exit code, null after a signal. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Folders that do not exist yet; `remove` takes them away again. */
export async function freshFolders(): Promise<Folders & { remove(): Promise<void> }> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'galley-e2e-'));
  return {
    deskFolder: path.join(folder, 'desk'),
    dataFolder: path.join(folder, 'data'),
    remove: () => fs.rm(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

/**
 * Starts `galley serve`, as it was built, as a process of its own on this port, or on the one that
 * it chooses. Throws with its output when it ends, or says nothing for 20 s, before giving its
 * address.
 */
export async function startWebHost(folders: Folders, port?: number): Promise<WebHost> {
  const child = spawn(
    pinnedNode,
    [
      ...nodeFlags,
      'out/cli/cli.js',
      'serve',
      '--desk',
      folders.deskFolder,
      ...(port === undefined ? [] : ['--port', String(port)]),
      '--no-open',
    ],
    {
      cwd: root,
      env: { ...process.env, GALLEY_DATA: folders.dataFolder, TZ: 'UTC' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const fail = (reason: string) => {
      child.kill();
      reject(new Error(`The web host ${reason}.\n${output}`));
    };
    const timer = setTimeout(fail, 20_000, 'did not give its address');
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const address = /Galley is at (http:\/\/127\.0\.0\.1:\d+\/#token=\S+)/.exec(output)?.[1];
      if (address === undefined) return;
      clearTimeout(timer);
      resolve(address);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(`ended with ${code}`);
    });
  });
  return {
    url,
    origin: new URL(url).origin,
    deskFolder: folders.deskFolder,
    dataFolder: folders.dataFolder,
    output: () => output,
    stop: (signal) => stopped(child, signal),
  };
}

function stopped(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill(signal);
  });
}
