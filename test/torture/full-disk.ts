import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import { fill, mountDisk } from '../mounts.ts';
import { GalleyProcess, Writer } from './galley.ts';
import { beginStory, filesOf } from './stories.ts';

export interface FullDiskResult {
  /** Saves that were asked for while a disk was full, or nearly. */
  saves: number;
  /** Of them those that were refused. */
  refused: number;
  /** What is not as it was told to be, in words. */
  wrong: string[];
}

/** The room that the smallest file takes on such a disk, in bytes. */
const PAGE = 4096;

/**
 * Saves, opens and starts while a real disk is full but for some room, which differs from round to
 * round: that of the desk, that of the data folder, or one that has both. It takes the right to
 * mount a disk.
 */
export async function writeOnFullDisks(home: string, rounds: number): Promise<FullDiskResult> {
  const result: FullDiskResult = { saves: 0, refused: 0, wrong: [] };
  for (const full of ['desk', 'data', 'both'] as const) {
    const folder = path.join(home, full);
    const small = path.join(folder, 'small');
    // oxlint-disable-next-line no-await-in-loop
    await fs.mkdir(small, { recursive: true });
    // oxlint-disable-next-line no-await-in-loop
    const takeAway = await mountDisk(small, 'size=16m');
    const desk = path.join(full === 'data' ? folder : small, 'desk');
    const data = path.join(full === 'desk' ? folder : small, 'data');
    try {
      // oxlint-disable-next-line no-await-in-loop
      await writeOn(small, { desk, data, full, rounds }, result);
    } finally {
      // oxlint-disable-next-line no-await-in-loop
      await takeAway();
    }
  }
  return result;
}

interface Place {
  desk: string;
  data: string;
  /** What is on the disk that is full. */
  full: 'desk' | 'data' | 'both';
  rounds: number;
}

async function writeOn(small: string, place: Place, result: FullDiskResult): Promise<void> {
  const { desk, data, full, rounds } = place;
  const starting = async (when: string) => {
    try {
      return await GalleyProcess.start(desk, data);
    } catch (error) {
      result.wrong.push(`${when}: ${String(error)}`);
      return undefined;
    }
  };
  let galley = await GalleyProcess.start(desk, data);
  try {
    const { id, paragraphs } = await beginStory([galley]);
    let writer = await Writer.open(galley, 'window', id);
    for (let round = 0; round < rounds; round += 1) {
      const left = (round % 24) * PAGE;
      const when = `${full}, ${left} bytes left, round ${round}`;
      const word = `w${full}x${round}z`;
      // oxlint-disable-next-line no-await-in-loop
      const giveBack = await fill(small, left);
      if (round % 6 === 5) {
        // oxlint-disable-next-line no-await-in-loop
        await galley.kill();
        // oxlint-disable-next-line no-await-in-loop
        const started = await starting(`${when}, start`);
        // oxlint-disable-next-line no-await-in-loop
        galley = started ?? (await giveBack().then(() => GalleyProcess.start(desk, data)));
        // oxlint-disable-next-line no-await-in-loop
        writer = await Writer.open(galley, 'window', id);
        if (started === undefined) continue;
      }
      // oxlint-disable-next-line no-await-in-loop
      const fault = await faultOf(writer.write(paragraphs[0]!, word));
      result.saves += 1;
      // oxlint-disable-next-line no-await-in-loop
      const text = await onlyStory(desk, when, result);
      if (fault === undefined && !text.includes(word)) result.wrong.push(`${when}: false “Saved”`);
      if (fault !== undefined) {
        result.refused += 1;
        if (full === 'data' || text.includes(word))
          result.wrong.push(`${when}: false failure, ${fault.message}`);
        // Where the journal is full, too, the words are in the window alone, which is said.
        const isKept = fault.code === 'disk-full' && (await isOffered(galley, id, word));
        if (!isKept && !(full === 'both' && fault.code === 'not-kept'))
          result.wrong.push(`${when}: ${fault.code}, ${fault.message}`);
      }
      // oxlint-disable-next-line no-await-in-loop
      const notOpened = await faultOf(galley.call('articles.open', { id }));
      if (notOpened !== undefined) result.wrong.push(`${when}, open: ${notOpened.message}`);
      // oxlint-disable-next-line no-await-in-loop
      await giveBack();
      const again = `${word}again`;
      // oxlint-disable-next-line no-await-in-loop
      const stillFault = await faultOf(writer.write(paragraphs[0]!, again));
      if (stillFault !== undefined)
        result.wrong.push(`${when}, with room again: ${stillFault.message}`);
      // oxlint-disable-next-line no-await-in-loop
      else if (!(await onlyStory(desk, when, result)).includes(again))
        result.wrong.push(`${when}, with room again: false “Saved”`);
    }
  } finally {
    await galley.kill();
  }
}

/** The text of the one story of the desk; notes where there are none or more. */
async function onlyStory(desk: string, when: string, result: FullDiskResult): Promise<string> {
  const texts = await filesOf(desk);
  if (texts.length !== 1) result.wrong.push(`${when}: ${texts.length} stories`);
  return texts[0] ?? '';
}

/** True if the word is among those that are offered when the story is opened. */
async function isOffered(galley: GalleyProcess, id: string, word: string): Promise<boolean> {
  const { recovered } = await galley.call('articles.open', { id });
  return JSON.stringify(recovered?.article ?? '').includes(word);
}

function faultOf(call: Promise<unknown>): Promise<AppError | undefined> {
  return call.then(
    () => undefined,
    (error: unknown) =>
      error instanceof AppError ? error : new AppError('internal', String(error)),
  );
}
