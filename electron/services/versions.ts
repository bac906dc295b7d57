import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import { textSchema } from '../../article/schema.ts';
import type { TakenOver } from '../contract/present.ts';
import { readArticle } from './article-disk.ts';
import { writeAtomic } from './atomic-write.ts';
import { makeFolder } from './make-folder.ts';
import { nextNumber } from './next-number.ts';
import { decodeText, readBytes } from './read-text.ts';
import { contentHash, safeName } from './safe-name.ts';

const takenOverSchema = z.object({ at: textSchema, by: textSchema, from: textSchema });
/** What tells of the taking over of a story stands beside the state in which it was kept. */
const TAKEN_OVER = '.taken-over.json';

/** Earlier states of articles that this machine keeps. */
export interface Versions {
  /** Keeps a state until the person removes it, once; answers its file. `at` is RFC 3339, UTC. */
  keep(articleId: string, text: string, at: string): Promise<string>;
  /** Notes for a state that was kept that the story was taken over then. */
  noteTakenOver(file: string, taken: TakenOver): Promise<void>;
  /** When and by whom a story was taken over here, the earliest first; an odd note is left out. */
  takenOver(articleId: string): Promise<TakenOver[]>;
  /** The last that was kept and can be read. */
  newest(articleId: string): Promise<Article | undefined>;
}

/** Opens the versions in `folder`, which is made when one is kept. */
export function openVersions(folder: string): Versions {
  const fileOf = (articleId: string, name: string) => path.join(folder, safeName(articleId), name);
  const namesOf = async (articleId: string) => {
    const names = await fs
      .readdir(path.join(folder, safeName(articleId)))
      .catch((): string[] => []);
    return names.filter((name) => name.endsWith('.json')).toSorted();
  };
  return {
    async keep(articleId, text, at) {
      const place = path.join(folder, safeName(articleId));
      await makeFolder(place);
      const state = `${at.replace(/[^0-9TZ]/gu, '-')}-${contentHash(text).slice(0, 8)}.json`;
      const names = await fs.readdir(place);
      const kept = names.find((name) => name.endsWith(`-${state}`));
      if (kept !== undefined) return path.join(place, kept);
      // Those of earlier Galleys begin with their time, and sort before.
      const file = path.join(place, `v${nextNumber(names, 'v')}-${state}`);
      await writeAtomic(file, text);
      return file;
    },
    async noteTakenOver(file, taken) {
      await writeAtomic(`${file.replace(/\.json$/u, '')}${TAKEN_OVER}`, JSON.stringify(taken));
    },
    async takenOver(articleId) {
      const notes = (await namesOf(articleId)).filter((name) => name.endsWith(TAKEN_OVER));
      const read = await Promise.all(notes.map((name) => readNote(fileOf(articleId, name))));
      return read.filter((note) => note !== undefined);
    },
    async newest(articleId) {
      const states = (await namesOf(articleId)).filter((name) => !name.endsWith(TAKEN_OVER));
      for (const name of states.toReversed()) {
        try {
          // oxlint-disable-next-line no-await-in-loop
          return (await readArticle(fileOf(articleId, name))).article;
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
        }
      }
      return undefined;
    },
  };
}

async function readNote(file: string): Promise<TakenOver | undefined> {
  try {
    return takenOverSchema.parse(JSON.parse(decodeText(await readBytes(file))));
  } catch (error) {
    console.warn(`${file}: ${String(error)}`);
    return undefined;
  }
}
