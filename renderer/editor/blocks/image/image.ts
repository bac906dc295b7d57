import type { Image } from '../../../../article/blocks/image/image.ts';
import { cardNodes } from '../card.ts';
import { ImageNode } from './ImageNode.ts';

export const imageNodes = cardNodes<Image>('image', ImageNode);
