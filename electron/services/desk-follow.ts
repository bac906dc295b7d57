import fs, { type FSWatcher } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../article/app-error.ts';
import type { Event } from '../contract/events.ts';
import type { ArticleShelf } from './article-shelf.ts';
import type { DataTrouble } from './data-trouble.ts';
import { type Found, scanDesk, scanFolder } from './desk-scan.ts';
import { isIndexFault } from './index-tables.ts';
import { KeyedQueue } from './keyed-queue.ts';

/** How often the whole desk is looked at, in milliseconds: network shares tell nothing. */
const RESCAN_EVERY = 30_000;
/** Programs write in several steps; the look comes after the last, in milliseconds. */
const SETTLE = 150;
/** From so many changed files on, the reading of them is told of. */
const MANY = 256;
/** How often the list is told to change while many files are read, in milliseconds. */
const TELL_EVERY = 1000;
/** The most folders of open articles that are watched. */
const WATCHED = 64;

/**
 * Keeps the index in step with what others do to the desk's folder, and tells of it. The system's
 * events are only hints of where to look; a look at everything comes every 30 s and when asked for.
 */
export class DeskFollower {
  private readonly shelf: ArticleShelf;
  private readonly emit: (event: Event) => void;
  private readonly trouble: DataTrouble;
  private readonly onOthers: (id: string) => Promise<void>;
  private readonly queue = new KeyedQueue();
  private readonly watchers = new Map<string, FSWatcher>();
  private readonly pending = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private reachable = true;
  private progress: { done: number; total: number } | undefined;
  private isClosed = false;

  /** `onOthers` is told of each article whose file was changed by someone else. */
  constructor(
    shelf: ArticleShelf,
    emit: (event: Event) => void,
    trouble: DataTrouble,
    onOthers: (id: string) => Promise<void> = () => Promise.resolve(),
  ) {
    this.shelf = shelf;
    this.emit = emit;
    this.trouble = trouble;
    this.onOthers = onOthers;
    trouble.follow((message) => emit({ name: 'data-trouble', data: { message } }));
  }

  /** Looks at everything, then goes on following until `close`. */
  async start(): Promise<void> {
    await this.rescan();
    if (this.isClosed) return;
    this.timer = setInterval(() => this.hint(''), RESCAN_EVERY);
    this.timer.unref();
    this.watchDesk();
  }

  /** How far the reading of many files is, such as of a desk that is not in the index yet. */
  get reading(): { done: number; total: number } | undefined {
    return this.progress;
  }

  /** Looks at the whole desk. Throws an AppError when its folder is gone or may not be read. */
  rescan(): Promise<void> {
    return this.look(() => this.scan());
  }

  private async scan(): Promise<Found> {
    const { desk, index } = this.shelf;
    let told = performance.now();
    let untold: string[] = [];
    try {
      return await scanDesk(desk.articles, index, ({ ids }, done, total) => {
        if (this.isClosed || total < MANY) return !this.isClosed;
        this.progress = { done, total };
        this.emit({ name: 'desk-reading', data: { done, total } });
        untold.push(...ids);
        if (performance.now() - told < TELL_EVERY) return true;
        this.emit({ name: 'desk-changed', data: { ids: untold } });
        told = performance.now();
        untold = [];
        return true;
      });
    } finally {
      this.progress = undefined;
    }
  }

  /**
   * Runs work on the index; one that is damaged or cannot be read is made anew from the files, and
   * the work, which may have been done in part, done again.
   */
  async mendIndex<T>(work: () => T | Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isIndexFault(error)) throw error;
      console.warn('The index was damaged; it is made anew from the files.');
      this.shelf.index.startAnew();
      await this.scan();
      return work();
    }
  }

  /** Looks soon at an article that could not be saved: its file or the whole desk may be the reason. */
  noteFailed(id: string): void {
    this.hint(this.shelf.index.folderOf(id) ?? '');
  }

  /** Looks soon at a desk that was out of reach, and has taken a save since. */
  noteSaved(): void {
    if (!this.reachable) this.hint('');
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
        await this.endTrouble();
        this.tell(await this.mendIndex(() => scan(this.shelf)));
      } catch (error) {
        this.tellReachable(false, error);
        throw error;
      }
      this.tellReachable(true);
    });
  }

  /** Goes back to the folder of this machine when it can be written again. */
  private async endTrouble(): Promise<void> {
    const { desk, index } = this.shelf;
    if (this.trouble.message === undefined || !(await this.trouble.isOver())) return;
    if (!index.isKept) {
      const file = index.reopened();
      if (file === undefined) return;
      // Whoever asks meanwhile is answered from memory.
      await scanDesk(desk.articles, file, () => !this.isClosed);
      index.become(file);
    }
    if (index.isKept) this.trouble.end();
  }

  private tell({ ids, files }: Found): void {
    for (const { id, hash } of files) {
      if (this.shelf.isOwnWrite(id, hash)) continue;
      this.emit({ name: 'article-changed', data: { id, hash, here: false } });
      this.onOthers(id).catch((error: unknown) => console.warn(error));
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
