import fs from 'node:fs/promises';
import path from 'node:path';
import { writeAtomic } from './atomic-write.ts';
import { KeyedQueue } from './keyed-queue.ts';
import { readLimited } from './media-folder.ts';
import { makeFolder } from './make-folder.ts';
import { contentHash } from './safe-name.ts';

/** How much of this machine's disk the made pictures may take, in bytes. */
const MAX_BYTES = 512 * 1024 * 1024;

/** Made pictures, kept on this machine: what was made once is not made again. */
export class PictureCache {
  private readonly folder: string;
  private readonly maxBytes: number;
  private readonly queue = new KeyedQueue();

  constructor(folder: string, maxBytes: number = MAX_BYTES) {
    this.folder = folder;
    this.maxBytes = maxBytes;
  }

  /** What `make` gives for `key`, everything that its bytes depend on. Only one makes it at a time. */
  get(key: unknown, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
    const name = contentHash(JSON.stringify(key));
    return this.queue.run(name, async () => {
      const file = path.join(this.folder, name);
      const kept = await readLimited(file).catch(() => undefined);
      if (kept !== undefined) {
        const now = new Date();
        await fs.utimes(file, now, now).catch(() => undefined);
        return kept;
      }
      const bytes = await make();
      await this.keep(file, bytes);
      return bytes;
    });
  }

  /** Removes what was not asked for the longest, until the rest fits. Never rejects. */
  async prune(): Promise<void> {
    const names = await fs.readdir(this.folder).catch(() => []);
    const files = await Promise.all(
      names.map(async (name) => {
        const file = path.join(this.folder, name);
        const { size = 0, mtimeMs = 0 } = (await fs.stat(file).catch(() => undefined)) ?? {};
        return { file, size, mtimeMs };
      }),
    );
    let kept = 0;
    for (const { file, size } of files.sort((a, b) => b.mtimeMs - a.mtimeMs)) {
      kept += size;
      // oxlint-disable-next-line no-await-in-loop
      if (kept > this.maxBytes) await fs.rm(file, { force: true }).catch(() => undefined);
    }
  }

  /** A disk without room for it makes Galley slower, not wrong. */
  private async keep(file: string, bytes: Uint8Array): Promise<void> {
    try {
      await makeFolder(this.folder);
      await writeAtomic(file, bytes);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      console.warn(`A published picture could not be kept for the next time: ${reason}`);
    }
  }
}
