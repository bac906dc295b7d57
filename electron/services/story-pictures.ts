import { AppError } from '../../article/app-error.ts';
import type { Picture } from '../../article/blocks/picture.ts';
import type { PublishedPicture } from '../../article/html/page-setting.ts';
import { plainText } from '../../article/inline.ts';
import { picturesOf } from '../../article/pictures.ts';
import type { Published, Warning } from '../../article/publish.ts';
import { publishedName } from './media-name.ts';
import type { PictureWords } from './picture-words.ts';
import type { PublishedMedia } from './published-media.ts';
import type { PublishedSize } from './published-size.ts';

/** The pictures that a story shows when it is published. */
export interface StoryPictures {
  /** The sizes of each, and what its published file says, by the name of the stored file. */
  files: Map<string, { sizes: readonly PublishedSize[]; words: PictureWords }>;
  /** Pictures that are named in the story and cannot be read. */
  faults: Warning[];
  /** Where a picture is, seen from the page. */
  find(file: string): PublishedPicture | undefined;
}

/** Looks at the pictures that a story publishes and that lie in its folder. */
export async function storyPictures(
  { body }: Published,
  folder: string,
  media: PublishedMedia,
): Promise<StoryPictures> {
  const files: StoryPictures['files'] = new Map();
  const faults: Warning[] = [];
  for (const { picture, path } of picturesOf(body)) {
    const { file } = picture;
    if (file === undefined || files.has(file)) continue;
    try {
      // One after another: pictures are large.
      // oxlint-disable-next-line no-await-in-loop
      const sizes = await media.sizes(folder, file);
      files.set(file, { sizes, words: wordsOfStory(picture) });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      faults.push({ code: 'picture-fault', path, message: error.message });
    }
  }
  return { files, faults, find: (file) => publishedPicture(file, files.get(file)?.sizes) };
}

/** Where a stored picture is, seen from the page; undefined for one without a size. */
export function publishedPicture(
  file: string,
  sizes: readonly PublishedSize[] = [],
): PublishedPicture | undefined {
  const largest = sizes.at(-1);
  if (largest === undefined) return undefined;
  const address = ({ width }: PublishedSize) => `media/${publishedName(file, width)}`;
  const { width, height } = largest;
  const src = address(largest);
  if (sizes.length === 1) return { src, width, height };
  const srcset = sizes.map((size) => `${address(size)} ${size.width}w`).join(', ');
  return { src, srcset, width, height };
}

/** The words as the desk has edited them, not as the file came. */
function wordsOfStory({ caption, alt, credit, copyright }: Picture): PictureWords {
  return { caption: plainText(caption), alt, credit, copyright };
}
