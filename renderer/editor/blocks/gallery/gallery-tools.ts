import { mergeRegister } from 'lexical';
import { Images } from 'lucide-react';
import type { BlockTools } from '../block-tools.ts';
import { CHOOSE_PICTURES_COMMAND } from './pictures.ts';
import { ImageNode } from '../image/ImageNode.ts';
import { GalleryNode } from './GalleryNode.ts';
import { $joinTurn, $picturesBeside, $takeApart, registerGalleries } from './galleries.ts';
import { registerGalleryDrag } from './gallery-drag.ts';
import { PictureTools } from './PictureTools.tsx';
import './gallery.css';

export const galleryTools: BlockTools = {
  inserts: [
    {
      command: 'insert.gallery',
      icon: Images,
      insert: (editor) => editor.dispatchCommand(CHOOSE_PICTURES_COMMAND, 'gallery'),
    },
  ],
  Tools: PictureTools,
  /** A picture can be made one, too. */
  $turns(node) {
    if (node instanceof ImageNode) return [$joinTurn(node)];
    if (!(node instanceof GalleryNode)) return undefined;
    const parts = { id: 'parts', name: 'block.parts', $turn: $takeApart } as const;
    return $picturesBeside(node).length > 1 ? [$joinTurn(node), parts] : [parts];
  },
  register: (editor) => mergeRegister(registerGalleries(editor), registerGalleryDrag(editor)),
};
