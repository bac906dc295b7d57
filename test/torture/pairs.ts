import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { GalleyProcess, type Setting, Writer } from './galley.ts';
import { beginStory, filesOf } from './stories.ts';

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
    const begun = await Promise.all(
      Array.from({ length: stories }, async () => {
        const story = await beginStory(galleys);
        const writers = await Promise.all(
          galleys.map((galley, at) => Writer.open(galley, `window-${at}`, story.id)),
        );
        return { ...story, writers };
      }),
    );
    for (let round = 0; round < rounds; round += 1) {
      const words = begun.map((_, story) =>
        Array.from({ length: count }, (_each, at) => `w${story}x${round}x${at}z`),
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
