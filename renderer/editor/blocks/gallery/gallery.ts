import type { Gallery } from '../../../../article/blocks/gallery/gallery.ts';
import { cardNodes } from '../card.ts';
import { GalleryNode } from './GalleryNode.ts';

export const galleryNodes = cardNodes<Gallery>('gallery', GalleryNode);
