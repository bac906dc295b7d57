import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import { syncFolder, writeAtomic } from './atomic-write.ts';
import { fileFault, systemCode } from './file-fault.ts';
import { placeInDesk } from './inside-desk.ts';
import { makeFolder } from './make-folder.ts';
import { isContentOf, isMediaName, mediaName } from './media-name.ts';
import { readRegularFile } from './read-file.ts';
import { MAX_PICTURE_BYTES } from './picture-library.ts';
import { type Picture, readPicture, requireWhole } from './picture.ts';

/** The folder of a story's pictures. */
export function mediaFolder(articleFolder: string): string {
  return path.join(articleFolder, 'media');
}

/** A picture of a story and the name of its file. */
export interface StoredPicture extends Picture {
  file: string;
}

/**
 * Puts a picture beside a story, once: the name is made from its content. `name` is what it was
 * called, for messages. Throws an AppError of `readPicture` or of writing; nothing is stored then.
 */
export async function storePicture(
  articleFolder: string,
  bytes: Uint8Array,
  name: string,
): Promise<StoredPicture> {
  const picture = await readPicture(bytes, name);
  await requireWhole(picture, name);
  const file = mediaName(bytes, picture.type);
  const folder = mediaFolder(articleFolder);
  if (!(await isStored(articleFolder, file))) {
    try {
      // Not with its parents: a story that is gone must not come back as a folder of pictures.
      await fs.mkdir(folder).catch((error: unknown) => {
        if (systemCode(error) !== 'EEXIST') throw error;
      });
      await syncFolder(articleFolder);
      await placeInDesk(articleFolder, folder);
    } catch (error) {
      throw fileFault(error, folder);
    }
    await writeAtomic(path.join(folder, file), bytes);
  }
  return { ...picture, file };
}

/**
 * The bytes of a stored picture. Throws an AppError: `no-picture` for a name that no picture has,
 * `missing`, `leads-out`, or `picture-damaged` when the content is not what it was stored as.
 */
export async function readStored(articleFolder: string, file: string): Promise<Uint8Array> {
  if (!isMediaName(file)) {
    throw new AppError('no-picture', `“${file}” is not the name of a stored picture`);
  }
  const place = path.join(mediaFolder(articleFolder), file);
  const bytes = await readOwn(articleFolder, file);
  if (!isContentOf(file, bytes)) {
    throw new AppError(
      'picture-damaged',
      `${place}: not the picture that was stored, or not all of it; wait until it has arrived or add it again`,
    );
  }
  return bytes;
}

/**
 * Copies every picture of a story to another one's folder. What is no picture but a folder, a pipe
 * or a link out of the desk stays behind: the copy, like the story, is said to lack it.
 */
export async function copyMedia(from: string, to: string): Promise<void> {
  const folder = mediaFolder(from);
  let names: string[];
  try {
    names = (await fs.readdir(folder)).filter(isMediaName);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return;
    throw fileFault(error, folder);
  }
  if (names.length === 0) return;
  try {
    await makeFolder(mediaFolder(to));
    for (const name of names) {
      // One after another: pictures are large.
      // oxlint-disable-next-line no-await-in-loop
      const bytes = await readOwn(from, name).catch(unlessOdd);
      // oxlint-disable-next-line no-await-in-loop
      if (bytes !== undefined) await writeAtomic(path.join(mediaFolder(to), name), bytes);
    }
  } catch (error) {
    throw fileFault(error, mediaFolder(to));
  }
}

/** A file of that name with another content is one that arrived in part. */
async function isStored(articleFolder: string, file: string): Promise<boolean> {
  try {
    return isContentOf(file, await readOwn(articleFolder, file));
  } catch (error) {
    if (error instanceof AppError && ['missing', 'too-large'].includes(error.code)) return false;
    throw error;
  }
}

function unlessOdd(error: unknown): undefined {
  if (error instanceof AppError && ODD.includes(error.code)) return;
  throw error;
}

const ODD: readonly string[] = ['leads-out', 'not-a-file', 'is-a-folder', 'missing', 'too-large'];

/** The bytes of a picture of this story or, by a link, of another one of its desk. */
async function readOwn(articleFolder: string, file: string): Promise<Uint8Array> {
  const place = path.join(mediaFolder(articleFolder), file);
  await placeInDesk(articleFolder, place);
  return readLimited(place);
}

/** Reads a file of at most 32 MB. Throws an AppError as `readRegularFile` does. */
export async function readLimited(file: string): Promise<Uint8Array> {
  return (await readRegularFile(file, { bytes: MAX_PICTURE_BYTES, refusal: TOO_LARGE })).bytes;
}

const TOO_LARGE = 'over 32 MB; make the picture smaller';
