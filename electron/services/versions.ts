import fs from 'node:fs/promises';
import path from 'node:path';
import { writeAtomic } from './atomic-write.ts';
import { makeFolder } from './make-folder.ts';
import { nextNumber } from './next-number.ts';
import { contentHash, safeName } from './safe-name.ts';

/** Earlier states of articles that this machine keeps. */
export interface Versions {
  /** Keeps a state until the person removes it, once; answers its file. `at` is RFC 3339, UTC. */
  keep(articleId: string, text: string, at: string): Promise<string>;
}

/** Opens the versions in `folder`, which is made when one is kept. */
export function openVersions(folder: string): Versions {
  return {
    async keep(articleId, text, at) {
      const place = path.join(folder, safeName(articleId));
      await makeFolder(place);
      const state = `${at.replace(/[^0-9TZ]/gu, '-')}-${contentHash(text).slice(0, 8)}.json`;
      const names = await fs.readdir(place);
      const kept = names.find((name) => name.endsWith(`-${state}`));
      if (kept !== undefined) return path.join(place, kept);
      // Those of earlier Galleys begin with their time, and sort before.
      const file = path.join(place, `v${nextNumber(names, 'v')}-${state}`);
      await writeAtomic(file, text);
      return file;
    },
  };
}
