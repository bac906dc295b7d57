import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import { type Article, parseArticle } from '../../article/article.ts';
import { MAX_TEXT_BYTES, articleToJson } from '../../article/article-file.ts';
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
  /**
   * What the same window had sent to be written before these words, which the file may have; left out
   * where both together are too large.
   */
  before?: Article;
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
   * The oldest words of sessions that are over, else those of a window of this run, which stay its
   * own: it may be gone. Those that are kept of the windows in `saving` are on their way. Throws an AppError `journal-damaged` when there is something that
   * cannot be read, `journal-unreadable` when the folder cannot.
   */
  offer(articleId: string, saving?: ReadonlySet<string>): Promise<JournalEntry | undefined>;
  /** Forgets what `offer` gave last, unless it is newer now: the person has taken it over or refused it. */
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

  /** The files with words of an article that were set aside, the oldest first. */
  const asideFiles = async (articleId: string): Promise<string[]> => {
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
  /** The files of the windows of this run, which write what is in them as soon as they can. */
  const living = new Set<string>();
  /** The words of each story that were offered last. */
  const offered = new Map<string, { file: string; at: string }>();
  const write = async (file: string, { article, before, at, reason }: JournalEntry) => {
    await makeFolder(folder);
    const entry = { at, reason, article: articleToJson(article) };
    const withBefore = before && JSON.stringify({ ...entry, before: articleToJson(before) });
    if (withBefore !== undefined && Buffer.byteLength(withBefore) <= MAX_TEXT_BYTES) {
      try {
        await writeAtomic(file, withBefore);
        return;
      } catch {
        // The words alone may have room.
      }
    }
    await writeAtomic(file, JSON.stringify(entry));
  };

  return {
    async keep(entry, window = '') {
      const file = fileOf(entry.article.id, window);
      if (window !== '') living.add(file);
      await write(file, entry);
    },
    find: async (entry) => write(await asideOf(entry.article.id), entry),
    forget: (articleId, window) => fs.rm(fileOf(articleId, window), { force: true }),
    async offer(articleId, saving = new Set()) {
      const onTheirWay = new Set([...saving].map((window) => fileOf(articleId, window)));
      const kept = (await names())
        .filter((name) => isKeptName(name, articleId))
        .map((name) => path.join(folder, name))
        .filter((file) => !onTheirWay.has(file));
      for (const file of kept) {
        // oxlint-disable-next-line no-await-in-loop
        if (!living.has(file)) await setAside(articleId, file);
      }
      offered.delete(articleId);
      for (const file of [...(await asideFiles(articleId)), ...kept]) {
        // One that is set aside or written meanwhile is none.
        // oxlint-disable-next-line no-await-in-loop
        const entry = await readEntry(file);
        if (entry === undefined) continue;
        offered.set(articleId, { file, at: entry.at });
        return entry;
      }
      return undefined;
    },
    async forgetOffered(articleId) {
      const kept = await names();
      const last = offered.get(articleId);
      offered.delete(articleId);
      if (last === undefined || !kept.includes(path.basename(last.file))) return;
      // The window may have kept newer words in their place.
      if ((await readEntry(last.file))?.at !== last.at) return;
      await fs.rm(last.file, { force: true }).catch((error: unknown) => {
        throw fileFault(error, last.file);
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

/** It is a help only: the words can be read without it. */
function readBefore(before: unknown): Pick<JournalEntry, 'before'> {
  try {
    return before === undefined ? {} : { before: parseArticle(before) };
  } catch {
    return {};
  }
}

async function readEntry(file: string): Promise<JournalEntry | undefined> {
  try {
    const { at, reason, article, before } = JSON.parse(
      decodeText(await readBytes(file)),
    ) as Partial<Record<string, unknown>>;
    return {
      article: parseArticle(article),
      ...readBefore(before),
      at: String(at),
      reason: String(reason),
    };
  } catch (error) {
    if (error instanceof AppError && error.code === 'missing') return undefined;
    throw new AppError(
      'journal-damaged',
      `${file}: words of an earlier session were kept here and cannot be read; look into the file before you delete it`,
      { cause: error },
    );
  }
}
