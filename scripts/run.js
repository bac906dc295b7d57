import { spawn } from 'node:child_process';
import os from 'node:os';
import { root } from './checkout.js';

/** Ctrl+C may reach us twice, from the terminal and from npm: it is one wish within this time, in milliseconds. */
const ONE_WISH = 1000;

/**
 * Runs a program to its end, in the checkout unless `cwd` says otherwise, with our own input and
 * output. Told to stop (SIGINT, SIGTERM), we tell it with SIGTERM, and end when it has tidied up.
 * If we go before it, a Node program hears `disconnect`.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions }} [options]
 * @returns {Promise<number>} its exit code; 128 and the number of the signal when one ended it
 */
export function run(program, args, options = {}) {
  /** @type {number | undefined} */
  let told;
  const stop = () => {
    if (told !== undefined && performance.now() - told < ONE_WISH) return;
    told = performance.now();
    child.kill('SIGTERM');
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  const child = spawn(program, args, {
    cwd: options.cwd ?? root,
    env: options.env ?? process.env,
    stdio: options.stdio ?? ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
      const result = code ?? 128 + (signal === null ? 0 : os.constants.signals[signal]);
      // Nothing that would have come after it is wanted any more.
      if (told !== undefined) process.exit(result);
      resolve(result);
    });
  });
}
