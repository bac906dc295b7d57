import fs, { type FSWatcher } from 'node:fs';
import path from 'node:path';

/** The most folders of stories that are watched: those that were opened last. */
const MOST = 64;

/**
 * What the system tells of changes in a desk. They are only hints: network shares tell nothing, and
 * a busy system leaves some out.
 */
export class FolderWatch {
  private readonly hear: (folder: string) => void;
  private readonly watchers = new Map<string, FSWatcher>();

  /** `hear` is told the name of a folder in which something has changed; '' where that is not known. */
  constructor(hear: (folder: string) => void) {
    this.hear = hear;
  }

  /** Watches the folder of all stories, anew if need be: a watcher does not see another in its place. */
  watchDesk(articles: string): void {
    this.unwatch('');
    // What is told is a name in the folder, or with recursion a way from it.
    this.watch('', articles, (name) => this.hear(name?.split(path.sep)[0] ?? ''));
  }

  /** Watches the folder of one story. */
  watchStory(articles: string, folder: string): void {
    // The system's recursive watching already covers it there.
    if (RECURSIVE) return;
    this.unwatch(folder);
    this.watch(folder, path.join(articles, folder), () => this.hear(folder));
    const oldest = [...this.watchers.keys()].find((key) => key !== '');
    if (this.watchers.size > MOST && oldest !== undefined) this.unwatch(oldest);
  }

  close(): void {
    for (const key of this.watchers.keys()) this.unwatch(key);
  }

  private watch(key: string, folder: string, hear: (name: string | null) => void): void {
    try {
      const watcher = fs.watch(folder, { persistent: false, recursive: RECURSIVE });
      watcher.on('change', (_kind, name) => hear(name === null ? null : String(name)));
      watcher.on('error', () => this.unwatch(key));
      this.watchers.set(key, watcher);
    } catch (error) {
      // The looks find it all the same, only later.
      console.warn(`${folder} cannot be watched: ${String(error)}`);
    }
  }

  private unwatch(key: string): void {
    this.watchers.get(key)?.close();
    this.watchers.delete(key);
  }
}

/** Where the system itself watches a whole tree; elsewhere it would take a watcher per file. */
const RECURSIVE = process.platform === 'darwin' || process.platform === 'win32';
