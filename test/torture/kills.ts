import path from 'node:path';
import fs from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { readArticleFile } from '../../article/article-file.ts';
import { GalleyProcess, Writer } from './galley.ts';
import { beginStory, filesOf } from './stories.ts';

export interface KillsResult {
  kills: number;
  saves: number;
  /** Words that were told to be saved and are in no story. */
  missing: number;
  unreadable: number;
  /** Files of half-done work that are there after the next start. */
  leftovers: string[];
}

/**
 * Kills a Galley at any moment of saving, renaming, trashing and bringing back, so many times, and
 * starts it again; tells what is not as it was told to be.
 */
export async function killOften(home: string, kills: number): Promise<KillsResult> {
  const desk = path.join(home, 'desk');
  const data = path.join(home, 'data');
  const result: KillsResult = { kills: 0, saves: 0, missing: 0, unreadable: 0, leftovers: [] };
  let galley = await GalleyProcess.start(desk, data);
  const { id, paragraphs } = await beginStory([galley]);
  const told: string[] = [];
  try {
    while (result.kills < kills) {
      // oxlint-disable-next-line no-await-in-loop
      await work(galley, id, paragraphs[0]!, result, told);
      // oxlint-disable-next-line no-await-in-loop
      await galley.kill();
      result.kills += 1;
      // oxlint-disable-next-line no-await-in-loop
      galley = await GalleyProcess.start(desk, data);
      // oxlint-disable-next-line no-await-in-loop
      await galley.call('articles.restore', { id }).catch(() => undefined);
      // oxlint-disable-next-line no-await-in-loop
      const [text, ...more] = await filesOf(desk);
      try {
        readArticleFile(text ?? '');
      } catch {
        result.unreadable += 1;
      }
      const last = told.at(-1);
      if (more.length > 0 || (last !== undefined && !text?.includes(last))) result.missing += 1;
    }
    const names = await fs.readdir(desk, { recursive: true });
    result.leftovers = names.filter((name) => /\.tmp$|\.new-|\.galley-lock|\.dead$/u.test(name));
    return result;
  } finally {
    await galley.kill();
  }
}

/** Does one thing after the other until a moment that chance has chosen. */
async function work(
  galley: GalleyProcess,
  id: string,
  paragraph: string,
  result: KillsResult,
  told: string[],
): Promise<void> {
  const end = sleep(Math.random() * 60).then(() => 'end');
  const busy = async () => {
    const writer = await Writer.open(galley, 'window', id);
    for (;;) {
      const word = `w${result.saves}x${result.kills}z`;
      // oxlint-disable-next-line no-await-in-loop
      await writer.write(paragraph, word);
      told.push(word);
      result.saves += 1;
      const chance = Math.random();
      // oxlint-disable-next-line no-await-in-loop
      if (chance < 0.2) await galley.call('articles.rename', { id });
      else if (chance < 0.4) {
        // oxlint-disable-next-line no-await-in-loop
        await galley.call('articles.trash', { id });
        // oxlint-disable-next-line no-await-in-loop
        await galley.call('articles.restore', { id });
      }
    }
  };
  await Promise.race([end, busy(), galley.gone]);
}
