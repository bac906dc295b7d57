import path from 'node:path';
import type { AppError } from '../../article/app-error.ts';
import { readArticleFile } from '../../article/article-file.ts';
import { GalleyProcess, Writer } from './galley.ts';
import { beginStory, filesOf } from './stories.ts';

export interface FaultsResult {
  /** Calls of the file system that were made to fail. */
  faults: number;
  /** `Saved` of words that are not in the file, and failures of which nothing came but the answer. */
  falseSaved: string[];
  falseFailures: string[];
  damaged: string[];
  /** Starts and openings that did not succeed, with the reason. */
  refused: string[];
}

const CODES = ['ENOSPC', 'EIO', 'EROFS', 'EPERM', 'short'];

/**
 * Lets every call of a save, of an opening and of a start fail, one after the other, below the desk
 * and below the data folder.
 */
export async function failEveryCall(home: string, share: number): Promise<FaultsResult> {
  const desk = path.join(home, 'desk');
  const data = path.join(home, 'data');
  const result: FaultsResult = {
    faults: 0,
    falseSaved: [],
    falseFailures: [],
    damaged: [],
    refused: [],
  };
  const codes = CODES.slice(0, Math.max(1, Math.round(CODES.length * share)));
  let galley = await GalleyProcess.start(desk, data, { fails: true });
  const { id, paragraphs } = await beginStory([galley]);
  /** True if the one story of the desk has the word; notes a file that cannot be read. */
  const hasWord = async (word: string, after: string): Promise<boolean> => {
    const texts = await filesOf(desk);
    if (texts.length !== 1) result.damaged.push(`${after}: ${texts.length} stories`);
    try {
      readArticleFile(texts[0] ?? '');
    } catch (error) {
      result.damaged.push(`${after}: ${String(error)}`);
    }
    return texts[0]?.includes(word) === true;
  };
  try {
    for (const code of codes) {
      for (const folder of [desk, data]) {
        let writer = await Writer.open(galley, 'window', id);
        for (let number = 1; ; number += 1) {
          const word = `w${code}x${folder === desk ? 'desk' : 'data'}x${number}z`;
          await galley.arm({ folder, number, code });
          const fault = await writer.write(paragraphs[0]!, word).then(
            () => undefined,
            (error: unknown) => error as AppError,
          );
          const failed = await galley.arm();
          if (failed === '') break;
          result.faults += 1;
          const at = `save, ${code} at ${failed}`;
          const isThere = await hasWord(word, at);
          if (fault === undefined && !isThere) result.falseSaved.push(at);
          if (fault !== undefined && (isThere || folder === data))
            result.falseFailures.push(`${at}: ${fault.message}`);
          if (fault?.code === 'internal') result.refused.push(`${at}: ${fault.message}`);
          if (fault !== undefined) writer = await Writer.open(galley, 'window', id);
        }
        for (let number = 1; ; number += 1) {
          await galley.arm({ folder, number, code });
          const fault = await galley.call('articles.open', { id }).then(
            () => undefined,
            (error: unknown) => error as AppError,
          );
          const failed = await galley.arm();
          if (failed === '') break;
          result.faults += 1;
          // Where the file itself cannot be read, that is to be said.
          if (fault !== undefined && (folder === data || fault.code === 'internal'))
            result.refused.push(`open, ${code} at ${failed}: ${fault.message}`);
        }
      }
      for (let number = 1; ; number += 1) {
        await galley.kill();
        const started = await GalleyProcess.start(desk, data, {
          fails: true,
          fault: { folder: data, number, code },
        }).catch((error: unknown) => error);
        if (started instanceof GalleyProcess) galley = started;
        else {
          galley = await GalleyProcess.start(desk, data, { fails: true });
          result.refused.push(`start, ${code} at call ${number}: ${String(started)}`);
          result.faults += 1;
          continue;
        }
        if (galley.failedAtStart === '') break;
        result.faults += 1;
        await galley.call('articles.open', { id }).catch((error: unknown) => {
          result.refused.push(
            `opened after start, ${code} at ${galley.failedAtStart}: ${String(error)}`,
          );
        });
      }
    }
    return result;
  } finally {
    await galley.kill();
  }
}
