import fs from 'node:fs';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { AppError } from '../../article/app-error.ts';
import { isDamaged, isIndexFault, prepareTables } from './index-tables.ts';

/**
 * The database of an index: in its file, which is made anew when it is damaged, or in memory where
 * that cannot be opened or written. `onFault` is told why, and may throw it.
 */
export class IndexBase {
  readonly file: string;
  readonly onFault: (fault: unknown) => void;
  private db: DatabaseSync;
  private kept = true;
  /** Each statement is prepared once. */
  private statements = new Map<string, StatementSync>();

  constructor(file: string, onFault: (fault: unknown) => void = rethrow) {
    this.file = file;
    this.onFault = onFault;
    this.db = this.openFile();
  }

  /** False while it is only in memory. */
  get isKept(): boolean {
    return this.kept;
  }

  /** Throws what is there away and starts with nothing. */
  startAnew(): void {
    this.close();
    this.db = this.openAnew();
  }

  /** Goes on with another one, which is then this one’s. */
  become(other: IndexBase): void {
    this.close();
    this.db = other.db;
    this.kept = other.kept;
    this.statements.clear();
  }

  close(): void {
    if (this.db.isOpen) this.db.close();
  }

  /**
   * Runs many changes as one. Where the disk takes no more they are made once again, in memory.
   * Throws what `isDamaged` says is damage.
   */
  inTransaction(changes: () => void): void {
    this.requireOpen();
    if (this.db.isTransaction) {
      changes();
      return;
    }
    try {
      this.asOne(changes);
    } catch (error) {
      if (isDamaged(error) || !isIndexFault(error) || !this.kept) throw error;
      this.moveToMemory(error);
      this.asOne(changes);
    }
  }

  private asOne(changes: () => void): void {
    try {
      this.db.exec('BEGIN IMMEDIATE');
      changes();
      this.db.exec('COMMIT');
    } catch (error) {
      // A full disk has ended it already.
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Throws an AppError after the end: a window may still ask for what it will never show. */
  statement(sql: string): StatementSync {
    this.requireOpen();
    const known = this.statements.get(sql) ?? this.db.prepare(sql);
    this.statements.set(sql, known);
    return known;
  }

  private requireOpen(): void {
    if (!this.db.isOpen) throw new AppError('ended', 'this Galley has ended; start it again');
  }

  private openFile(): DatabaseSync {
    try {
      return this.open(this.file);
    } catch (error) {
      return isDamaged(error) ? this.openAnew() : this.openInMemory(error);
    }
  }

  private openAnew(): DatabaseSync {
    this.kept = true;
    try {
      for (const ending of ['', '-wal', '-shm']) fs.rmSync(this.file + ending, { force: true });
      return this.open(this.file);
    } catch (error) {
      return this.openInMemory(error);
    }
  }

  private openInMemory(fault: unknown): DatabaseSync {
    this.onFault(fault);
    this.kept = false;
    return this.open(':memory:');
  }

  private moveToMemory(fault: unknown): void {
    const memory = this.openInMemory(fault);
    try {
      const known = this.db.serialize();
      // A database in memory has no log beside it.
      known.fill(NO_LOG, LOG_AT, LOG_AT + 2);
      memory.deserialize(known);
    } catch {
      // What is the matter is told; the next look at the desk reads it all.
    }
    this.close();
    this.db = memory;
    this.statements.clear();
  }

  private open(file: string): DatabaseSync {
    const db = new DatabaseSync(file, { timeout: 5000 });
    try {
      prepareTables(db);
      this.statements.clear();
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  }
}

function rethrow(fault: unknown): never {
  throw fault;
}

/** Where the head of a database says how it is written, and what it says of one without a log. */
const [LOG_AT, NO_LOG] = [18, 1];
