import type { Dirent } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import { linesOf } from '../../article/blocks/holds.ts';
import { hasInk } from '../../article/html/white-space.ts';
import type { Saves } from '../../article/saves.ts';
import { sameWords } from '../../article/same-words.ts';
import { articleFile, readArticle, readDeskArticle } from './article-disk.ts';
import type { ArticleShelf } from './article-shelf.ts';
import { scanFolders } from './desk-scan.ts';
import { folderName } from './folder-name.ts';
import { placeInDesk } from './inside-desk.ts';
import type { Journal } from './journal.ts';
import { isLeftOver, isUnfinished, writerIn } from './owned-name.ts';
import { isInTrash } from './trash.ts';

/** What is needed to sweep a desk. */
export interface SweepContext {
  shelf: ArticleShelf;
  journal: Journal;
  dataFolder: string;
  /** Ends the sweeping early; the next start goes on. */
  signal: AbortSignal;
}

/**
 * Removes what a Galley that was killed left unfinished in the desk and the data folder. Whole words
 * that the desk does not have are kept: of a story that is there they are offered, one that is not
 * there comes to the shelf. Answers the stories that came.
 */
export async function sweepLeftovers(context: SweepContext): Promise<string[]> {
  const { shelf, dataFolder, signal } = context;
  const came: string[] = [];
  const roots = [
    // It holds what is the browser's, too.
    leftIn(dataFolder, false),
    leftIn(path.join(dataFolder, 'desks'), true),
    leftIn(path.join(dataFolder, 'pictures'), true),
    leftIn(shelf.desk.folder, true),
  ];
  for (const left of roots) {
    for await (const place of left) {
      if (signal.aborted) return came;
      const id = await sweep(context, place);
      if (id !== undefined) came.push(id);
    }
  }
  return came;
}

/**
 * Sweeps the folder of a story that is opened: what a Galley was at when it was killed is offered at
 * once, before somebody writes other words in its place.
 */
export async function sweepStory(context: KeepContext, folder: string): Promise<void> {
  for await (const place of leftIn(folder, false)) await sweep(context, place);
}

type KeepContext = Pick<SweepContext, 'shelf' | 'journal'>;

/** What is being swept, by its place: a story may be opened while the desk is swept. */
const underWay = new Map<string, Promise<string | undefined>>();

function sweep(context: KeepContext, place: string): Promise<string | undefined> {
  let swept = underWay.get(place);
  if (swept === undefined) {
    swept = sweepOnce(context, place).finally(() => underWay.delete(place));
    underWay.set(place, swept);
  }
  return swept;
}

async function sweepOnce(context: KeepContext, place: string): Promise<string | undefined> {
  try {
    // What cannot be removed would be found at each start.
    await fs.access(path.dirname(place), fs.constants.W_OK);
    const id = await keepWords(context, place);
    await fs.rm(place, { recursive: true, force: true });
    return id;
  } catch (error) {
    // It is tried again at the next start.
    console.warn(`${place} could not be swept: ${String(error)}`);
    return undefined;
  }
}

/** What is left in a folder and, where it `isDeep`, in those below; links are not followed. */
async function* leftIn(folder: string, isDeep: boolean): AsyncGenerator<string> {
  const entries = await fs.readdir(folder, { withFileTypes: true }).catch((): Dirent[] => []);
  for (const entry of entries) {
    const place = path.join(folder, entry.name);
    if (isUnfinished(entry.name)) {
      // oxlint-disable-next-line no-await-in-loop
      const stats = await fs.lstat(place).catch(() => undefined);
      if (stats && isLeftOver(entry.name, Date.now() - stats.mtimeMs)) yield place;
    } else if (isDeep && entry.isDirectory()) {
      yield* leftIn(place, isDeep);
    }
  }
}

/** Keeps the words of what is left, if it has some; answers a story that came to the shelf by it. */
async function keepWords(
  { shelf, journal }: KeepContext,
  place: string,
): Promise<string | undefined> {
  const { articles, house, trash } = shelf.desk;
  const isNew = path.dirname(place) === articles;
  const isOfStory = path.dirname(path.dirname(place)) === articles;
  if (!isNew && !isOfStory) return undefined;
  const found = await readWhole(isNew ? articleFile(place) : place);
  if (found === undefined) return undefined;
  const folder = shelf.index.folderOf(found.id);
  if (folder === undefined && !hasWords(found)) return undefined;
  if (folder !== undefined || !isNew || (await isInTrash(trash, found.id))) {
    const there = folder && (await readDeskArticle(shelf.path(folder))).article;
    if (there && sameWords(found, there)) return undefined;
    const article = { ...found, saves: before(found.saves, path.basename(place)) };
    await journal.find({ article, at: found.modified, reason: REASON });
    return undefined;
  }
  const name = await shelf.moveIn(place, folderName(found, house.zone));
  await scanFolders(articles, [name], shelf.index);
  return found.id;
}

/**
 * The saves that words of this name were made with, without the one that was cut off: another save
 * has its number by now. Where the name does not tell whose it was, it may have been anyone's.
 */
function before(saves: Saves = {}, name: string): Saves {
  const writer = writerIn(name, Object.keys(saves));
  const counts = Object.entries(saves).map(
    ([by, count]) => [by, writer === undefined || by === writer ? count - 1 : count] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

const REASON = 'Galley was ended while it wrote them';

async function readWhole(file: string): Promise<Article | undefined> {
  try {
    await placeInDesk(path.dirname(file), file);
    return (await readArticle(file)).article;
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}

function hasWords({ headline, slugline, standfirst, body }: Article): boolean {
  return [headline, slugline, standfirst, ...linesOf(body)].some(hasInk);
}
