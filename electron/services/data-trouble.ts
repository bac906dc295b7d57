import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import { fileFault } from './file-fault.ts';
import { isIndexFault } from './index-tables.ts';
import type { Journal } from './journal.ts';
import { makeFolder } from './make-folder.ts';

/** As much as must fit again before writing there is worth another try, in bytes. */
const ROOM = 512 * 1024;

/**
 * What is the matter with the folder in which this machine keeps what it derives from the stories.
 * It stops nothing: it is said once, and again when it is over.
 */
export class DataTrouble {
  private readonly folder: string;
  private told: string | undefined;
  private again: (() => Promise<void>) | undefined;
  private tell: (message: string | null) => void = () => {};

  constructor(folder: string) {
    this.folder = folder;
  }

  /** What is the matter, with the way out; undefined while nothing is. */
  get message(): string | undefined {
    return this.told;
  }

  /** From now on `tell` is told what is the matter, and null when it is over. */
  follow(tell: (message: string | null) => void): void {
    this.tell = tell;
  }

  /** Notes a fault of the folder; it is over when what was done there can be done `again`. */
  note(error: unknown, again?: () => Promise<void>): void {
    const fault = isIndexFault(error)
      ? indexFault(error, this.folder)
      : fileFault(error, this.folder);
    if (!(fault instanceof AppError)) throw error;
    if (this.told !== undefined) return;
    this.told = fault.message;
    this.again = again;
    console.warn(`${fault.message}. Until then Galley does without what it keeps there.`);
    this.tell(this.told);
  }

  /** Whether the folder can be written again. */
  async isOver(): Promise<boolean> {
    const probe = path.join(this.folder, `probe-${process.pid}`);
    try {
      await makeFolder(this.folder);
      await fs.writeFile(probe, Buffer.alloc(ROOM));
      await this.again?.();
      return true;
    } catch {
      return false;
    } finally {
      await fs.rm(probe, { force: true }).catch(() => undefined);
    }
  }

  /** Notes that it is over. */
  end(): void {
    if (this.told === undefined) return;
    this.told = undefined;
    this.tell(null);
  }
}

/** The journal, which may fail to keep words, but not for words that are in their file. */
export function sparingJournal(journal: Journal, trouble: DataTrouble): Journal {
  return {
    ...journal,
    forget: (articleId, window) =>
      journal.forget(articleId, window).catch((error: unknown) => trouble.note(error)),
  };
}

function indexFault(error: Error, folder: string): AppError {
  const isFull = 'errcode' in error && error.errcode === FULL;
  const message = isFull
    ? 'the disk is full; make room'
    : `the index cannot be read or written (${error.message}); check the disk`;
  return new AppError(isFull ? 'disk-full' : 'disk-fault', `${folder}: ${message}`, {
    cause: error,
  });
}

/** SQLite's code for a disk without room. */
const FULL = 13;
