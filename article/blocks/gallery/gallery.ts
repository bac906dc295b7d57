import { z } from 'zod';
import { element } from '../../html/element.ts';
import { inlineToHast } from '../../html/inline.ts';
import { readFigure, readOwnGallery } from './read-figure.ts';
import { newBlockId } from '../../ids.ts';
import { type Run, runsSchema } from '../../inline.ts';
import { blockSchema } from '../base.ts';
import {
  type Picture,
  pictureHolds,
  pictureSchema,
  pictureToHast,
  pictureWarnings,
} from '../picture.ts';
import { imageOf } from '../image/image.ts';
import { paragraphOf } from '../paragraph/paragraphs.ts';
import type { BlockBase, BlockSpec } from '../spec.ts';
import { galleryWire } from './wire.ts';

/** Pictures that belong together, with one caption for all of them. */
export interface Gallery extends BlockBase {
  type: 'gallery';
  images: Picture[];
  caption: Run[];
}

export const gallerySchema = blockSchema('gallery', {
  caption: runsSchema,
  images: z.array(pictureSchema).default([]),
});

export const gallery: BlockSpec<Gallery> = {
  type: 'gallery',
  name: 'Gallery',
  schema: () => gallerySchema,
  part: 'captions',
  searched: 'caption',
  mapPictures: (block, change) => ({
    ...block,
    images: block.images.map((picture, index) => change(picture, `images[${index}]`)),
  }),
  forCell: ({ images, caption }) => [
    ...images.map(imageOf),
    ...(caption.length === 0 ? [] : [paragraphOf(caption)]),
  ],
  holds: [
    { key: 'images', is: 'parts', holds: pictureHolds },
    { key: 'caption', is: 'runs' },
  ],
  toHast({ images, caption }, _, page) {
    const children = images.flatMap((picture) => pictureToHast(picture, page));
    const words = inlineToHast(caption);
    if (words.length > 0) children.push(element('figcaption', {}, words));
    return children.length === 0 ? [] : [element('figure', { className: ['gallery'] }, children)];
  },
  warnings: ({ images }) =>
    images.flatMap((picture, index) => pictureWarnings(picture, `images[${index}]`)),
  wire: galleryWire,
  fromHast(from, read) {
    const found = readOwnGallery(from, read);
    if (found === undefined) return readFigure(from, read);
    if (found.images.length === 0 && found.caption.length === 0) return [];
    return [{ type: 'gallery', id: newBlockId(), ...found }];
  },
};
