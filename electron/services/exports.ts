import fs from 'node:fs/promises';
import path from 'node:path';
import type { Article } from '../../article/article.ts';
import { type Length, storyLength } from '../../article/counts.ts';
import { type FormatId, formats } from '../../article/formats/formats.ts';
import { outgoing } from '../../article/formats/outgoing.ts';
import type { House } from '../../article/house.ts';
import { picturesApart } from '../../article/pictures.ts';
import type { LinkedStory, Warning } from '../../article/publish.ts';
import type { Exported } from '../contract/exported.ts';
import { type WriteOptions, writeAtomic } from './atomic-write.ts';
import { makeFolder } from './make-folder.ts';
import type { PublishedMedia } from './published-media.ts';
import { type StoryPictures, storyPictures } from './story-pictures.ts';

/** What a story is rendered with besides itself. */
export interface ExportContext {
  house: House;
  stylesheet: string;
  media: PublishedMedia;
  resolve(articleId: string): LinkedStory | undefined;
}

export interface ExportOptions {
  format: FormatId;
  /** Leave out what this Galley does not know, instead of stopping at it. */
  dropUnknown?: boolean;
}

/** A story in a format, and how long it is. */
interface Rendered extends Length {
  text: string;
  warnings: Warning[];
}

/** With the pictures that it names. */
export interface RenderedStory extends Rendered {
  pictures: StoryPictures;
}

/**
 * The story in a format; its pictures are looked for in the folder of the article. Preview, export,
 * download and command line all come through here.
 */
export async function renderExport(
  article: Article,
  folder: string,
  { format, dropUnknown = false }: ExportOptions,
  { house, stylesheet, media, resolve }: ExportContext,
): Promise<RenderedStory> {
  const now = new Date().toISOString();
  const story = outgoing(article, { resolve, dropUnknown, now });
  const pictures = await storyPictures(story.published, folder, media);
  const find = (file: string) => pictures.find(file);
  return {
    text: story.as(formats[format], { house, stylesheet, media: find }),
    warnings: [...story.warnings, ...pictureWarnings(pictures, format)],
    ...storyLength(story.published),
    pictures,
  };
}

function pictureWarnings({ files, faults }: StoryPictures, format: FormatId): Warning[] {
  return formats[format].pictures === 'apart' ? [...faults, ...picturesApart(files.size)] : faults;
}

/** Writes an export whole, or leaves the file that was there. Makes the folder. */
export async function writeExport(
  folder: string,
  fileName: string,
  { text, warnings, words, characters }: Rendered,
  options: Pick<WriteOptions, 'durable'> = {},
): Promise<Exported> {
  await makeFolder(folder);
  const file = path.join(folder, fileName);
  await writeAtomic(file, text, options);
  return { path: file, folder, warnings, words, characters };
}

/** The stylesheet of published pages. */
export function readStylesheet(assetsFolder: string): Promise<string> {
  return fs.readFile(path.join(assetsFolder, 'article.css'), 'utf8');
}
