import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import { serializeArticle } from '../../article/article-file.ts';
import { articleFile } from './article-disk.ts';
import type { ArticleIndex } from './article-index.ts';
import { syncFolder, writeAtomic } from './atomic-write.ts';
import type { Desk } from './desk.ts';
import { scanDesk } from './desk-scan.ts';
import { fileFault, systemCode } from './file-fault.ts';
import { folderName } from './folder-name.ts';
import { FreeNames } from './free-names.ts';
import { folderStamp, rowOf } from './index-row.ts';
import { isDamaged } from './index-tables.ts';
import { placeInDesk } from './inside-desk.ts';
import { ownedName } from './owned-name.ts';
import { decodeText, readBytes } from './read-text.ts';
import { contentHash } from './safe-name.ts';
import type { StoryLock } from './story-locks.ts';

/** The content of an article file and its hash. */
export interface WrittenFile {
  bytes: Uint8Array;
  hash: string;
}

/** The folders of a desk's articles, and the index kept in step with what is done to them. */
export class ArticleShelf {
  readonly desk: Desk;
  readonly index: ArticleIndex;
  private readonly installation: string | undefined;
  /** The last content that we wrote for each article, so that our own writes are not news to us. */
  private readonly written = new Map<string, string>();
  /** Writes that failed so late that the file may have been replaced all the same. */
  private readonly unsure = new Map<string, { before: string; hash: string }>();
  /** The names in the folder as they were listed once, and what was moved in since. */
  private names: FreeNames | undefined;

  constructor(desk: Desk, index: ArticleIndex, installation?: string) {
    this.desk = desk;
    this.index = index;
    this.installation = installation;
  }

  /** The folder of an article. Throws an AppError `no-article`. */
  folder(id: string): string {
    const folder = this.index.folderOf(id);
    if (folder === undefined) {
      throw new AppError(
        'no-article',
        `${id}: there is no such story on the desk; look in its list`,
      );
    }
    return folder;
  }

  /**
   * The folder of an article as it is now: since the desk was looked at, another Galley may have
   * renamed it, or given its name to the folder of another. Throws an AppError `no-article`.
   */
  async find(id: string): Promise<string> {
    const folder = this.folder(id);
    if (await holdsArticle(this.path(folder), id)) return folder;
    await this.lookAtAll();
    return this.folder(id);
  }

  /** Brings the index up to date with all folders. Throws an AppError `desk-vanished`. */
  async lookAtAll(): Promise<void> {
    await this.desk.refresh();
    await scanDesk(this.desk.articles, this.index);
  }

  /** The article whose file this is. */
  articleOf(file: string): string | undefined {
    const folder = path.dirname(path.resolve(file));
    if (path.dirname(folder) !== this.desk.articles) return undefined;
    return this.index.folders().get(path.basename(folder))?.id;
  }

  path(folder: string): string {
    return path.join(this.desk.articles, folder);
  }

  isOwnWrite(id: string, hash: string): boolean {
    return this.written.get(id) === hash;
  }

  /** True if this content may be what we wrote over `before` when that write seemed to fail. */
  isUnsureWrite(id: string, before: string, hash: string): boolean {
    const write = this.unsure.get(id);
    return write?.before === before && write.hash === hash;
  }

  /**
   * Puts an article into a new folder, which is there with its file or not at all. `furnish` puts
   * what else belongs to it into the folder first.
   */
  async add(
    article: Article,
    furnish?: (folder: string) => Promise<void>,
  ): Promise<{ folder: string; written: WrittenFile }> {
    // A bare mount point must not be taken for the desk.
    await this.desk.refresh();
    const written = toFile(article);
    try {
      const fresh = this.path(`.new-${ownedName()}`);
      await fs.mkdir(fresh);
      try {
        await furnish?.(fresh);
        await writeAtomic(articleFile(fresh), written.bytes);
        this.written.set(article.id, written.hash);
        const folder = await this.moveIn(fresh, folderName(article, this.desk.house.zone));
        await this.noteRow(article, folder, written.hash);
        return { folder, written };
      } catch (error) {
        await fs.rm(fresh, { recursive: true, force: true });
        throw error;
      }
    } catch (error) {
      throw fileFault(error, this.desk.articles);
    }
  }

  /** Writes the file of an article over the one with the hash `before`, while the lock is held. */
  async write(
    article: Article,
    folder: string,
    before: string,
    lock: StoryLock,
  ): Promise<WrittenFile> {
    const written = toFile(article);
    const lastHash = this.written.get(article.id) ?? '';
    this.written.set(article.id, written.hash);
    try {
      await writeAtomic(articleFile(this.path(folder)), written.bytes, {
        by: this.installation,
        onWaiting: (file, code) =>
          console.warn(`${file}: held by another program (${code}); waiting`),
        rename: async (from, to) => {
          await lock.check();
          await fs.rename(from, to);
        },
      });
    } catch (error) {
      this.written.set(article.id, lastHash);
      this.unsure.set(article.id, { before, hash: written.hash });
      throw error;
    }
    this.unsure.delete(article.id);
    await this.noteRow(article, folder, written.hash);
    return written;
  }

  /** Moves a folder to the shelf under this name or the next free one; answers the name. */
  async moveIn(from: string, name: string): Promise<string> {
    const names = await this.namesFor(from, name);
    const holder = names.holder(name);
    // What is moved within the shelf may keep its name, in whatever case.
    if (holder !== undefined && this.path(holder) === from) names.release(holder);
    for (;;) {
      const folder = names.take(name);
      try {
        await fs.rename(from, this.path(folder));
      } catch (error) {
        // Somebody else took the name in between; each system has its own word for that.
        if ((await isThere(this.path(folder))) && (await isThere(from))) continue;
        names.release(folder);
        throw fileFault(error, this.path(folder));
      }
      // At once: a look at the desk would find the old folder gone.
      if (path.dirname(from) === this.desk.articles) {
        this.index.rename(path.basename(from), folder);
      }
      await syncFolder(this.desk.articles);
      return folder;
    }
  }

  /**
   * The names that are taken. They are listed anew where the holder of this one has gone, and for the
   * folder of a story that is on the shelf: somebody may have changed the case of its name.
   */
  private async namesFor(from: string, name: string): Promise<FreeNames> {
    const holder = this.names?.holder(name);
    const isStale = holder !== undefined && !(await isThere(this.path(holder)));
    const isListed =
      path.dirname(from) === this.desk.articles && !path.basename(from).startsWith('.');
    if (isStale || isListed) this.names = undefined;
    return (this.names ??= new FreeNames(await fs.readdir(this.desk.articles)));
  }

  private async noteRow(article: Article, folder: string, hash: string): Promise<void> {
    const stamp = await folderStamp(this.path(folder));
    try {
      this.index.put(rowOf(article, { folder, hash, stamp }));
    } catch (error) {
      // The file is written, and whoever asks the damaged index next has it made anew.
      if (!isDamaged(error)) throw error;
    }
  }
}

function toFile(article: Article): WrittenFile {
  const bytes = Buffer.from(serializeArticle(article));
  return { bytes, hash: contentHash(bytes) };
}

/** False where the file is gone, or is of another article; one that cannot be read may be of this. */
async function holdsArticle(folder: string, id: string): Promise<boolean> {
  try {
    await placeInDesk(folder, articleFile(folder));
    const file = JSON.parse(decodeText(await readBytes(articleFile(folder)))) as { id?: unknown };
    return file.id === id;
  } catch (error) {
    return !(error instanceof AppError && error.code === 'missing');
  }
}

function isThere(place: string): Promise<boolean> {
  return fs.lstat(place).then(
    () => true,
    (error: unknown) => systemCode(error) !== 'ENOENT',
  );
}
