import { execFileSync } from 'node:child_process';
import fs from 'node:fs';

/** How often the programs that started us are looked for, in milliseconds. */
const LOOK_EVERY = 500;

const end = () => process.kill(process.pid, 'SIGTERM');

/**
 * Ends us, as SIGTERM does, when those have gone that started us: our own `run`, or npm and the
 * program that runs npm. What a shell starts without npm outlives it, as other programs do.
 */
export function endWithStarter() {
  if (process.connected !== undefined) {
    if (!process.connected) end();
    process.once('disconnect', end);
    // Listening alone shall not keep us alive.
    process.channel?.unref();
  } else if (process.env['npm_lifecycle_event'] !== undefined) {
    const npm = process.ppid;
    const above = parentOf(npm);
    const timer = setInterval(() => {
      // Who loses a parent is given another, but not on Windows.
      if (process.ppid === npm && isAlive(npm) && (above === undefined || isAlive(above))) return;
      clearInterval(timer);
      end();
    }, LOOK_EVERY);
    timer.unref();
  }
}

/**
 * @param {number} pid
 * @returns {number | undefined} undefined where the system does not tell
 */
function parentOf(pid) {
  try {
    if (process.platform === 'linux') {
      const [, parent] = /\) \S (\d+)/.exec(fs.readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
      return Number(parent) || undefined;
    }
    if (process.platform === 'darwin') {
      return Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)])) || undefined;
    }
  } catch {
    // It has gone already; we are somebody else's child then.
  }
  return undefined;
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's program may not be signalled, but it is there.
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}
