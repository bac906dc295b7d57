import type { DatabaseSync } from 'node:sqlite';

/** Change it whenever the tables, or what is put into them, change. */
const VERSION = 1;

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
  'modified',
  'fault',
  'searched',
] as const;

const TABLES = `
  DROP TABLE IF EXISTS search;
  DROP TABLE IF EXISTS article;
  CREATE TABLE article (
    folder TEXT NOT NULL UNIQUE, id TEXT NOT NULL UNIQUE, hash TEXT NOT NULL, stamp TEXT NOT NULL,
    slug TEXT NOT NULL, headline TEXT NOT NULL, slugline TEXT NOT NULL, section TEXT NOT NULL,
    byline TEXT NOT NULL, status TEXT NOT NULL, language TEXT NOT NULL,
    canonicalUrl TEXT NOT NULL, words INTEGER NOT NULL, modified TEXT NOT NULL, fault TEXT,
    searched TEXT NOT NULL
  ) STRICT;
  CREATE INDEX article_modified ON article (modified DESC);
  CREATE INDEX article_slug ON article (slug);
`;

/**
 * Makes the tables where they are missing or of another version. Answers whether this SQLite has
 * trigrams: without them a search finds the same, only slower.
 */
export function prepareTables(db: DatabaseSync): boolean {
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL');
  if (db.prepare('PRAGMA user_version').get()?.user_version !== VERSION) {
    db.exec(TABLES);
    makeTrigrams(db);
    db.exec(`PRAGMA user_version = ${VERSION}`);
  }
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'search'").get() !== undefined;
}

function makeTrigrams(db: DatabaseSync): void {
  try {
    db.exec(
      `CREATE VIRTUAL TABLE search USING fts5(words, content='', contentless_delete=1,
       tokenize='trigram case_sensitive 1')`,
    );
  } catch (error) {
    if (isDamaged(error)) throw error;
    console.warn(`The index works without full-text search: ${String(error)}`);
  }
}

/** True for an error that says the file of the index is not a sound database. */
export function isDamaged(error: unknown): boolean {
  return (
    error instanceof Error &&
    'errcode' in error &&
    typeof error.errcode === 'number' &&
    [CORRUPT, NOT_A_DATABASE].includes(error.errcode & 0xff)
  );
}

const CORRUPT = 11;
const NOT_A_DATABASE = 26;
