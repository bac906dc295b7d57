import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readArticleFile } from '../../article/article-file.ts';
import { GalleyProcess } from './galley.ts';
import { beginStory, filesOf } from './stories.ts';
import { Typist } from './typist.ts';

export interface KillsResult {
  kills: number;
  words: number;
  /** Words that were told to be saved, or were found after an earlier kill, and are nowhere. */
  missing: string[];
  /** The longest time before a kill of which the typing is gone, in milliseconds. */
  lost: number;
  unreadable: number;
  /** Stories that are on the desk and nobody began, such as conflict copies. */
  copies: number;
  /** Files of half-done work that are there after the next start. */
  leftovers: string[];
}

/**
 * Kills a Galley so many times while a person types: at any moment of saving, renaming, trashing,
 * bringing back, starting and taking up what was kept; tells what is not as it was told to be.
 */
export async function killOften(home: string, kills: number): Promise<KillsResult> {
  const desk = path.join(home, 'desk');
  const data = path.join(home, 'data');
  const result: KillsResult = {
    kills: 0,
    words: 0,
    missing: [],
    lost: 0,
    unreadable: 0,
    copies: 0,
    leftovers: [],
  };
  let galley = await GalleyProcess.start(desk, data);
  const { id, paragraphs } = await beginStory([galley]);
  // Words that one life has taken away may be in the file, or in what was kept, when the next begins.
  const removed = new Set<string>();
  let typist = new Typist(galley, id, paragraphs[0]!, removed);
  let { opened } = await typist.open();
  try {
    while (result.kills < kills) {
      const isShort = Math.random() < 0.5;
      void typist.work(opened, result.kills);
      // oxlint-disable-next-line no-await-in-loop
      await sleep(Math.random() * (isShort ? 60 : 2000));
      const killed = performance.now();
      typist.stop();
      // oxlint-disable-next-line no-await-in-loop
      await galley.kill();
      result.kills += 1;
      // oxlint-disable-next-line no-await-in-loop
      if (Math.random() < 0.2) await killWhileStarting(desk, data, result);
      // oxlint-disable-next-line no-await-in-loop
      galley = await GalleyProcess.start(desk, data);
      // oxlint-disable-next-line no-await-in-loop
      await galley.call('articles.restore', { id }).catch(() => undefined);
      // oxlint-disable-next-line no-await-in-loop
      result.unreadable += await countUnreadable(desk);
      const before = typist;
      typist = new Typist(galley, id, paragraphs[0]!, removed);
      // oxlint-disable-next-line no-await-in-loop
      const found = await typist.open();
      opened = found.opened;
      before.expected = before.expected.filter((word) => !removed.has(word));
      compare(before, found, killed, result);
    }
    result.copies = (await filesOf(desk)).length - 1;
    const names = await fs.readdir(desk, { recursive: true });
    result.leftovers = names.filter((name) => /\.tmp$|\.new-|\.galley-lock|\.dead$/u.test(name));
    return result;
  } finally {
    typist.stop();
    await galley.kill();
  }
}

/** Notes what of a life is not there after it. */
function compare(
  { expected, typed, saved }: Typist,
  found: { file: string[]; kept: string[] },
  killed: number,
  result: KillsResult,
): void {
  const file = new Set(found.file);
  const anywhere = new Set([...found.file, ...found.kept]);
  const isGone = ({ word }: { word: string }) => !anywhere.has(word);
  const first = typed.find(isGone);
  if (first !== undefined) result.lost = Math.max(result.lost, killed - first.at);
  const told = typed.slice(0, saved).map(({ word }) => word);
  const stays = first === undefined ? typed : typed.slice(typed.indexOf(first) + 1);
  result.missing.push(
    ...told.filter((word) => !file.has(word)),
    ...expected.filter((word) => !anywhere.has(word)),
    // Later words are there, and these are not.
    ...(stays.some((one) => !isGone(one)) ? typed.filter(isGone).map(({ word }) => word) : []),
  );
  result.words += typed.length;
}

/** Starts another, which is killed before it is ready. */
async function killWhileStarting(desk: string, data: string, result: KillsResult): Promise<void> {
  const signal = AbortSignal.timeout(50 + Math.floor(Math.random() * 300));
  const started = await GalleyProcess.start(desk, data, { signal }).catch(() => undefined);
  await started?.kill();
  result.kills += 1;
}

async function countUnreadable(desk: string): Promise<number> {
  const texts = await filesOf(desk);
  return texts.filter((text) => {
    try {
      readArticleFile(text);
      return false;
    } catch {
      return true;
    }
  }).length;
}
