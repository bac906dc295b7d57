import fs from 'node:fs/promises';
import path from 'node:path';
import { isId } from '../../article/schema.ts';
import type { Desk } from './desk.ts';
import { placeInside } from './inside-desk.ts';

/** An installation that has written nothing for so long is gone, in milliseconds. */
const GONE_AFTER = 90 * 24 * 60 * 60 * 1000;

interface SharedFile {
  file: string;
  owner: string;
  written: number;
}

/**
 * Removes what installations have left on the desk that are gone for good: who was there, and their
 * news. The time is that of the newest of these files, which is of the clock that all of them have,
 * or of the own clock if that is before it. One who comes back all the same writes them anew.
 */
export async function sweepGone(desk: Desk, own: string): Promise<void> {
  const here = await filesIn(desk, 'here', /^(?<owner>.+)\.json$/u);
  const files = [...here, ...(await filesIn(desk, 'news', /^(?<owner>[^.].*)$/u))];
  const now = Math.min(Date.now(), Math.max(...files.map(({ written }) => written)));
  for (const { file, owner, written } of files) {
    // oxlint-disable-next-line no-await-in-loop
    if (owner !== own && now - written > GONE_AFTER) await fs.rm(file, { force: true });
  }
}

async function filesIn(desk: Desk, name: string, named: RegExp): Promise<SharedFile[]> {
  const folder = path.join(desk.own, name);
  try {
    await placeInside([desk.folder], folder);
    const files: SharedFile[] = [];
    for (const entry of await fs.readdir(folder, { withFileTypes: true })) {
      const owner = named.exec(entry.name)?.groups?.['owner'];
      if (!entry.isFile() || !isId(owner)) continue;
      const file = path.join(folder, entry.name);
      // oxlint-disable-next-line no-await-in-loop
      files.push({ file, owner, written: (await fs.lstat(file)).mtimeMs });
    }
    return files;
  } catch {
    // Nothing was told there, or the desk is gone, which is told elsewhere.
    return [];
  }
}
