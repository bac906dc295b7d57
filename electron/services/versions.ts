import fs from 'node:fs/promises';
import path from 'node:path';
import type { Article } from '../../article/article.ts';
import { readArticleFile } from '../../article/article-file.ts';
import { writeAtomic } from './atomic-write.ts';
import { systemCode } from './file-fault.ts';
import { makeFolder } from './make-folder.ts';
import { decodeText } from './read-text.ts';
import { contentHash, safeName } from './safe-name.ts';

/** Earlier states of articles that this machine keeps. */
export interface Versions {
  /** Remembers the bytes of a file that a window now works on: the base of a later merge. */
  rememberBase(articleId: string, bytes: Uint8Array): Promise<void>;
  /** The article whose file had this hash, if it is still remembered. */
  base(articleId: string, hash: string): Promise<Article | undefined>;
  /** Keeps a state until the person removes it. `at` is RFC 3339, UTC. */
  keep(articleId: string, text: string, at: string): Promise<void>;
}

/** More than the windows that may have one article open at different states. */
const BASES = 8;

/** Opens the versions in `folder`, which is made when one is kept. */
export function openVersions(folder: string): Versions {
  const folderOf = (articleId: string) => path.join(folder, safeName(articleId));
  const basesOf = (articleId: string) => path.join(folderOf(articleId), 'bases');
  return {
    async rememberBase(articleId, bytes) {
      const bases = basesOf(articleId);
      await makeFolder(bases);
      // Not forced to the disk: no window outlives the system.
      await fs.writeFile(path.join(bases, `${contentHash(bytes)}.json`), bytes);
      await dropOldest(bases, BASES);
    },
    async base(articleId, hash) {
      try {
        const bytes = await fs.readFile(path.join(basesOf(articleId), `${safeName(hash)}.json`));
        if (contentHash(bytes) !== hash) return undefined;
        return readArticleFile(decodeText(bytes)).article;
      } catch (error) {
        if (systemCode(error) === 'ENOENT') return undefined;
        throw error;
      }
    },
    async keep(articleId, text, at) {
      await makeFolder(folderOf(articleId));
      const name = `${at.replace(/[^0-9TZ]/gu, '-')}-${contentHash(text).slice(0, 8)}.json`;
      await writeAtomic(path.join(folderOf(articleId), name), text);
    },
  };
}

async function dropOldest(folder: string, most: number): Promise<void> {
  const names = await fs.readdir(folder);
  if (names.length <= most) return;
  const aged = await Promise.all(
    names.map(async (name) => {
      const file = path.join(folder, name);
      return { file, time: (await fs.stat(file)).mtimeMs };
    }),
  );
  aged.sort((a, b) => b.time - a.time);
  await Promise.all(aged.slice(most).map(({ file }) => fs.rm(file, { force: true })));
}
