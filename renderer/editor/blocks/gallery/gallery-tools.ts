import { mergeRegister } from 'lexical';
import { Images } from 'lucide-react';
import type { BlockTools } from '../block-tools.ts';
import { CHOOSE_PICTURES_COMMAND } from '../image/pictures.ts';
import { GalleryNode } from './GalleryNode.ts';
import { $joinOffer, $picturesBeside, $takeApart, registerGalleries } from './galleries.ts';
import { registerGalleryDrag } from './gallery-drag.ts';

export const galleryTools: BlockTools = {
  inserts: [
    {
      command: 'insert.gallery',
      icon: Images,
      words: 'pictures photos slideshow',
      insert: (editor) => editor.dispatchCommand(CHOOSE_PICTURES_COMMAND, 'gallery'),
    },
  ],
  $offers(node) {
    if (!(node instanceof GalleryNode)) return undefined;
    const parts = { id: 'parts', name: 'block.parts', $turn: $takeApart } as const;
    return $picturesBeside(node).length > 1 ? [$joinOffer(node), parts] : [parts];
  },
  register: (editor) => mergeRegister(registerGalleries(editor), registerGalleryDrag(editor)),
};
