import { Image } from 'lucide-react';
import type { BlockTools } from '../block-tools.ts';
import { $joinOffer } from '../gallery/galleries.ts';
import { ImageNode } from './ImageNode.ts';
import { CHOOSE_PICTURES_COMMAND } from './pictures.ts';

export const imageTools: BlockTools = {
  inserts: [
    {
      command: 'insert.picture',
      icon: Image,
      words: 'image photo figure',
      starts: true,
      insert: (editor) => editor.dispatchCommand(CHOOSE_PICTURES_COMMAND, 'single'),
    },
  ],
  $offers: (node) => (node instanceof ImageNode ? [$joinOffer(node)] : undefined),
};
