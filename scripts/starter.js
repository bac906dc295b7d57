import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** How often the programs that started us are looked for, in milliseconds. */
const LOOK_EVERY = 100;

const end = () => process.kill(process.pid, 'SIGTERM');

/**
 * Ends us, as SIGTERM does, when those have gone that started us: our own `run`, or npm and the
 * program that runs npm. What was set apart from that program outlives it: a job of a terminal, a
 * process group of its own, and what a shell has left running with `&`.
 */
export function endWithStarter() {
  if (process.connected !== undefined) {
    if (!process.connected) end();
    process.once('disconnect', end);
    // Listening alone shall not keep us alive.
    process.channel?.unref();
  } else if (process.env['npm_lifecycle_event'] !== undefined) {
    followNpm(process.ppid);
  }
}

/** @param {number} npm */
function followNpm(npm) {
  let above = starterOf(npm);
  // Between two of its commands a shell that goes on looks as if it waited.
  let waited = above !== undefined && whatItDoes(npm, above) === 'waits' ? 1 : 0;
  const timer = setInterval(() => {
    // Who loses a parent is given another, but not on Windows.
    let isLeft = process.ppid !== npm || !isAlive(npm);
    const doing = above && whatItDoes(npm, above);
    if (doing === 'waits') {
      waited++;
    } else if (doing === 'goes on') {
      waited = 0;
    } else if (doing === 'has gone') {
      isLeft ||= waited > 1;
      above = undefined;
    }
    if (!isLeft) return;
    clearInterval(timer);
    end();
  }, LOOK_EVERY);
  timer.unref();
}

/**
 * The program that runs npm, where it shares a process group with it.
 * @param {number} npm
 */
function starterOf(npm) {
  const child = look(npm);
  const parent = child && look(child.parent);
  return parent !== undefined && parent.group === child?.group ? parent : undefined;
}

/**
 * Whether a program waits for npm, or has something else to do; only a shell may have gone on.
 * @param {number} npm
 * @param {{ pid: number, name: string }} program
 * @returns {'waits' | 'goes on' | 'has gone'}
 */
function whatItDoes(npm, { pid, name }) {
  if (!isAlive(pid)) return 'has gone';
  if (!/^-?[a-z]*sh$/.test(name)) return 'waits';
  try {
    const listed = fs.readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    const children = listed.trim().split(' ');
    // One that has ended is listed until its own parent has heard of it, but without its children.
    if (!children.includes(String(npm))) return 'has gone';
    return children.length === 1 ? 'waits' : 'goes on';
  } catch {
    // Not every system tells; better to stay than to leave someone without Galley.
    return 'goes on';
  }
}

/**
 * @param {number} pid
 * @returns {{ pid: number, name: string, parent: number, group: number } | undefined} undefined for
 *   one that has gone, and where the system does not tell
 */
function look(pid) {
  try {
    const [, name = '', parent, group] =
      process.platform === 'linux'
        ? (/\((.*)\) \S (\d+) (\d+)/.exec(fs.readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [])
        : (/^(.*?) +(\d+) +(\d+)$/m.exec(
            String(execFileSync('ps', ['-o', 'comm=,ppid=,pgid=', '-p', String(pid)])),
          ) ?? []);
    if (parent === undefined) return undefined;
    return { pid, name: path.basename(name), parent: Number(parent), group: Number(group) };
  } catch {
    return undefined;
  }
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
