import { isOwnPicture, readImg, readOwnPicture } from '../../html/read-picture.ts';
import { blockSchema } from '../base.ts';
import {
  type Picture,
  pictureHolds,
  pictureKeys,
  pictureToHast,
  pictureWarnings,
} from '../picture.ts';
import type { BlockBase, BlockSpec } from '../spec.ts';
import { imageMarkdown } from './markdown.ts';
import { imageWire } from './wire.ts';

/** A picture in the story. */
export interface Image extends BlockBase, Picture {
  type: 'image';
}

export const imageSchema = blockSchema('image', {
  ...pictureKeys,
});

export const image: BlockSpec<Image> = {
  type: 'image',
  name: 'Picture',
  schema: () => imageSchema,
  part: 'captions',
  searched: 'caption',
  inCell: true,
  mapPictures: (block, change) => ({ ...change(block, ''), type: 'image' }),
  holds: pictureHolds,
  toHast: (block, _, page) => pictureToHast(block, page),
  warnings: (block) => pictureWarnings(block),
  wire: imageWire,
  markdown: imageMarkdown,
  fromHast(from, read) {
    if (isOwnPicture(from)) return [{ type: 'image', ...readOwnPicture(from, read) }];
    return readImg(from, read)?.map((picture) => ({ type: 'image', ...picture }));
  },
};

/** A picture that stands alone. */
export function imageOf(picture: Picture): Image {
  return { type: 'image', ...picture };
}
