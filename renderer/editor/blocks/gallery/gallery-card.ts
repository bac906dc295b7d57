import type { LexicalEditor } from 'lexical';
import type { Gallery } from '../../../../article/blocks/gallery/gallery.ts';
import type { Picture } from '../../../../article/blocks/picture.ts';
import { plainText } from '../../../../article/inline.ts';
import { t } from '../../../locale/locale.ts';
import type { Card } from '../CardNode.ts';
import { asRuns, createAction, createFieldGround, showField } from '../../fields/fields.ts';
import { changePicture, createPicture, pictureName, updatePicture } from '../image/image-card.ts';
import { createRichField } from '../../fields/rich-field.ts';

const ACTIONS = ['earlier', 'later', 'remove'] as const;

/** Pictures below each other, each with its fields and buttons, and a caption for all of them. */
export const galleryCard: Card<Gallery> = {
  create(_block, editor) {
    const dom = document.createElement('div');
    dom.className = 'gallery-card';
    const pictures = document.createElement('div');
    pictures.className = 'gallery-pictures';
    const ground = createFieldGround('gallery-foot');
    const texts = { label: t('gallery.caption'), placeholder: t('gallery.captionPlaceholder') };
    const add = createAction(editor, 'add', t('gallery.add'));
    add.textContent = t('gallery.add');
    ground.append(createRichField(editor, 'caption', texts), add);
    dom.append(pictures, ground);
    return dom;
  },
  update(dom, block, editor) {
    const caption = plainText(block.caption);
    const name = caption.trim() === '' ? t('picture.untitled') : caption;
    const count = block.images.length;
    dom.ariaLabel = t('gallery.name', { count, name });
    const ground = dom.querySelector('.gallery-pictures') as HTMLElement;
    while (ground.childElementCount > count) ground.lastElementChild?.remove();
    for (const [index, picture] of block.images.entries()) {
      if (ground.children[index] === undefined) ground.append(createPart(editor, index));
      const part = ground.children[index] as HTMLElement;
      updatePicture(part, picture, editor, `${index}.`);
      updateActions(part, picture, index, { count, editable: editor.isEditable() });
    }
    showField(dom.lastElementChild as HTMLElement, 'caption', block.caption);
  },
  change(block, name, value) {
    if (name === 'caption') return { ...block, caption: asRuns(value) };
    const [index, key = ''] = name.split('.');
    const images = block.images.map((picture, at) =>
      at === Number(index) ? changePicture(picture, key, value) : picture,
    );
    return { ...block, images };
  },
  /** Of the gallery, or with `2.caption` of one of its pictures. */
  runs: (block, name) =>
    name === 'caption' ? block.caption : (block.images[Number.parseInt(name, 10)]?.caption ?? []),
};

/** The element of one picture of a gallery. */
function createPart(editor: LexicalEditor, index: number): HTMLElement {
  const part = createPicture(editor, `${index}.`);
  const ground = createFieldGround('picture-actions');
  for (const name of ACTIONS) {
    const button = createAction(editor, `${index}.${name}`, '');
    button.textContent = t(`gallery.${name}`);
    ground.append(button);
  }
  part.append(ground);
  return part;
}

function updateActions(
  part: HTMLElement,
  picture: Picture,
  index: number,
  { count, editable }: { count: number; editable: boolean },
): void {
  for (const name of ACTIONS) {
    const button = part.querySelector<HTMLButtonElement>(`[data-action='${index}.${name}']`);
    if (button === null) continue;
    const place = { name: pictureName(picture), place: index + 1, of: count };
    button.ariaLabel = t(`gallery.${name}Named`, place);
    button.title = button.ariaLabel;
    const isEdge = name === 'earlier' ? index === 0 : name === 'later' && index === count - 1;
    button.disabled = isEdge || !editable;
  }
}
