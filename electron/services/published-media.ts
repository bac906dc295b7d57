import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import { fileFault } from './file-fault.ts';
import { mediaFolder, readStored } from './media-folder.ts';
import { readPublishedName } from './media-name.ts';
import type { PictureCache } from './picture-cache.ts';
import type { PictureWords } from './picture-words.ts';
import { readPicture } from './picture.ts';
import { RECIPE, makePublished } from './published-picture.ts';
import { type PublishedSize, publishedSizes } from './published-size.ts';

const NO_WORDS: PictureWords = { caption: '', alt: '', credit: '', copyright: '' };

/** Makes the published forms of stored pictures, each of them once on this machine. */
export class PublishedMedia {
  private readonly cache: PictureCache;
  /** By the file as it was: a page is previewed at every pause in the writing. */
  private readonly known = new Map<string, readonly PublishedSize[]>();

  constructor(cache: PictureCache) {
    this.cache = cache;
  }

  /** The sizes in which a stored picture is published. Throws an AppError of reading. */
  async sizes(folder: string, file: string): Promise<readonly PublishedSize[]> {
    const place = path.join(mediaFolder(folder), file);
    const { size, mtimeMs } = await fs.stat(place).catch((error: unknown) => {
      throw fileFault(error, place);
    });
    const key = JSON.stringify([place, size, mtimeMs]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const sizes = publishedSizes(await readPicture(await readStored(folder, file), place));
    this.known.set(key, sizes);
    return sizes;
  }

  /** A stored picture in a size, with the words in it. Throws an AppError of reading. */
  async make(
    folder: string,
    file: string,
    size: PublishedSize,
    words: PictureWords,
  ): Promise<Uint8Array> {
    const stored = await readStored(folder, file);
    const place = path.join(mediaFolder(folder), file);
    return this.cache.get([RECIPE, file, size, words], async () =>
      makePublished(await readPicture(stored, place), size, words, place),
    );
  }

  /**
   * A picture by its published name, as the preview shows it. Throws an AppError `no-picture` for a
   * name that is not published, and those of reading.
   */
  async preview(folder: string, name: string): Promise<Uint8Array> {
    const { file, width } = readPublishedName(name) ?? {};
    const sizes = file === undefined ? [] : await this.sizes(folder, file);
    const size = sizes.find((one) => one.width === width);
    if (file === undefined || size === undefined) {
      throw new AppError('no-picture', `“${name}” is not the name of a published picture`);
    }
    return this.make(folder, file, size, NO_WORDS);
  }
}
