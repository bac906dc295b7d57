import type { Status } from '../../article/article.ts';
import type { LinkedStory } from '../../article/publish.ts';
import type { ArticleSummary } from '../contract/calls.ts';
import { CopyTable, type FolderCopy } from './copy-table.ts';
import { SUMMARY, type SummaryRow, toSummary } from './index-summary.ts';
import { IndexBase } from './index-base.ts';
import { type Selection, selectionOf } from './index-query.ts';
import {
  COLUMNS,
  DISPLACE,
  FOLDERS,
  INSERT,
  INSERT_LINES,
  INSERT_WORDS,
  RESTAMP,
  readFolders,
} from './index-tables.ts';
import { parseQuery } from './search-query.ts';
import { keptLines, snippetOf } from './search-snippet.ts';
import { foldText } from '../../article/fold-text.ts';
import { SEARCH_COLUMNS, type SearchColumn, type SearchedLines, spaceText } from './search-text.ts';

/** What the index knows of one article folder. */
export interface IndexRow extends Omit<ArticleSummary, 'snippet' | 'copies'> {
  /** The name of the folder in `articles/`. */
  folder: string;
  /** The hash of the file's bytes; empty for a file that could not be read. */
  hash: string;
  /** Sizes, times and inode numbers when it was read; empty if it must be read again. */
  stamp: string;
  /** The name of the story in exports. */
  slug: string;
  /** The words to search in. */
  searched: SearchedLines;
}

/** What a list is asked for. */
export interface ListFilter {
  search?: string;
  /** The last word of the search may be unfinished. */
  typing?: boolean;
  status?: Status;
  /** Only these stories. */
  ids?: readonly string[];
}

/**
 * The list of a desk's articles, in SQLite on this machine. Only an index: it is made anew when it
 * is missing, damaged or of another version, and then knows nothing until the desk is scanned. Where
 * its file cannot be opened or written it is in memory; `onFault` is told why, and may throw it.
 */
export class ArticleIndex {
  readonly copies: CopyTable;
  private readonly base: IndexBase;

  constructor(file: string, onFault?: (fault: unknown) => void) {
    this.base = new IndexBase(file, onFault);
    this.copies = new CopyTable((sql) => this.base.statement(sql));
  }

  get file(): string {
    return this.base.file;
  }

  /** False while the index is only in memory. */
  get isKept(): boolean {
    return this.base.isKept;
  }

  /** Throws the index away and starts an empty one. */
  startAnew(): void {
    this.base.startAnew();
  }

  /** The index in the file, as it was when it could be written last; undefined if it still cannot. */
  reopened(): ArticleIndex | undefined {
    const index = new ArticleIndex(this.base.file, this.base.onFault);
    if (index.isKept) return index;
    index.close();
    return undefined;
  }

  /** Goes on with what another one of the same desk knows. */
  become(other: ArticleIndex): void {
    this.base.become(other.base);
  }

  close(): void {
    this.base.close();
  }

  /** The list, newest first; what a search finds, the best first, with snippets of the first. */
  list({ search = '', typing = false, ...filter }: ListFilter = {}): ArticleSummary[] {
    const query = parseQuery(search, { typing });
    const found = this.rows(selectionOf(query, filter));
    const copies = this.copies.all();
    return found.map((row, index): ArticleSummary => {
      const summary = toSummary(row, copies.get(row[1]));
      if (query === undefined || index >= MOST_SNIPPETS) return summary;
      const snippet = snippetOf(this.lines(row[0]), query.terms);
      return snippet === undefined ? summary : { ...summary, snippet };
    });
  }

  counts(): Record<Status | 'all', number> {
    const counts = { all: 0, draft: 0, 'in-review': 0, approved: 0, published: 0, spiked: 0 };
    const rows = this.base.statement(
      'SELECT status, count(*) AS count FROM article GROUP BY status',
    );
    for (const row of rows.iterate()) {
      const count = Number(row.count);
      counts[row.status as Status] = count;
      counts.all += count;
    }
    return counts;
  }

  /** The folder of an article. */
  folderOf(id: string): string | undefined {
    return this.base.statement('SELECT folder FROM article WHERE id = ?').get(id)?.folder as
      string | undefined;
  }

  /** What other stories that link to this one need to know. */
  story(id: string): LinkedStory | undefined {
    const row = this.base
      .statement('SELECT headline, canonicalUrl FROM article WHERE id = ? AND fault IS NULL')
      .get(id) as { headline: string; canonicalUrl: string } | undefined;
    if (row === undefined) return undefined;
    return { headline: row.headline, ...(row.canonicalUrl && { canonicalUrl: row.canonicalUrl }) };
  }

  /** The ids of the stories that have this name in exports, the oldest first. */
  idsWithSlug(slug: string): string[] {
    return this.base
      .statement('SELECT id FROM article WHERE slug = ? ORDER BY id')
      .all(slug)
      .map(({ id }) => String(id));
  }

  /** Every folder, also of copies, with what is needed to see whether it has changed. */
  folders(): Map<string, { id: string; hash: string; stamp: string }> {
    return readFolders(this.base.statement(FOLDERS));
  }

  /** Like `folders`, for one folder. */
  known(folder: string): { id: string; hash: string; stamp: string } | undefined {
    const row = this.base.statement(`SELECT * FROM (${FOLDERS}) WHERE folder = ?`).get(folder);
    return row && { id: String(row.id), hash: String(row.hash), stamp: String(row.stamp) };
  }

  /** The folders of the stories that were changed last. */
  latestFolders(count: number): string[] {
    return this.folderNames('SELECT folder FROM article ORDER BY modified DESC LIMIT ?', [count]);
  }

  /** How many stories were changed since then; all where it is empty. */
  countSince(since: string): number {
    const row = this.base
      .statement('SELECT count(*) AS count FROM article WHERE modified >= ?')
      .get(since);
    return Number(row?.count);
  }

  /** The next folders after this one, by name, of stories that were changed since then. */
  foldersAfter(folder: string, since: string, count: number): string[] {
    // Few of many are found by their time, all by their names.
    const name = since === '' ? 'folder' : '+folder';
    return this.folderNames(
      `SELECT folder FROM article WHERE ${name} > ? AND modified >= ? ORDER BY ${name} LIMIT ?`,
      [folder, since, count],
    );
  }

  put(row: IndexRow): void {
    this.inTransaction(() => {
      this.removeFolder(row.folder);
      this.copies.remove({ folder: row.folder, name: '' });
      const { fault = null, ...rest } = row;
      const values = { ...rest, fault };
      const { lastInsertRowid: number } = this.base
        .statement(INSERT)
        .run(...COLUMNS.map((column) => values[column]));
      const { searched } = row;
      this.base.statement(INSERT_LINES).run(number, keptLines(searched));
      this.base
        .statement(INSERT_WORDS)
        .run(number, ...SEARCHED.map((column) => spaceText(foldText(searched[column].join('\n')))));
    });
  }

  /** Notes that a folder has a copy of a story that is in another one, and so is none of its own. */
  putCopy(copy: FolderCopy): void {
    this.inTransaction(() => {
      this.removeFolder(copy.folder);
      this.copies.putFolder(copy);
    });
  }

  /** Notes that the file of an article was written anew with the same content. */
  restamp({ folder, stamp }: Pick<IndexRow, 'folder' | 'stamp'>): void {
    this.inTransaction(() => {
      for (const sql of RESTAMP) this.base.statement(sql).run(stamp, folder);
    });
  }

  remove(folder: string): void {
    this.inTransaction(() => {
      this.removeFolder(folder);
      this.copies.forget(folder);
    });
  }

  /** Renames the folder of an article. One that had the name stays in the list till it is found. */
  rename(from: string, to: string): void {
    this.inTransaction(() => {
      const isTaken = to !== from && this.base.statement(DISPLACE).run(to, from).changes > 0;
      // They went with the folder of the other.
      if (isTaken) this.copies.forget(to);
      this.base.statement('UPDATE article SET folder = ? WHERE folder = ?').run(to, from);
      this.copies.rename(from, to);
    });
  }

  /** Runs many changes as one; see `IndexBase.inTransaction`. */
  inTransaction(changes: () => void): void {
    this.base.inTransaction(changes);
  }

  private folderNames(sql: string, values: (string | number)[]): string[] {
    return this.base
      .statement(sql)
      .all(...values)
      .map(({ folder }) => String(folder));
  }

  /** As arrays, which cost half of what objects cost: a list may have ten thousand. */
  private rows({ sql, values }: Selection): SummaryRow[] {
    const statement = this.base.statement(`SELECT ${SUMMARY} ${sql}`);
    statement.setReturnArrays(true);
    return statement.all(...values) as unknown as SummaryRow[];
  }

  private lines(number: number): string {
    return String(
      this.base.statement('SELECT lines FROM words WHERE id = ?').get(number)?.lines ?? '',
    );
  }

  private removeFolder(folder: string): void {
    const row = this.base
      .statement('SELECT rowid AS number FROM article WHERE folder = ?')
      .get(folder);
    if (row === undefined) return;
    const number = Number(row.number);
    this.base.statement('DELETE FROM search WHERE rowid = ?').run(number);
    this.base.statement('DELETE FROM words WHERE id = ?').run(number);
    this.base.statement('DELETE FROM article WHERE rowid = ?').run(number);
  }
}

const SEARCHED = Object.keys(SEARCH_COLUMNS) as SearchColumn[];
/** Of the first so many stories that a search finds, a snippet is shown. */
const MOST_SNIPPETS = 50;
