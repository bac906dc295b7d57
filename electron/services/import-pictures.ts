import fs from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '../../article/app-error.ts';
import type { Article } from '../../article/article.ts';
import type { Picture as StoryPicture } from '../../article/blocks/picture.ts';
import type { KeptPicture } from '../../article/html/kept-picture.ts';
import { joinRuns } from '../../article/inline.ts';
import { mapPictures, picturesOf } from '../../article/pictures.ts';
import { readLimited, storePicture } from './media-folder.ts';
import { mediaName, readPublishedName } from './media-name.ts';
import { wordsOf } from './picture-words.ts';
import { readPicture, requireWhole } from './picture.ts';

/** A story that was read, its pictures found. */
export interface TakenPictures {
  /** The story, whose pictures name the files that `furnish` stores. */
  article: Article;
  /** What could not be taken, in words for the person. */
  notices: string[];
  /** Stores the pictures in the folder of the story. */
  furnish(folder: string): Promise<void>;
}

/**
 * Finds the pictures of an imported story: those that the text held in itself (`kept`) and those that
 * lie beside its file, in the folder `beside` or below it. Nothing is fetched: a picture that is not
 * there is a notice.
 */
export async function takePictures(
  article: Article,
  kept: readonly KeptPicture[],
  beside?: string,
): Promise<TakenPictures> {
  const notices: string[] = [];
  const files = new Map<string, Uint8Array>();
  const changed = new Map<string, StoryPicture>();
  for (const { picture } of picturesOf(article.body)) {
    try {
      // One after another: pictures are large.
      // oxlint-disable-next-line no-await-in-loop
      const found = await findPicture(picture, kept, beside);
      if (found === undefined) continue;
      // oxlint-disable-next-line no-await-in-loop
      const taken = await takeOne(picture, found);
      files.set(taken.file, found.bytes);
      changed.set(picture.id, taken);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      notices.push(`A picture was not taken: ${error.message}`);
    }
  }
  return {
    article: {
      ...article,
      body: mapPictures(article.body, (picture) => changed.get(picture.id) ?? picture),
    },
    notices,
    async furnish(folder) {
      for (const [name, bytes] of files) {
        // oxlint-disable-next-line no-await-in-loop
        await storePicture(folder, bytes, name);
      }
    },
  };
}

interface FoundPicture {
  bytes: Uint8Array;
  name: string;
}

async function findPicture(
  { id, file, source }: StoryPicture,
  kept: readonly KeptPicture[],
  beside: string | undefined,
): Promise<FoundPicture | undefined> {
  const own = kept.find(({ forImage }) => forImage === id);
  if (own !== undefined && 'bytes' in own) {
    return { bytes: Buffer.from(own.bytes, 'base64'), name: 'a picture in the page' };
  }
  const named = file === undefined ? own?.path : `media/${file}`;
  if (named === undefined) return undefined;
  const place = beside === undefined ? undefined : await placeOf(beside, named, file);
  if (place !== undefined) return { bytes: await readLimited(place), name: place };
  if (source !== undefined) return undefined;
  throw new AppError(
    'missing',
    `${named} is not beside the page; put it there and import again, or add it to the story`,
  );
}

/** A file in the folder of the page or below it; of a picture of ours, else its largest size. */
async function placeOf(
  beside: string,
  named: string,
  file: string | undefined,
): Promise<string | undefined> {
  const folder = await fs.realpath(beside);
  const published = file === undefined ? [] : await publishedOf(path.join(folder, 'media'), file);
  for (const name of [named, ...published]) {
    // oxlint-disable-next-line no-await-in-loop
    const place = await fs.realpath(path.join(folder, name)).catch(() => undefined);
    // A page from elsewhere must not reach for the pictures of this machine.
    if (place?.startsWith(folder + path.sep)) return place;
  }
  return undefined;
}

async function publishedOf(folder: string, file: string): Promise<string[]> {
  const names = await fs.readdir(folder).catch(() => []);
  return names
    .flatMap((name) => {
      const published = readPublishedName(name);
      return published?.file === file ? [{ name, width: published.width }] : [];
    })
    .sort((a, b) => b.width - a.width)
    .map(({ name }) => path.join('media', name));
}

/** What the page says of the picture stays; what only its file says is taken over. */
async function takeOne(
  picture: StoryPicture,
  { bytes, name }: FoundPicture,
): Promise<StoryPicture & { file: string }> {
  const read = await readPicture(bytes, name);
  await requireWhole(read, name);
  const file = mediaName(bytes, read.type);
  if (file === picture.file) return { ...picture, file };
  const words = wordsOf(read);
  const said = Object.entries(words).filter(([, text]) => text !== '');
  const { source: _elsewhere, from: _before, ...rest } = picture;
  return {
    ...rest,
    file,
    width: read.width,
    height: read.height,
    alt: picture.alt || words.alt,
    caption: picture.caption.length > 0 ? picture.caption : joinRuns([{ text: words.caption }]),
    credit: picture.credit || words.credit,
    copyright: picture.copyright || words.copyright,
    ...(said.length > 0 && { from: Object.fromEntries(said) }),
  };
}
