import { Image } from 'lucide-react';
import type { BlockTools } from '../block-tools.ts';
import { CHOOSE_PICTURES_COMMAND } from '../gallery/pictures.ts';

export const imageTools: BlockTools = {
  inserts: [
    {
      command: 'insert.picture',
      icon: Image,
      starts: true,
      insert: (editor) => editor.dispatchCommand(CHOOSE_PICTURES_COMMAND, 'single'),
    },
  ],
};
