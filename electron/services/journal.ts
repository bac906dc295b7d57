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
  /** Keeps the words of a window in the place of those that it had kept of the story. */
  keep(entry: JournalEntry, window?: string): Promise<void>;
  /** Adds words of a session that is over, which were found, to those that are offered. */
  find(entry: JournalEntry): Promise<void>;
  /** Forgets what a window has kept: a later save has written it. */
  forget(articleId: string, window?: string): Promise<void>;
  /**
   * The words of sessions that are over, the oldest first; those that are kept of the windows in
   * `saving` are on their way. Throws an AppError `journal-damaged` when there is something that
   * cannot be read, `journal-unreadable` when the folder cannot.
   */
  offer(articleId: string, saving?: ReadonlySet<string>): Promise<JournalEntry | undefined>;
  /** Forgets what `offer` gives: the person has taken it over or refused it. */
  forgetOffered(articleId: string): Promise<void>;
  /** All that is kept and can be read. Throws an AppError `journal-unreadable`. */
  all(): Promise<JournalEntry[]>;
}

/** Opens the journal in `folder`, which is made when something is kept. */
export function openJournal(folder: string): Journal {
  const fileOf = (articleId: string, window = '') => path.join(folder, keptName(articleId, window));
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
  const setAside = async (articleId: string, file: string) => {
    if ((await readEntry(file)) === undefined) return;
    const aside = await asideOf(articleId);
    await fs.rename(file, aside).catch((error: unknown) => {
      throw fileFault(error, file);
    });
  };
  const write = async (file: string, { article, at, reason }: JournalEntry) => {
    await makeFolder(folder);
    const entry = { at, reason, article: articleToJson(article) };
    await writeAtomic(file, JSON.stringify(entry));
  };

  return {
    keep: (entry, window) => write(fileOf(entry.article.id, window), entry),
    find: async (entry) => write(await asideOf(entry.article.id), entry),
    forget: (articleId, window) => fs.rm(fileOf(articleId, window), { force: true }),
    async offer(articleId, saving = new Set()) {
      const live = new Set([...saving].map((window) => keptName(articleId, window)));
      for (const name of await names()) {
        if (!isKeptName(name, articleId) || live.has(name)) continue;
        // oxlint-disable-next-line no-await-in-loop
        await setAside(articleId, path.join(folder, name));
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

/** The file of what a window keeps; one that is not known has the plain name. */
function keptName(articleId: string, window: string): string {
  return `${safeName(articleId)}${window === '' ? '' : `.of-${safeName(window)}`}.json`;
}

function isKeptName(name: string, articleId: string): boolean {
  const stem = `${safeName(articleId)}.`;
  return name === `${stem}json` || (name.startsWith(`${stem}of-`) && name.endsWith('.json'));
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
