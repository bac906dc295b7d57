import fs from 'node:fs/promises';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import { readArticleFile } from '../../article/article-file.ts';
import { type BootOptions, type Desktop, type Galley, boot } from '../../electron/boot.ts';
import type { Answer, Args, CallName } from '../../electron/contract/calls.ts';
import type { Event } from '../../electron/contract/events.ts';
import { route } from '../../electron/router.ts';
import { browserDesktop } from '../../electron/web/web.ts';
import { temporaryFolder } from './temporary.ts';

const assetsFolder = path.resolve(import.meta.dirname, '../../assets');

/** A Galley on real folders, spoken to as a window does. */
export interface RunningDesk {
  galley: Galley;
  folder: string;
  dataFolder: string;
  /** What was told without being asked, the oldest first. */
  events: Event[];
  /** Throws an AppError with what a window would be told. */
  call<N extends CallName>(name: N, args: Args<N>): Promise<Answer<N>>;
  /** The folder of an article, found by looking into the files. */
  folderOf(id: string): Promise<string>;
  /** The article as it stands in its file. */
  inFile(id: string): Promise<Article>;
}

/** Starts Galley on a desk of its own without stories, or on the folders named. */
export async function runDesk(
  options: Partial<Pick<RunningDesk, 'folder' | 'dataFolder'>> &
    Pick<BootOptions, 'samples' | 'now' | 'watch' | 'presence' | 'anew'> & {
      desktop?: Desktop;
    } = {},
): Promise<RunningDesk> {
  const home = await temporaryFolder();
  const folder = options.folder ?? path.join(home, 'desk');
  const dataFolder = options.dataFolder ?? path.join(home, 'data');
  const galley = await boot({
    deskFolder: folder,
    dataFolder,
    assetsFolder,
    samples: options.samples ?? false,
    desktop: options.desktop ?? browserDesktop,
    ...(options.anew !== undefined && { anew: options.anew }),
    ...(options.now !== undefined && { now: options.now }),
    ...(options.watch !== undefined && { watch: options.watch }),
    ...(options.presence !== undefined && { presence: options.presence }),
  });
  onTestFinished(() => galley.close());
  const events: Event[] = [];
  galley.events.subscribe((event) => events.push(event));

  const folderOf = async (id: string) => {
    const articles = path.join(folder, 'articles');
    for (const name of await fs.readdir(articles)) {
      const file = path.join(articles, name, 'article.json');
      const text = await fs.readFile(file, 'utf8').catch(() => '');
      if (text.includes(`"id": "${id}"`)) return path.join(articles, name);
    }
    throw new Error(`no file has the article ${id}`);
  };
  return {
    galley,
    folder,
    dataFolder,
    events,
    async call(name, args) {
      const reply = await route(galley.handlers, name, structuredClone(args));
      if (reply.ok) return reply.value as Answer<typeof name>;
      const { code, message, path: place } = reply;
      throw new AppError(code, message, place === undefined ? {} : { path: place });
    },
    folderOf,
    async inFile(id) {
      const file = path.join(await folderOf(id), 'article.json');
      return readArticleFile(await fs.readFile(file, 'utf8')).article;
    },
  };
}

/** The AppError that the work ends with. */
export async function faultOf(work: Promise<unknown>): Promise<AppError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
