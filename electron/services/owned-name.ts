import { randomBytes } from 'node:crypto';
import os from 'node:os';
import { contentHash, markOf } from './safe-name.ts';
import { bootId, isRunning, processSpace } from './this-machine.ts';

const BOOT = bootId();

/** This machine since it was started; in it the id of a process names one process. */
const PLACE = contentHash([os.hostname(), BOOT, processSpace()].join('\n')).slice(0, 8);

/** What is older has no owner that still works on it, in milliseconds. */
const OLD = 24 * 60 * 60 * 1000;

/**
 * A name that nobody else gives and that tells the process it belongs to, and the installation `by`
 * which it is written, if one is given.
 */
export function ownedName(pid: number = process.pid, by?: string): string {
  const mark = by === undefined ? '' : markOf(by);
  return `${PLACE}-${pid}-${mark}${randomBytes(mark === '' ? 6 : 4).toString('hex')}`;
}

/** Which of these installations has written what has this name; undefined if it does not tell. */
export function writerIn(name: string, installations: readonly string[]): string | undefined {
  const mark = /-([0-9a-f]{8})[0-9a-f]{8}(?:\.tmp)?$/u.exec(name)?.[1];
  return installations.find((one) => markOf(one) === mark);
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
  return isOfHere ? !isRunning(Number(owner['pid'])) : age > OLD;
}

/** True for a name that we give to what is not finished. */
export function isUnfinished(name: string): boolean {
  return LEFT.test(name);
}
