import path from 'node:path';
import { writeAtomic } from './atomic-write.ts';
import { makeFolder } from './make-folder.ts';
import { contentHash, safeName } from './safe-name.ts';

/** Earlier states of articles that this machine keeps. */
export interface Versions {
  /** Keeps a state until the person removes it; answers its file. `at` is RFC 3339, UTC. */
  keep(articleId: string, text: string, at: string): Promise<string>;
}

/** Opens the versions in `folder`, which is made when one is kept. */
export function openVersions(folder: string): Versions {
  return {
    async keep(articleId, text, at) {
      const place = path.join(folder, safeName(articleId));
      await makeFolder(place);
      const name = `${at.replace(/[^0-9TZ]/gu, '-')}-${contentHash(text).slice(0, 8)}.json`;
      const file = path.join(place, name);
      await writeAtomic(file, text);
      return file;
    },
  };
}
