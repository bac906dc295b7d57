import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import { syncFolder, writeAtomic } from './atomic-write.ts';
import { fileFault, systemCode } from './file-fault.ts';
import { makeFolder } from './make-folder.ts';
import { isContentOf, isMediaName, mediaName } from './media-name.ts';
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
  if (!(await isStored(folder, file))) {
    try {
      // Not with its parents: a story that is gone must not come back as a folder of pictures.
      await fs.mkdir(folder).catch((error: unknown) => {
        if (systemCode(error) !== 'EEXIST') throw error;
      });
      await syncFolder(articleFolder);
    } catch (error) {
      throw fileFault(error, folder);
    }
    await writeAtomic(path.join(folder, file), bytes);
  }
  return { ...picture, file };
}

/**
 * The bytes of a stored picture. Throws an AppError: `no-picture` for a name that no picture has,
 * `missing`, or `picture-damaged` when the content is not what it was stored as.
 */
export async function readStored(articleFolder: string, file: string): Promise<Uint8Array> {
  if (!isMediaName(file)) {
    throw new AppError('no-picture', `“${file}” is not the name of a stored picture`);
  }
  const place = path.join(mediaFolder(articleFolder), file);
  const bytes = await readLimited(place);
  if (!isContentOf(file, bytes)) {
    throw new AppError(
      'picture-damaged',
      `${place}: not the picture that was stored, or not all of it; wait until it has arrived or add it again`,
    );
  }
  return bytes;
}

/** Copies every picture of a story to another one's folder. */
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
      await writeAtomic(
        path.join(mediaFolder(to), name),
        await readLimited(path.join(folder, name)),
      );
    }
  } catch (error) {
    throw fileFault(error, mediaFolder(to));
  }
}

/** A file of that name with another content is one that arrived in part. */
async function isStored(folder: string, file: string): Promise<boolean> {
  try {
    return isContentOf(file, await fs.readFile(path.join(folder, file)));
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return false;
    throw fileFault(error, path.join(folder, file));
  }
}

/** Reads a file of at most 32 MB. Throws an AppError `too-large` or one of `fileFault`. */
export async function readLimited(file: string): Promise<Uint8Array> {
  try {
    const handle = await fs.open(file, 'r');
    try {
      const { size } = await handle.stat();
      if (size > MAX_PICTURE_BYTES) {
        throw new AppError('too-large', `${file}: over 32 MB; make the picture smaller`);
      }
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw fileFault(error, file);
  }
}
