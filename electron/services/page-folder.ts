import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import { type WriteOptions, syncFolder, writeAtomic } from './atomic-write.ts';
import { fileFault, systemCode } from './file-fault.ts';
import { makeFolder } from './make-folder.ts';
import { mediaFolder } from './media-folder.ts';
import { publishedName, readPublishedName } from './media-name.ts';
import { ownedName } from './owned-name.ts';
import type { PublishedMedia } from './published-media.ts';
import type { StoryPictures } from './story-pictures.ts';

/** A page and where its pictures are taken from. */
export interface PageParts {
  /** The name of the page in its folder. */
  fileName: string;
  html: string;
  pictures: StoryPictures;
  /** The folder of the article. */
  source: string;
}

/** How the writing goes on; `signal` ends it before the next picture. */
export interface PageProgress extends Pick<WriteOptions, 'durable'> {
  signal?: AbortSignal | undefined;
  /** Told after each picture, how many of how many are done. */
  onPicture?: (done: number, total: number) => void;
}

/**
 * Writes a page with its pictures into a folder: the page itself and `media/`. A new folder is there
 * whole or not at all; in one that is there the pictures come first and the page last, and pictures
 * of an earlier page that nothing shows any more are removed. Answers the path of the page. Throws an
 * AppError: `picture-missing` with the place in the story, `cancelled`, or one of writing.
 */
export async function writePage(
  folder: string,
  parts: PageParts,
  media: PublishedMedia,
  progress: PageProgress = {},
): Promise<string> {
  const [fault] = parts.pictures.faults;
  if (fault !== undefined) {
    throw new AppError(
      'picture-missing',
      `${fault.path}: ${fault.message}. Or take the picture out of the story`,
      { path: fault.path },
    );
  }
  if (!(await isThere(folder))) await writeFresh(folder, parts, media, progress);
  else await writeInto(folder, parts, media, progress);
  return path.join(folder, parts.fileName);
}

async function writeFresh(
  folder: string,
  parts: PageParts,
  media: PublishedMedia,
  progress: PageProgress,
): Promise<void> {
  const parent = path.dirname(folder);
  await makeFolder(parent);
  const fresh = path.join(parent, `.galley-${ownedName()}`);
  try {
    await writeInto(fresh, parts, media, progress);
    await fs.rename(fresh, folder);
    if (progress.durable ?? true) await syncFolder(parent);
  } catch (error) {
    await fs.rm(fresh, { recursive: true, force: true });
    // Somebody else made the folder in between.
    if (['EEXIST', 'ENOTEMPTY'].includes(systemCode(error) ?? '')) {
      return writeInto(folder, parts, media, progress);
    }
    throw fileFault(error, folder);
  }
}

async function writeInto(
  folder: string,
  { fileName, html, pictures, source }: PageParts,
  media: PublishedMedia,
  { signal, onPicture, durable = true }: PageProgress,
): Promise<void> {
  await makeFolder(folder);
  const place = mediaFolder(folder);
  const wanted = [...pictures.files].flatMap(([file, { sizes, words }]) =>
    sizes.map((size) => ({ file, size, words, name: publishedName(file, size.width) })),
  );
  if (wanted.length > 0) await makeFolder(place);
  for (const [index, { file, size, words, name }] of wanted.entries()) {
    if (signal?.aborted) throw cancelled();
    // One after another: the library itself uses every core.
    // oxlint-disable-next-line no-await-in-loop
    const bytes = await media.make(source, file, size, words);
    // oxlint-disable-next-line no-await-in-loop
    await writeAtomic(path.join(place, name), bytes, { durable });
    onPicture?.(index + 1, wanted.length);
  }
  if (signal?.aborted) throw cancelled();
  await writeAtomic(path.join(folder, fileName), html, { durable });
  await removeOthers(place, new Set(wanted.map(({ name }) => name)));
}

/** What an export throws that a person has stopped. */
export function cancelled(): AppError {
  return new AppError('cancelled', 'the export was stopped; what was not written is as it was');
}

/** Only what is named as we name pictures: the folder may hold other things. */
async function removeOthers(place: string, wanted: ReadonlySet<string>): Promise<void> {
  const names = await fs.readdir(place).catch(() => []);
  const stale = names.filter((name) => readPublishedName(name) !== undefined && !wanted.has(name));
  await Promise.all(stale.map((name) => fs.rm(path.join(place, name), { force: true })));
}

async function isThere(folder: string): Promise<boolean> {
  try {
    await fs.stat(folder);
    return true;
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw fileFault(error, folder);
  }
}
