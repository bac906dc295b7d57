import fs from 'node:fs/promises';
import { fileFault } from './file-fault.ts';

/** A folder changed so lately that another change might not show in its time, in milliseconds. */
const FRESH = 2000;
/** After so many times the folder is listed in any case: not every system tells its time rightly. */
const LIST_AFTER = 15;

/** Finds which folders of a desk came or went, without a look into any of them. */
export class FolderNames {
  private names: ReadonlySet<string> | undefined;
  private stamp = '';
  private unlisted = 0;

  /**
   * The names that came or went since the last time; at the first time none. Throws an AppError when
   * `articles` cannot be listed.
   */
  async changes(articles: string): Promise<string[]> {
    try {
      const stamp = await stampOf(articles);
      this.unlisted += 1;
      if (stamp !== '' && stamp === this.stamp && this.unlisted < LIST_AFTER) return [];
      const before = this.names;
      const names = new Set(await fs.readdir(articles));
      this.names = names;
      this.stamp = stamp;
      this.unlisted = 0;
      if (before === undefined) return [];
      return [...names]
        .filter((name) => !before.has(name))
        .concat([...before].filter((name) => !names.has(name)))
        .filter((name) => !name.startsWith('.'));
    } catch (error) {
      throw fileFault(error, articles);
    }
  }

  /** How many there were then. */
  get size(): number {
    return this.names?.size ?? 0;
  }

  /** Whether this name was there when they were listed last. */
  has(name: string): boolean {
    return this.names?.has(name) ?? false;
  }
}

async function stampOf(folder: string): Promise<string> {
  const { mtimeMs, mtimeNs, ino } = await fs.stat(folder, { bigint: true });
  return Date.now() - Number(mtimeMs) < FRESH ? '' : `${mtimeNs}-${ino}`;
}
