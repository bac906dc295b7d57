import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import { systemCode } from './file-fault.ts';
import { contentHash } from './safe-name.ts';

/** Changes each time the machine starts, and no other has it; empty where the system does not tell. */
const BOOT = bootId();

/** This machine since it was started; in it the id of a process names one process. */
const PLACE = contentHash([os.hostname(), BOOT, pidSpace()].join('\n')).slice(0, 8);

/** What is older has no owner that still works on it, in milliseconds. */
const OLD = 24 * 60 * 60 * 1000;

/** A name that nobody else gives and that tells the process it belongs to. */
export function ownedName(pid: number = process.pid): string {
  return `${PLACE}-${pid}-${randomBytes(6).toString('hex')}`;
}

const LEFT = /^\.(?:galley|new)-(?:(?<place>[0-9a-f]{8})-(?<pid>\d+)-)?\w{6,16}(?:\.tmp)?$/u;

/**
 * True for the name of something unfinished whose owner is gone. Of another machine, without an
 * owner in its name, or where the machine cannot be told from others of its host name, it must be a
 * day old; `age` is in milliseconds.
 */
export function isLeftOver(name: string, age: number): boolean {
  const owner = LEFT.exec(name)?.groups;
  if (owner === undefined) return false;
  const isOfHere = BOOT !== '' && owner['place'] === PLACE;
  return isOfHere ? !isAlive(Number(owner['pid'])) : age > OLD;
}

/** True for a name that we give to what is not finished. */
export function isUnfinished(name: string): boolean {
  return LEFT.test(name);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) !== 'ESRCH';
  }
}

function bootId(): string {
  try {
    return fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8');
  } catch {
    return '';
  }
}

/** Containers of one machine have processes of the same number. */
function pidSpace(): string {
  try {
    return fs.readlinkSync('/proc/self/ns/pid');
  } catch {
    return '';
  }
}
