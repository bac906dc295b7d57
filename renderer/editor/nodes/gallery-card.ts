import type { Gallery } from '../../../article/blocks/gallery.ts';
import { plainText } from '../../../article/inline.ts';
import { t } from '../../locale/locale.ts';
import { editRuns } from '../edit-runs.ts';
import type { Card } from './CardNode.ts';
import { createField, createFieldGround, showField } from './fields.ts';
import { changePicture, createPicture, updatePicture } from './image-card.ts';

/** Pictures below each other, each with its fields, and a caption for all of them. */
export const galleryCard: Card<Gallery> = {
  create(_block, editor) {
    const dom = document.createElement('div');
    dom.className = 'gallery-card';
    const pictures = document.createElement('div');
    pictures.className = 'gallery-pictures';
    const ground = createFieldGround();
    const texts = { label: t('gallery.caption'), placeholder: t('gallery.captionPlaceholder') };
    ground.append(createField(editor, 'caption', texts, true));
    dom.append(pictures, ground);
    return dom;
  },
  update(dom, block, editor) {
    const caption = plainText(block.caption);
    const name = caption.trim() === '' ? t('picture.untitled') : caption;
    dom.ariaLabel = t('gallery.name', { count: block.images.length, name });
    const ground = dom.querySelector('.gallery-pictures') as HTMLElement;
    while (ground.childElementCount > block.images.length) ground.lastElementChild?.remove();
    for (const [index, picture] of block.images.entries()) {
      const prefix = `${index}.`;
      if (ground.children[index] === undefined) ground.append(createPicture(editor, prefix));
      updatePicture(ground.children[index] as HTMLElement, picture, editor, prefix);
    }
    showField(dom.lastElementChild as HTMLElement, 'caption', caption);
  },
  change(block, name, value) {
    if (name === 'caption') return { ...block, caption: editRuns(block.caption, value) };
    const [index, key = ''] = name.split('.');
    const images = block.images.map((picture, at) =>
      at === Number(index) ? changePicture(picture, key, value) : picture,
    );
    return { ...block, images };
  },
};
