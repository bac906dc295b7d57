import fs from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { p } from '../../article/build.ts';
import { newBlockId } from '../../article/ids.ts';
import { createArticle } from '../../article/article.ts';
import { GalleyProcess, type Setting, Writer } from './galley.ts';

export interface Pairs extends Setting {
  galleys: number;
  stories: number;
  rounds: number;
  /** The times between the saves of a pair, in milliseconds; one after the other is taken. */
  apart: readonly number[];
  /** How long after the last answer it is looked for the words, in milliseconds. */
  after: number;
}

export interface Lost {
  saves: number;
  /** Words that were told to be saved and are in no file of the story. */
  missing: string[];
  /** Stories that are on the desk and nobody began. */
  copies: number;
}

/**
 * Several Galleys on one desk save different paragraphs of the same stories, so many milliseconds
 * after each other; tells which words are missing afterwards.
 */
export async function savePairs(home: string, pairs: Pairs): Promise<Lost> {
  const { galleys: count, stories, rounds, apart, after } = pairs;
  const desk = path.join(home, 'desk');
  const galleys: GalleyProcess[] = [];
  for (let at = 0; at < count; at += 1) {
    // The first makes the desk.
    // oxlint-disable-next-line no-await-in-loop
    galleys.push(await GalleyProcess.start(desk, path.join(home, `data-${at}`), pairs));
  }
  try {
    const lost: Lost = { saves: 0, missing: [], copies: 0 };
    const begun = await Promise.all(Array.from({ length: stories }, () => begin(galleys, count)));
    for (let round = 0; round < rounds; round += 1) {
      const words = begun.map((_, story) =>
        Array.from({ length: count }, (_each, at) => `w${story}x${round}x${at}`),
      );
      // oxlint-disable-next-line no-await-in-loop
      await Promise.all(
        begun.map(async ({ writers, paragraphs }, story) => {
          const wait = apart[(round + story) % apart.length] ?? 0;
          await Promise.all(
            writers.map(async (writer, at) => {
              await sleep(at * wait);
              await writer.write(paragraphs[at]!, words[story]![at]!);
              lost.saves += 1;
            }),
          );
        }),
      );
      // oxlint-disable-next-line no-await-in-loop
      if (after > 0) await sleep(after);
      // oxlint-disable-next-line no-await-in-loop
      const texts = await filesOf(desk);
      const all = new Map(
        begun.map(({ id }) => [id, texts.find((text) => text.includes(id)) ?? '']),
      );
      for (const [story, { id }] of begun.entries()) {
        for (const word of words[story]!) {
          if (!all.get(id)!.includes(word)) lost.missing.push(word);
        }
      }
    }
    lost.copies = (await filesOf(desk)).length - stories;
    return lost;
  } finally {
    await Promise.all(galleys.map((galley) => galley.kill()));
  }
}

/** A story with a paragraph for each Galley, open in each. */
async function begin(galleys: readonly GalleyProcess[], count: number) {
  const paragraphs = Array.from({ length: count }, () => newBlockId());
  const [first] = galleys;
  const draft = createArticle(new Date().toISOString(), {
    headline: 'Ferries wait for the tide',
    body: paragraphs.map((id) => ({ ...p('Words'), id })),
  });
  const { article } = await first!.call('import.store', { article: draft });
  const writers = await Promise.all(
    galleys.map(async (galley, at) => {
      await galley.call('desk.rescan', {});
      return Writer.open(galley, `window-${at}`, article.id);
    }),
  );
  return { id: article.id, paragraphs, writers };
}

async function filesOf(desk: string): Promise<string[]> {
  const articles = path.join(desk, 'articles');
  const names = (await fs.readdir(articles)).filter((name) => !name.startsWith('.'));
  return Promise.all(
    names.map((name) => fs.readFile(path.join(articles, name, 'article.json'), 'utf8')),
  );
}
