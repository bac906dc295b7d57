import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../article/app-error.ts';
import type { Event } from '../contract/events.ts';
import type { ArticleShelf } from './article-shelf.ts';
import type { DataTrouble } from './data-trouble.ts';
import { DeskRounds, LOOK_EVERY } from './desk-rounds.ts';
import { type Found, type OnBatch, scanDesk, scanFolders } from './desk-scan.ts';
import { FolderNames } from './folder-names.ts';
import { FolderWatch } from './folder-watch.ts';
import { isIndexFault } from './index-tables.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { lookApart } from './look-apart.ts';
import type { News } from './news.ts';

/** Programs write in several steps; the look comes after the last, in milliseconds. */
const SETTLE = 150;
/** From so many files on, the reading of them is told of, and done in a thread of its own. */
const MANY = 256;
/** How often the list is told to change while many files are read, in milliseconds. */
const TELL_EVERY = 1000;
/** The most stories that count as open: the last that were opened. */
const OPEN = 64;

export interface FollowOptions {
  /**
   * Told of each article whose file was changed by someone else, or that has copies now; never throws.
   */
  onOthers?: (id: string) => Promise<void>;
  /** What other Galleys tell of. */
  news?: Pick<News, 'heard'> | undefined;
  /** Whether the system is asked to tell of changes (default true). */
  watch?: boolean | undefined;
}

/**
 * Keeps the index in step with what others do to the desk's folder, and tells of it. Every two
 * seconds there is a look where it is needed: at what other Galleys tell of, what came or went, what
 * is open, and those whose turn it is (see `DeskRounds`). What the system tells makes it sooner. A
 * look at everything comes at the start and when asked for.
 */
export class DeskFollower {
  private readonly shelf: ArticleShelf;
  private readonly emit: (event: Event) => void;
  private readonly trouble: DataTrouble;
  private readonly options: FollowOptions;
  private readonly queue = new KeyedQueue();
  private readonly rounds: DeskRounds;
  private readonly names = new FolderNames();
  private readonly watcher: FolderWatch | undefined;
  /** The stories that are open, by their ids. */
  private readonly open = new Set<string>();
  private readonly pending = new Set<string>();
  private timer: NodeJS.Timeout | undefined;
  private reachable = true;
  private progress: { done: number; total: number } | undefined;
  private isClosed = false;

  constructor(
    shelf: ArticleShelf,
    emit: (event: Event) => void,
    trouble: DataTrouble,
    options: FollowOptions = {},
  ) {
    this.shelf = shelf;
    this.emit = emit;
    this.trouble = trouble;
    this.options = options;
    this.rounds = new DeskRounds(shelf.index);
    if (options.watch ?? true) this.watcher = new FolderWatch((folder) => this.hint(folder));
    trouble.follow((message) => emit({ name: 'data-trouble', data: { message } }));
  }

  /** Looks at everything, then goes on following until `close`. */
  async start(): Promise<void> {
    await this.look(async () => {
      // What comes after these is found by the looks that follow, what came before by this one.
      await this.options.news?.heard();
      await this.names.changes(this.shelf.desk.articles);
      return this.scan();
    });
    if (this.isClosed) return;
    this.watcher?.watchDesk(this.shelf.desk.articles);
    this.lookLater();
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
      const look = this.names.size > MANY ? lookApart(desk.articles, index) : undefined;
      const onBatch: OnBatch = ({ ids }, done, total) => {
        if (this.isClosed || total < MANY) return !this.isClosed;
        this.progress = { done, total };
        this.emit({ name: 'desk-reading', data: { done, total } });
        untold.push(...ids);
        if (performance.now() - told < TELL_EVERY) return true;
        this.emit({ name: 'desk-changed', data: { ids: untold } });
        told = performance.now();
        untold = [];
        return true;
      };
      return await scanDesk(desk.articles, index, onBatch, look);
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

  /** Looks more often at an article that is open. */
  follow(id: string, folder: string): void {
    this.watcher?.watchStory(this.shelf.desk.articles, folder);
    this.open.delete(id);
    this.open.add(id);
    const [oldest = ''] = this.open;
    if (this.open.size > OPEN) this.open.delete(oldest);
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.timer);
    this.watcher?.close();
    await this.queue.idle();
  }

  private lookLater(): void {
    if (this.isClosed) return;
    this.timer = setTimeout(() => {
      void this.unasked(() => this.lookAround()).finally(() => this.lookLater());
    }, LOOK_EVERY);
    this.timer.unref();
  }

  private async lookAround(): Promise<void> {
    const { index } = this.shelf;
    const heard = (await this.options.news?.heard()) ?? [];
    await this.lookInto(() => {
      const folders = [...heard, ...this.open].map((id) => index.folderOf(id));
      return [...folders.filter((folder) => folder !== undefined), ...this.rounds.next(new Date())];
    });
  }

  /** Looks soon at one folder, or with '' at everything. */
  private hint(folder: string): void {
    if (!folder.startsWith('.')) void this.lookSoon(folder);
  }

  private async lookSoon(folder: string): Promise<void> {
    this.pending.add(folder);
    if (this.pending.size > 1) return;
    await sleep(SETTLE, undefined, { ref: false });
    const folders = [...this.pending];
    this.pending.clear();
    const isAll = folders.includes('') || folders.length > MANY;
    await this.unasked(() => (isAll ? this.rescan() : this.lookInto(() => folders)));
  }

  /** Looks at what came or went, and into these folders. */
  private lookInto(folders: () => string[]): Promise<void> {
    const { desk, index } = this.shelf;
    return this.look(async () => {
      const changed = await this.names.changes(desk.articles);
      // What became of a desk that was away is not known from its names.
      if (!this.reachable || changed.length > MANY) return this.scan();
      const each = [...new Set([...changed, ...folders()])];
      return scanFolders(desk.articles, each, index, (folder) => this.names.has(folder));
    });
  }

  /** Does what nobody waits for. */
  private async unasked(look: () => Promise<void>): Promise<void> {
    if (this.isClosed) return;
    try {
      await look();
    } catch (error) {
      // That the desk is gone has been told.
      if (!(error instanceof AppError)) console.error(error);
    }
  }

  private look(scan: () => Promise<Found>): Promise<void> {
    return this.queue.run('', async () => {
      try {
        // A folder that is gone with the whole desk is not a story that was removed.
        await this.shelf.desk.refresh();
        await this.endTrouble();
        this.tell(await this.mendIndex(scan));
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
    const copied = ids.length > 0 ? this.shelf.index.copies.all() : new Map<string, unknown>();
    const others = new Set(ids.filter((id) => copied.has(id)));
    for (const { id, hash } of files) {
      if (this.shelf.isOwnWrite(id, hash)) continue;
      this.emit({ name: 'article-changed', data: { id, hash, here: false } });
      others.add(id);
    }
    for (const id of others) void this.options.onOthers?.(id);
    if (ids.length > 0) this.emit({ name: 'desk-changed', data: { ids } });
  }

  private tellReachable(reachable: boolean, error?: unknown): void {
    if (reachable === this.reachable) return;
    this.reachable = reachable;
    const message = error instanceof Error ? error.message : '';
    this.emit({ name: 'desk-reachable', data: { reachable, message } });
    if (reachable) this.watcher?.watchDesk(this.shelf.desk.articles);
  }
}
