import fs, { type FSWatcher } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../article/app-error.ts';
import type { Event } from '../contract/events.ts';
import type { ArticleShelf } from './article-shelf.ts';
import { type Found, scanDesk, scanFolder } from './desk-scan.ts';
import { isDamaged } from './index-tables.ts';
import { KeyedQueue } from './keyed-queue.ts';

/** How often the whole desk is looked at, in milliseconds: network shares tell nothing. */
const RESCAN_EVERY = 30_000;
/** Programs write in several steps; the look comes after the last, in milliseconds. */
const SETTLE = 150;
/** The most folders of open articles that are watched. */
const WATCHED = 64;

/**
 * Keeps the index in step with what others do to the desk's folder, and tells of it. The system's
 * events are only hints of where to look; a look at everything comes every 30 s and when asked for.
 */
export class DeskFollower {
  private readonly shelf: ArticleShelf;
  private readonly emit: (event: Event) => void;
  private readonly queue = new KeyedQueue();
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly pending = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private reachable = true;
  private isClosed = false;

  constructor(shelf: ArticleShelf, emit: (event: Event) => void) {
    this.shelf = shelf;
    this.emit = emit;
  }

  /** Looks at everything, then goes on following until `close`. */
  async start(): Promise<void> {
    await this.rescan();
    this.timer = setInterval(() => this.hint(''), RESCAN_EVERY);
    this.timer.unref();
    this.watchDesk();
  }

  /** Looks at the whole desk. Throws an AppError when its folder is gone or may not be read. */
  rescan(): Promise<void> {
    return this.look(({ desk, index }) => scanDesk(desk.articles, index));
  }

  /** Runs work on the index; a damaged one is made anew from the files, and the work done again. */
  async mendIndex<T>(work: () => T | Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isDamaged(error)) throw error;
      console.warn('The index was damaged; it is made anew from the files.');
      const { desk, index } = this.shelf;
      index.startAnew();
      await scanDesk(desk.articles, index);
      return work();
    }
  }

  /** Watches the folder of an article that is open. */
  watchArticle(folder: string): void {
    // The system's recursive watching already covers it there.
    if (RECURSIVE) return;
    this.unwatch(folder);
    this.watch(folder, this.shelf.path(folder), () => this.hint(folder));
    const oldest = [...this.watchers.keys()].find((key) => key !== '');
    if (this.watchers.size > WATCHED && oldest !== undefined) this.unwatch(oldest);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearInterval(this.timer);
    for (const key of this.watchers.keys()) this.unwatch(key);
    await this.queue.idle();
  }

  private watchDesk(): void {
    this.watch('', this.shelf.desk.articles, (name) => {
      const folder = name?.split(path.sep)[0] ?? '';
      // Without recursion an event is about the folders themselves.
      this.hint(RECURSIVE ? folder : '');
    });
  }

  private watch(key: string, folder: string, hear: (name: string | null) => void): void {
    try {
      const watcher = fs.watch(folder, { persistent: false, recursive: RECURSIVE });
      watcher.on('change', (_kind, name) => hear(name === null ? null : String(name)));
      watcher.on('error', () => this.unwatch(key));
      this.watchers.set(key, watcher);
    } catch (error) {
      // The rescan finds it all the same, only later.
      console.warn(`${folder} cannot be watched: ${String(error)}`);
    }
  }

  private unwatch(key: string): void {
    this.watchers.get(key)?.close();
    this.watchers.delete(key);
  }

  /** Looks soon at one folder, or with '' at everything. */
  private hint(folder: string): void {
    if (!folder.startsWith('.')) void this.lookSoon(folder);
  }

  private async lookSoon(folder: string): Promise<void> {
    if (this.pending.has(folder)) return;
    this.pending.add(folder);
    await sleep(SETTLE, undefined, { ref: false });
    this.pending.delete(folder);
    if (this.isClosed) return;
    try {
      if (folder === '') await this.rescan();
      else await this.look(({ desk, index }) => scanFolder(desk.articles, folder, index));
    } catch (error) {
      // That the desk is gone has been told; nobody asked for this look.
      if (!(error instanceof AppError)) console.error(error);
    }
  }

  private look(scan: (shelf: ArticleShelf) => Promise<Found>): Promise<void> {
    return this.queue.run('', async () => {
      try {
        // A folder that is gone with the whole desk is not a story that was removed.
        await this.shelf.desk.refresh();
        this.tell(await this.mendIndex(() => scan(this.shelf)));
      } catch (error) {
        this.tellReachable(false, error);
        throw error;
      }
      this.tellReachable(true);
    });
  }

  private tell({ ids, files }: Found): void {
    for (const { id, hash } of files) {
      if (this.shelf.isOwnWrite(id, hash)) continue;
      this.emit({ name: 'article-changed', data: { id, hash } });
    }
    if (ids.length > 0) this.emit({ name: 'desk-changed', data: { ids } });
  }

  private tellReachable(reachable: boolean, error?: unknown): void {
    if (reachable === this.reachable) return;
    this.reachable = reachable;
    const message = error instanceof Error ? error.message : '';
    this.emit({ name: 'desk-reachable', data: { reachable, message } });
    // Watchers of a folder that went do not see the one that came.
    this.unwatch('');
    if (reachable) this.watchDesk();
  }
}

/** Where the system itself watches a whole tree; elsewhere it would take a watcher per file. */
const RECURSIVE = process.platform === 'darwin' || process.platform === 'win32';
