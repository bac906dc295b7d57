import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import { type Article, parseArticle } from '../../article/article.ts';
import { articleToJson } from '../../article/article-file.ts';
import { writeAtomic } from './atomic-write.ts';
import { systemCode } from './file-fault.ts';
import { makeFolder } from './make-folder.ts';
import { safeName } from './safe-name.ts';

/** Words that could not be written to their file. */
export interface JournalEntry {
  article: Article;
  /** RFC 3339, UTC */
  at: string;
  /** Why the file could not be written, for the person. */
  reason: string;
}

/** What this machine holds for a desk because the desk's files do not. */
export interface Journal {
  keep(entry: JournalEntry): Promise<void>;
  /** Throws an AppError `journal-damaged` when there is something that cannot be read. */
  read(articleId: string): Promise<JournalEntry | undefined>;
  forget(articleId: string): Promise<void>;
  all(): Promise<JournalEntry[]>;
}

/** Opens the journal in `folder`, which is made when something is kept. */
export function openJournal(folder: string): Journal {
  const fileOf = (articleId: string) => path.join(folder, `${safeName(articleId)}.json`);
  return {
    async keep({ article, at, reason }) {
      await makeFolder(folder);
      const entry = { at, reason, article: articleToJson(article) };
      await writeAtomic(fileOf(article.id), JSON.stringify(entry));
    },
    read: (articleId) => readEntry(fileOf(articleId)),
    forget: (articleId) => fs.rm(fileOf(articleId), { force: true }),
    async all() {
      const names = await fs.readdir(folder).catch(() => []);
      const files = names.filter((name) => name.endsWith('.json'));
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

async function readEntry(file: string): Promise<JournalEntry | undefined> {
  try {
    const { at, reason, article } = JSON.parse(await fs.readFile(file, 'utf8')) as Partial<
      Record<string, unknown>
    >;
    return { article: parseArticle(article), at: String(at), reason: String(reason) };
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw new AppError(
      'journal-damaged',
      `${file}: words of an earlier session were kept here and cannot be read; look into the file before you delete it`,
      { cause: error },
    );
  }
}
