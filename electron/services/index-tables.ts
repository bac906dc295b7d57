import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { SEARCH_COLUMNS } from './search-text.ts';

/** Change it whenever the tables, or what is put into them, change. */
const VERSION = 6;

/** The columns of the one table of articles. */
export const COLUMNS = [
  'folder',
  'id',
  'hash',
  'stamp',
  'slug',
  'headline',
  'slugline',
  'section',
  'byline',
  'status',
  'language',
  'canonicalUrl',
  'words',
  'characters',
  'modified',
  'fault',
] as const;

// Words are merged half as often as by default: most of them come all at once, when a desk is read.
const TABLES = `
  DROP TABLE IF EXISTS search;
  DROP TABLE IF EXISTS words;
  DROP TABLE IF EXISTS article;
  DROP TABLE IF EXISTS copy;
  CREATE TABLE article (
    folder TEXT NOT NULL UNIQUE, id TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, stamp TEXT NOT NULL,
    slug TEXT NOT NULL, headline TEXT NOT NULL, slugline TEXT NOT NULL, section TEXT NOT NULL,
    byline TEXT NOT NULL, status TEXT NOT NULL, language TEXT NOT NULL,
    canonicalUrl TEXT NOT NULL, words INTEGER NOT NULL, characters INTEGER NOT NULL,
    modified TEXT NOT NULL, fault TEXT
  ) STRICT;
  CREATE TABLE copy (
    folder TEXT NOT NULL, name TEXT NOT NULL, id TEXT NOT NULL, source TEXT NOT NULL,
    modified TEXT NOT NULL, hash TEXT NOT NULL, stamp TEXT NOT NULL, PRIMARY KEY (folder, name)
  ) STRICT;
  CREATE TABLE words (id INTEGER PRIMARY KEY, lines TEXT NOT NULL) STRICT;
  CREATE VIRTUAL TABLE search USING fts5(
    ${Object.keys(SEARCH_COLUMNS).join()}, content='', contentless_delete=1,
    tokenize="unicode61 remove_diacritics 0 categories 'L* N* M* Co'"
  );
  INSERT INTO search (search, rank) VALUES ('automerge', 8);
  CREATE INDEX article_modified ON article (modified DESC);
  CREATE INDEX article_slug ON article (slug, id);
  CREATE INDEX copy_id ON copy (id);
`;

const marks = (count: number) => Array.from({ length: count }, () => '?').join();
const SEARCHED = Object.keys(SEARCH_COLUMNS);
export const INSERT = `INSERT INTO article (${COLUMNS.join()}) VALUES (${marks(COLUMNS.length)})`;
export const INSERT_LINES = 'INSERT INTO words (id, lines) VALUES (?, ?)';
export const INSERT_WORDS = `INSERT INTO search (rowid, ${SEARCHED.join()}) VALUES (${marks(SEARCHED.length + 1)})`;

/** Notes when the files of a folder were written, whether it holds a story or a copy. */
export const RESTAMP = [
  'UPDATE article SET stamp = ? WHERE folder = ?',
  "UPDATE copy SET stamp = ? WHERE folder = ? AND name = ''",
];

/**
 * Gives the row that holds the name of a folder which another story is about to have a name that no
 * folder has.
 */
export const DISPLACE = `UPDATE article SET folder = '.moved-' || rowid
  WHERE folder = ? AND EXISTS (SELECT 1 FROM article WHERE folder = ?)`;

/** True for a name that a story has until its folder is found; see `DISPLACE`. */
export function isDisplaced(folder: string): boolean {
  return folder.startsWith('.moved-');
}

/** Makes the tables where they are missing or of another version. */
export function prepareTables(db: DatabaseSync): void {
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  if (isCurrent(db)) return;
  db.exec('BEGIN IMMEDIATE');
  // Another process may have made them while we waited.
  if (!isCurrent(db)) db.exec(`${TABLES} PRAGMA user_version = ${VERSION}`);
  db.exec('COMMIT');
}

function isCurrent(db: DatabaseSync): boolean {
  return db.prepare('PRAGMA user_version').get()?.user_version === VERSION;
}

/** Asks what `readFolders` reads. */
export const FOLDERS = `SELECT folder, id, hash, stamp FROM article UNION ALL
  SELECT folder, id, hash, stamp FROM copy WHERE name = ''`;

/** Every folder, also of copies, with what is needed to see whether it has changed. */
export function readFolders(
  statement: StatementSync,
): Map<string, { id: string; hash: string; stamp: string }> {
  return new Map(
    statement
      .all()
      .map(({ folder, id, hash, stamp }) => [
        String(folder),
        { id: String(id), hash: String(hash), stamp: String(stamp) },
      ]),
  );
}

/** True for an error that says the file of the index is not a sound database. */
export function isDamaged(error: unknown): boolean {
  return DAMAGED.includes(codeOf(error));
}

/** True for what is the matter with the file of the index or its disk, not with what was asked. */
export function isIndexFault(error: unknown): error is Error {
  return isDamaged(error) || UNUSABLE.includes(codeOf(error));
}

/** The main part of SQLite's code, 0 for another error. */
function codeOf(error: unknown): number {
  if (!(error instanceof Error) || !('errcode' in error)) return 0;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : 0;
}

/** Corrupt, not a database. */
const DAMAGED: readonly number[] = [11, 26];
/** Permission, busy, read-only, input or output, full, cannot open, protocol of locking. */
const UNUSABLE: readonly number[] = [3, 5, 8, 10, 13, 14, 15];
