import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GalleyProcess, Writer } from './galley.ts';
import { beginStory, filesOf } from './stories.ts';

export interface Crowd {
  galleys: number;
  stories: number;
  /** How long they write, in milliseconds. */
  time: number;
}

export interface CrowdResult {
  saves: number;
  planted: number;
  stopped: number;
  killed: number;
  missing: string[];
  copies: number;
  /** The longest that a save took in a Galley that ran all the while, in milliseconds. */
  longest: number;
}

/** One of the crowd: it is stopped and killed while it writes. */
interface Member {
  galley: GalleyProcess;
  writers: Writer[];
  /** Grows whenever the process was stopped or killed: waits across that do not count. */
  disturbed: number;
}

/**
 * Many Galleys write into the same stories; some are stopped for seven seconds, some are killed and
 * started again, and locks of machines that are gone are planted. Tells what is missing ten seconds
 * after the last save.
 */
export async function runCrowd(home: string, crowd: Crowd): Promise<CrowdResult> {
  const { galleys: count, stories, time } = crowd;
  const desk = path.join(home, 'desk');
  const result: CrowdResult = {
    saves: 0,
    planted: 0,
    stopped: 0,
    killed: 0,
    missing: [],
    copies: 0,
    longest: 0,
  };
  const start = (at: number) => GalleyProcess.start(desk, path.join(home, `data-${at}`));
  const members: Member[] = [];
  for (let at = 0; at < count; at += 1) {
    // oxlint-disable-next-line no-await-in-loop
    members.push({ galley: await start(at), writers: [], disturbed: 0 });
  }
  const begun = await Promise.all(
    Array.from({ length: stories }, () => beginStory(members.map(({ galley }) => galley))),
  );
  const openAll = async (member: Member, at: number) => {
    member.writers = await Promise.all(
      begun.map(({ id }) => Writer.open(member.galley, `window-${at}`, id)),
    );
  };
  await Promise.all(members.map(openAll));

  const saved = begun.map((): string[] => []);
  const until = performance.now() + time;
  const isOver = () => performance.now() > until;
  const write = async (member: Member, at: number) => {
    for (let number = 0; !isOver(); number += 1) {
      // It is being started again.
      // oxlint-disable-next-line no-await-in-loop
      while (member.writers.length === 0) await sleep(20);
      const story = Math.floor(Math.random() * stories);
      const word = `w${story}x${at}x${number}z`;
      const { disturbed, galley } = member;
      const asked = performance.now();
      // oxlint-disable-next-line no-await-in-loop
      const answered = await Promise.race([
        member.writers[story]!.write(begun[story]!.paragraphs[at]!, word).then(() => true),
        galley.gone.then(() => false),
      ]);
      if (answered) {
        saved[story]!.push(word);
        result.saves += 1;
        if (disturbed === member.disturbed)
          result.longest = Math.max(result.longest, performance.now() - asked);
      }
      // oxlint-disable-next-line no-await-in-loop
      await sleep(Math.random() * 100);
    }
  };
  const disturb = async () => {
    while (!isOver()) {
      // oxlint-disable-next-line no-await-in-loop
      await sleep(700);
      const at = Math.floor(Math.random() * count);
      const member = members[at]!;
      switch (Math.floor(Math.random() * 3)) {
        case 0: {
          const { id } = begun[Math.floor(Math.random() * stories)]!;
          // oxlint-disable-next-line no-await-in-loop
          result.planted += (await plant(desk, id)) ? 1 : 0;
          break;
        }
        case 1:
          if (member.writers.length === 0) break;
          result.stopped += 1;
          member.disturbed += 1;
          member.galley.process.kill('SIGSTOP');
          // oxlint-disable-next-line no-await-in-loop
          await sleep(7000);
          member.galley.process.kill('SIGCONT');
          // What was asked while it stood still waited for that.
          member.disturbed += 1;
          break;
        default:
          result.killed += 1;
          member.disturbed += 1;
          member.writers = [];
          // oxlint-disable-next-line no-await-in-loop
          await member.galley.kill();
          // oxlint-disable-next-line no-await-in-loop
          member.galley = await start(at);
          // oxlint-disable-next-line no-await-in-loop
          await openAll(member, at);
      }
    }
  };
  try {
    await Promise.all([...members.map(write), disturb()]);
    await sleep(10_000);
    const texts = await filesOf(desk);
    for (const [story, { id }] of begun.entries()) {
      const text = texts.find((one) => one.includes(`"${id}"`)) ?? '';
      result.missing.push(...saved[story]!.filter((word) => !text.includes(word)));
    }
    result.copies = texts.length - stories;
    return result;
  } finally {
    await Promise.all(members.map(({ galley }) => galley.kill()));
  }
}

/** Leaves the lock of a machine that is gone, unless somebody has it. */
async function plant(desk: string, id: string): Promise<boolean> {
  const lock = { id: 'gone', machine: 'gone', boot: '', pid: 1 };
  try {
    const file = path.join(desk, '.galley', 'locks', `${id}.galley-lock`);
    await fs.writeFile(file, JSON.stringify(lock), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}
