import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import { type Article, parseArticle } from '../../article/article.ts';
import { articleToJson } from '../../article/article-file.ts';
import { newBlockId } from '../../article/ids.ts';
import { writeAtomic } from './atomic-write.ts';
import { fileFault, systemCode } from './file-fault.ts';
import { makeFolder } from './make-folder.ts';
import { nextNumber } from './next-number.ts';
import { decodeText, readBytes } from './read-text.ts';
import { safeName } from './safe-name.ts';

/** Words that could not be written to their file. */
export interface JournalEntry {
  article: Article;
  /** RFC 3339, UTC */
  at: string;
  /** Why the file could not be written, for the person. */
  reason: string;
}

/**
 * What this machine holds for a desk because the desk's files do not. The words of a session that
 * is over are set aside when they are offered, so that no later save can take them away.
 */
export interface Journal {
  keep(entry: JournalEntry): Promise<void>;
  /** Adds words of a session that is over, which were found, to those that are offered. */
  find(entry: JournalEntry): Promise<void>;
  /** Forgets what was kept: a later save has written it. */
  forget(articleId: string): Promise<void>;
  /**
   * The words of sessions that are over, the oldest first. Throws an AppError `journal-damaged`
   * when there is something that cannot be read, `journal-unreadable` when the folder cannot.
   */
  offer(articleId: string): Promise<JournalEntry | undefined>;
  /** Forgets what `offer` gives: the person has taken it over or refused it. */
  forgetOffered(articleId: string): Promise<void>;
  /** All that is kept and can be read. Throws an AppError `journal-unreadable`. */
  all(): Promise<JournalEntry[]>;
}

/** Opens the journal in `folder`, which is made when something is kept. */
export function openJournal(folder: string): Journal {
  const fileOf = (articleId: string) => path.join(folder, `${safeName(articleId)}.json`);
  const names = () =>
    fs.readdir(folder).catch((error: unknown): string[] => {
      const code = systemCode(error);
      if (code === 'ENOENT') return [];
      throw new AppError(
        'journal-unreadable',
        `${folder}: words that could not be written are kept in this folder, and it cannot be read (${code ?? String(error)}); give yourself the right to read it and open the story again`,
        { cause: error },
      );
    });

  /** The files with offered words of an article, the oldest first. */
  const offeredFiles = async (articleId: string): Promise<string[]> => {
    const offered = (await names()).filter((name) => name.startsWith(stemOf(articleId)));
    return offered.sort().map((name) => path.join(folder, name));
  };

  /** A name for words that are offered after all the others of their story. */
  const asideOf = async (articleId: string): Promise<string> => {
    const stem = stemOf(articleId);
    return path.join(folder, `${stem}${nextNumber(await names(), stem)}-${newBlockId()}.json`);
  };
  const write = async (file: string, { article, at, reason }: JournalEntry) => {
    await makeFolder(folder);
    const entry = { at, reason, article: articleToJson(article) };
    await writeAtomic(file, JSON.stringify(entry));
  };

  return {
    keep: (entry) => write(fileOf(entry.article.id), entry),
    find: async (entry) => write(await asideOf(entry.article.id), entry),
    forget: (articleId) => fs.rm(fileOf(articleId), { force: true }),
    async offer(articleId) {
      const kept = await readEntry(fileOf(articleId));
      if (kept !== undefined) {
        const aside = await asideOf(articleId);
        await fs.rename(fileOf(articleId), aside).catch((error: unknown) => {
          throw fileFault(error, fileOf(articleId));
        });
      }
      const [oldest] = await offeredFiles(articleId);
      return oldest === undefined ? undefined : readEntry(oldest);
    },
    async forgetOffered(articleId) {
      const [oldest] = await offeredFiles(articleId);
      if (oldest === undefined) return;
      await fs.rm(oldest, { force: true }).catch((error: unknown) => {
        throw fileFault(error, oldest);
      });
    },
    async all() {
      const files = (await names()).filter((name) => name.endsWith('.json'));
      const entries = await Promise.all(
        files.map((name) =>
          readEntry(path.join(folder, name)).catch((error: unknown) => {
            console.warn(error instanceof AppError ? error.message : error);
          }),
        ),
      );
      return entries.filter((entry) => entry !== undefined);
    },
  };
}

/** How the files with offered words of an article begin. */
function stemOf(articleId: string): string {
  return `${safeName(articleId)}.offered-`;
}

async function readEntry(file: string): Promise<JournalEntry | undefined> {
  try {
    const { at, reason, article } = JSON.parse(decodeText(await readBytes(file))) as Partial<
      Record<string, unknown>
    >;
    return { article: parseArticle(article), at: String(at), reason: String(reason) };
  } catch (error) {
    if (error instanceof AppError && error.code === 'missing') return undefined;
    throw new AppError(
      'journal-damaged',
      `${file}: words of an earlier session were kept here and cannot be read; look into the file before you delete it`,
      { cause: error },
    );
  }
}
