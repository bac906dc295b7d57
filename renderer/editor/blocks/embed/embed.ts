import type { Embed } from '../../../../article/blocks/embed/embed.ts';
import { cardNodes } from '../card.ts';
import { EmbedNode } from './EmbedNode.ts';

export const embedNodes = cardNodes<Embed>('embed', EmbedNode);
