import { z } from 'zod';
import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import { articleToJson } from '../../article/article-file.ts';
import { type WasPart, isBetween, partsOf } from '../../article/common-parts.ts';
import { type Saves, holdsSaves, savesSchema } from '../../article/saves.ts';
import { writeAtomic } from './atomic-write.ts';
import { decodeText, readBytes } from './read-text.ts';
import { contentHash } from './safe-name.ts';

/**
 * A file that tells of states which are not kept what their parts were like, and by which saves:
 * far less than the states themselves.
 */

/** So many parts are told of, those that were added last. */
const MOST = 5000;
const fileSchema = z.record(z.string(), savesSchema);

/** What the file tells; nothing where there is none. */
export async function readTrail(file: string): Promise<WasPart> {
  const trail = await read(file);
  return (part, value, common, side) => {
    const saves = trail[keyOf(part, value)];
    return saves !== undefined && isBetween(saves, common, side);
  };
}

/** Adds the parts of these states, the oldest first. */
export async function addToTrail(file: string, states: readonly Article[]): Promise<void> {
  const trail = new Map(Object.entries(await read(file)));
  for (const state of states) {
    for (const [part, value] of partsOf(state)) {
      const key = keyOf(part, value);
      const known = trail.get(key);
      // With the fewest saves, so that it is found by as many.
      if (known === undefined || holdsSaves(known, state.saves)) trail.set(key, state.saves ?? {});
    }
  }
  const kept = Object.fromEntries([...trail].slice(-MOST));
  await writeAtomic(file, JSON.stringify(kept), { durable: false });
}

async function read(file: string): Promise<Record<string, Saves>> {
  try {
    return fileSchema.parse(JSON.parse(decodeText(await readBytes(file))));
  } catch (error) {
    // It only helps: one that was cut off by a power cut is as good as none.
    if (!(error instanceof AppError && error.code === 'missing'))
      console.warn(`${file}: ${String(error)}`);
    return {};
  }
}

function keyOf(part: string, value: unknown): string {
  const json = JSON.stringify(articleToJson(value as Article));
  return `${part} ${contentHash(json).slice(0, 16)}`;
}
