import fs from 'node:fs/promises';
import path from 'node:path';
import type { Article } from '../../article/article.ts';
import { readArticleFile } from '../../article/article-file.ts';
import { partsIn, withLaterParts } from '../../article/common-parts.ts';
import { commonState } from '../../article/common-state.ts';
import { countAll } from '../../article/saves.ts';
import type { WrittenFile } from './article-shelf.ts';
import { writeAtomic } from './atomic-write.ts';
import type { DataTrouble } from './data-trouble.ts';
import { systemCode } from './file-fault.ts';
import { makeFolder } from './make-folder.ts';
import { addToTrail, readTrail } from './part-trail.ts';
import { decodeText, readBytes } from './read-text.ts';
import { contentHash, markOf, safeName } from './safe-name.ts';

/**
 * Earlier states of the files of stories, by which two sides are merged. A state is kept while a
 * window works on it; of the others the newest, and the further back the fewer. They are kept in
 * the data folder: a fault there is told of and fails nothing.
 */
export interface Bases {
  /** Keeps the state of a file that was read or written; `window` works on it, and on `also`. */
  keep(article: Article, file: WrittenFile, window?: string, also?: string): Promise<void>;
  /** The state whose file had this hash, if it is kept. */
  find(id: string, hash: string): Promise<Article | undefined>;
  /**
   * The last state that both sides hold, as far as is known here: see `commonState` and
   * `withLaterParts`. `hash` is that of the file of `theirs`, which is not looked for.
   */
  common(ours: Article, theirs: Article, hash: string): Promise<Article | undefined>;
  /** How often this installation has saved the story, as far as it knows. */
  lastOwn(id: string): Promise<number>;
  /** The newest state with the last save of this installation, if one is kept. */
  newestOwn(id: string): Promise<Article | undefined>;
  /** How long ago this state was read or written last, in milliseconds; Infinity if it is not kept. */
  age(id: string, hash: string): Promise<number>;
  /** The newest state of all that are kept and can be read. */
  newest(id: string): Promise<Article | undefined>;
  /** Those of these stories of which states are kept. */
  known(ids: Iterable<string>): Promise<string[]>;
}

/** States that are kept whatever their age. */
const NEWEST = 8;
/** A state is kept if it is so many times as old as the next newer one. */
const STEP = 1.5;
/** So many are kept before it is looked which can go. */
const MANY = 100;
/** Windows of one story whose states are kept; the ones heard of last. */
const WINDOWS = 100;

/** What is known of one story while Galley runs. */
interface Story {
  /** How often this installation has saved it. */
  own: number;
  /** The states that each window works on; the windows heard of last are the last. */
  windows: Map<string, readonly string[]>;
  /** States not yet considered for thinning; at first, all that earlier runs left. */
  fresh: number;
}

/** Opens the states that are kept in `folder` by this installation, and by others beside it. */
export function openBases(folder: string, installation: string, trouble: DataTrouble): Bases {
  const stories = new Map<string, Promise<Story>>();
  const mark = markOf(installation);
  /** As the name of a state says; what has no mark is of before there were any. */
  const ownCount = (name: string): number => {
    const state = partsOf(name);
    return state.mark === mark || state.mark === '' ? state.count : 0;
  };
  const namesIn = async (place: string): Promise<string[]> => {
    try {
      return await fs.readdir(place);
    } catch (error) {
      if (systemCode(error) !== 'ENOENT')
        trouble.note(error, async () => void (await fs.readdir(place)));
      return [];
    }
  };
  const folderOf = (id: string) => path.join(folder, safeName(id), 'bases');
  const trailOf = (id: string) => path.join(folder, safeName(id), 'parts.json');
  const storyOf = (id: string): Promise<Story> => {
    let story = stories.get(id);
    if (story === undefined) {
      const begin = (names: string[]): Story => ({
        own: Math.max(0, ...names.map(ownCount)),
        windows: new Map(),
        fresh: names.length,
      });
      stories.set(id, (story = namesIn(folderOf(id)).then(begin)));
    }
    return story;
  };
  const fileOf = async (id: string, hash: string): Promise<string | undefined> => {
    const name = (await namesIn(folderOf(id))).find((one) => partsOf(one).hash === hash);
    return name === undefined ? undefined : path.join(folderOf(id), name);
  };

  return {
    async keep(article, { bytes, hash }, window = '', also) {
      const story = await storyOf(article.id);
      const count = article.saves?.[installation] ?? 0;
      story.own = Math.max(count, story.own);
      noteWindow(story, window, also === undefined ? [hash] : [hash, also]);
      const place = folderOf(article.id);
      const write = async () => {
        await makeFolder(place);
        // Not forced to the disk: blocks can be joined without it.
        await writeNew(path.join(place, nameOf(count, hash, mark)), bytes);
      };
      try {
        await write();
        story.fresh += 1;
        if (story.fresh < MANY) return;
        story.fresh = 0;
        await thin(place, trailOf(article.id), new Set([...story.windows.values()].flat()));
      } catch (error) {
        trouble.note(error, write);
      }
    },
    async find(id, hash) {
      const file = await fileOf(id, hash);
      return file === undefined ? undefined : readState(file, hash);
    },
    async common(ours, theirs, hash) {
      const { id } = ours;
      const states: Article[] = [];
      for (const name of await namesIn(folderOf(id))) {
        const kept = partsOf(name).hash;
        if (kept === hash) continue;
        // oxlint-disable-next-line no-await-in-loop
        const state = await readState(path.join(folderOf(id), name), kept);
        if (state !== undefined) states.push(state);
      }
      const common = commonState(states, ours.saves, theirs.saves);
      if (common === undefined) return undefined;
      const [isIn, isTold] = [partsIn(states), await readTrail(trailOf(id))];
      return withLaterParts(common, ours, theirs, (...part) => isIn(...part) || isTold(...part));
    },
    lastOwn: async (id) => (await storyOf(id)).own,
    async newestOwn(id) {
      const { own } = await storyOf(id);
      const names = (await namesIn(folderOf(id))).filter((name) => ownCount(name) === own);
      const states = await Promise.all(
        names.map((name) => readState(path.join(folderOf(id), name), partsOf(name).hash)),
      );
      return states
        .filter((state) => state !== undefined)
        .sort((a, b) => countAll(b.saves) - countAll(a.saves))[0];
    },
    async age(id, hash) {
      const file = await fileOf(id, hash);
      const stats = file === undefined ? undefined : await fs.stat(file).catch(() => undefined);
      return stats === undefined ? Infinity : Date.now() - stats.mtimeMs;
    },
    async newest(id) {
      for (const { file, hash } of await byAge(folderOf(id)).catch(() => [])) {
        // oxlint-disable-next-line no-await-in-loop
        const state = await readState(file, hash);
        if (state !== undefined) return state;
      }
      return undefined;
    },
    async known(ids) {
      const kept = new Set(await namesIn(folder));
      return [...ids].filter((id) => kept.has(safeName(id)));
    },
  };
}

async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  try {
    await fs.writeFile(file, bytes, { flag: 'wx' });
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    // Perhaps not whole, or something else.
    await writeAtomic(file, bytes, { durable: false });
  }
}

function noteWindow(story: Story, window: string, hashes: string[]): void {
  const before = window === '' ? (story.windows.get('') ?? []) : [];
  story.windows.delete(window);
  story.windows.set(window, [...new Set([...hashes, ...before])].slice(0, NEWEST));
  const [oldest] = story.windows.keys();
  if (story.windows.size > WINDOWS && oldest !== undefined) story.windows.delete(oldest);
}

/** The name of a state: how often an installation had saved the story, the hash, and its mark. */
function nameOf(count: number, hash: string, mark: string): string {
  return `${String(count).padStart(8, '0')}-${hash}-${mark}.json`;
}

function partsOf(name: string): { count: number; hash: string; mark: string } {
  const [, count = '0', hash = '', mark = ''] =
    /^(\d+)-([0-9a-f]+)(?:-([0-9a-f]+))?\.json$/u.exec(name) ?? [];
  return { count: Number(count), hash, mark };
}

async function readState(file: string, hash: string): Promise<Article | undefined> {
  try {
    const bytes = await readBytes(file);
    // One that was cut off by a power cut is none.
    return contentHash(bytes) === hash ? readArticleFile(decodeText(bytes)).article : undefined;
  } catch (error) {
    console.warn(`${file}: ${String(error)}`);
    return undefined;
  }
}

/** The states in a folder, the newest first. */
async function byAge(place: string) {
  const now = Date.now();
  const states = await Promise.all(
    (await fs.readdir(place)).map(async (name) => {
      const file = path.join(place, name);
      return { file, ...partsOf(name), age: now - (await fs.stat(file)).mtimeMs };
    }),
  );
  return states.sort((a, b) => a.age - b.age);
}

/**
 * Removes states that nobody works on, so that the further back the fewer are left; the oldest stays,
 * and of each installation the newest with its last save. What is removed leaves its `trail`.
 */
async function thin(place: string, trail: string, named: ReadonlySet<string>): Promise<void> {
  const states = await byAge(place);
  const own = new Map<string, (typeof states)[number]>();
  for (const state of states)
    if (state.count > (own.get(state.mark)?.count ?? -1)) own.set(state.mark, state);
  let last = 0;
  const gone = states.filter((state, at) => {
    const isLast = at === states.length - 1;
    const isKept = at < NEWEST || isLast || named.has(state.hash) || own.get(state.mark) === state;
    if (!isKept && state.age < last * STEP) return true;
    last = state.age;
    return false;
  });
  const told = await Promise.all(gone.toReversed().map(({ file, hash }) => readState(file, hash)));
  await addToTrail(
    trail,
    told.filter((state) => state !== undefined),
  );
  await Promise.all(gone.map(({ file }) => fs.rm(file, { force: true })));
}
