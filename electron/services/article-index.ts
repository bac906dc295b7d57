import fs from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import type { Status } from '../../article/article.ts';
import type { LinkedStory } from '../../article/publish.ts';
import type { ArticleSummary } from '../contract/calls.ts';
import { COLUMNS, isDamaged, prepareTables } from './index-tables.ts';
import { queryWords } from './search-text.ts';

/** What the index knows of one article folder. */
export interface IndexRow extends ArticleSummary {
  /** The name of the folder in `articles/`. */
  folder: string;
  /** The hash of the file's bytes; empty for a file that could not be read. */
  hash: string;
  /** Size, times and number of the file when it was read; empty if it must be read again. */
  stamp: string;
  /** The name of the story in exports. */
  slug: string;
  /** Folded text to search in, see `searchText`. */
  searched: string;
}

/**
 * The list of a desk's articles, in SQLite on this machine. Only an index: it is made anew when it
 * is missing, damaged or of another version, and then knows nothing until the desk is scanned.
 */
export class ArticleIndex {
  private readonly file: string;
  private db: DatabaseSync;
  private trigrams = false;

  constructor(file: string) {
    this.file = file;
    try {
      this.db = this.open();
    } catch (error) {
      if (!isDamaged(error)) throw error;
      this.db = this.openAnew();
    }
  }

  /** Throws the index away and starts an empty one. */
  startAnew(): void {
    this.close();
    this.db = this.openAnew();
  }

  close(): void {
    if (this.db.isOpen) this.db.close();
  }

  /** The list, newest first; with `search`, stories that have every word of it. */
  list(filter: { search?: string; status?: Status } = {}): ArticleSummary[] {
    const where: string[] = [];
    const values: string[] = [];
    if (filter.status !== undefined) {
      where.push('status = ?');
      values.push(filter.status);
    }
    for (const word of queryWords(filter.search ?? '')) {
      if (this.trigrams && Array.from(word).length >= 3) {
        where.push('article.rowid IN (SELECT rowid FROM search WHERE search MATCH ?)');
        values.push(`"${word.replaceAll('"', '""')}"`);
      }
      where.push('instr(searched, ?) > 0');
      values.push(word);
    }
    const condition = where.length === 0 ? '' : `WHERE ${where.join(' AND ')}`;
    return this.db
      .prepare(`SELECT ${SUMMARY} FROM article ${condition} ORDER BY modified DESC, folder`)
      .all(...values)
      .map((row) => toSummary(row as unknown as Stored));
  }

  counts(): Record<Status | 'all', number> {
    const counts = { all: 0, draft: 0, 'in-review': 0, approved: 0, published: 0, spiked: 0 };
    const rows = this.db.prepare('SELECT status, count(*) AS count FROM article GROUP BY status');
    for (const row of rows.iterate()) {
      const count = Number(row.count);
      counts[row.status as Status] = count;
      counts.all += count;
    }
    return counts;
  }

  /** The folder of an article. */
  folderOf(id: string): string | undefined {
    return this.db.prepare('SELECT folder FROM article WHERE id = ?').get(id)?.folder as
      string | undefined;
  }

  /** What other stories that link to this one need to know. */
  story(id: string): LinkedStory | undefined {
    const row = this.db
      .prepare('SELECT headline, canonicalUrl FROM article WHERE id = ? AND fault IS NULL')
      .get(id) as { headline: string; canonicalUrl: string } | undefined;
    if (row === undefined) return undefined;
    return { headline: row.headline, ...(row.canonicalUrl && { canonicalUrl: row.canonicalUrl }) };
  }

  /** The ids of the stories that have this name in exports, the oldest first. */
  idsWithSlug(slug: string): string[] {
    return this.db
      .prepare('SELECT id FROM article WHERE slug = ? ORDER BY id')
      .all(slug)
      .map(({ id }) => String(id));
  }

  /** Every folder with what is needed to see whether its file has changed. */
  folders(): Map<string, { id: string; hash: string; stamp: string }> {
    const rows = this.db.prepare('SELECT folder, id, hash, stamp FROM article').all();
    return new Map(
      rows.map(({ folder, id, hash, stamp }) => [
        String(folder),
        { id: String(id), hash: String(hash), stamp: String(stamp) },
      ]),
    );
  }

  put(row: IndexRow): void {
    this.inTransaction(() => {
      this.removeFolder(row.folder);
      const { fault = null, ...rest } = row;
      const values = { ...rest, fault };
      const keys = COLUMNS.map((column) => values[column]);
      const { lastInsertRowid } = this.db
        .prepare(
          `INSERT INTO article (${COLUMNS.join()}) VALUES (${COLUMNS.map(() => '?').join()})`,
        )
        .run(...keys);
      if (this.trigrams) {
        this.db
          .prepare('INSERT INTO search (rowid, words) VALUES (?, ?)')
          .run(lastInsertRowid, row.searched);
      }
    });
  }

  remove(folder: string): void {
    this.inTransaction(() => this.removeFolder(folder));
  }

  /** The same article under another folder name. */
  rename(from: string, to: string): void {
    this.db.prepare('UPDATE article SET folder = ? WHERE folder = ?').run(to, from);
  }

  /** Runs many changes as one. */
  inTransaction(changes: () => void): void {
    if (this.db.isTransaction) {
      changes();
      return;
    }
    this.db.exec('BEGIN IMMEDIATE');
    try {
      changes();
      this.db.exec('COMMIT');
    } catch (error) {
      this.db.exec('ROLLBACK');
      throw error;
    }
  }

  private removeFolder(folder: string): void {
    const row = this.db.prepare('SELECT rowid FROM article WHERE folder = ?').get(folder);
    if (row === undefined) return;
    if (this.trigrams) this.db.prepare('DELETE FROM search WHERE rowid = ?').run(Number(row.rowid));
    this.db.prepare('DELETE FROM article WHERE folder = ?').run(folder);
  }

  private openAnew(): DatabaseSync {
    for (const ending of ['', '-wal', '-shm']) fs.rmSync(this.file + ending, { force: true });
    return this.open();
  }

  private open(): DatabaseSync {
    const db = new DatabaseSync(this.file, { timeout: 5000 });
    try {
      this.trigrams = prepareTables(db);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  }
}

type Stored = Omit<ArticleSummary, 'fault'> & { fault: string | null };

/** All that the list shows, and nothing of what it is searched by. */
const SUMMARY = COLUMNS.filter(
  (column) => !['folder', 'hash', 'stamp', 'slug', 'searched'].includes(column),
).join();

function toSummary({ fault, ...row }: Stored): ArticleSummary {
  return fault === null ? { ...row } : { ...row, fault };
}
