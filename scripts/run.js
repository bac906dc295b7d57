import { spawn } from 'node:child_process';
import { root } from './checkout.js';

// Having a listener keeps us alive on Ctrl+C.
const stay = () => {};

/**
 * Runs a program to its end, in the checkout unless `cwd` says otherwise, with our own input and
 * output. Ctrl+C reaches it through the terminal; we stay until it has tidied up.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, stdio?: import('node:child_process').StdioOptions }} [options]
 * @returns {Promise<number>} its exit code; 128 when a signal ended it
 */
export function run(program, args, options = {}) {
  const child = spawn(program, args, {
    cwd: options.cwd ?? root,
    env: options.env ?? process.env,
    stdio: options.stdio ?? 'inherit',
  });
  const pass = () => child.kill('SIGTERM');
  process.on('SIGINT', stay);
  process.on('SIGTERM', pass);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      process.off('SIGINT', stay);
      process.off('SIGTERM', pass);
      resolve(code ?? 128);
    });
  });
}
