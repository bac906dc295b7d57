import {
  $addUpdateTag,
  $getNodeByKey,
  $onUpdate,
  COMMAND_PRIORITY_EDITOR,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { imageOf } from '../../../../article/blocks/image/image.ts';
import { paragraphOf } from '../../../../article/blocks/paragraph/paragraphs.ts';
import type { Gallery } from '../../../../article/blocks/gallery/gallery.ts';
import type { Image } from '../../../../article/blocks/image/image.ts';
import type { Picture } from '../../../../article/blocks/picture.ts';
import { newBlockId } from '../../../../article/ids.ts';
import type { Run } from '../../../../article/inline.ts';
import { t } from '../../../locale/locale.ts';
import { announce } from '../../../ui/announce.ts';
import { $selectBlock } from '../../selection/lines.ts';
import type { Turn } from '../block-tools.ts';
import { $isCardNode, type CardNode } from '../CardNode.ts';
import { BLOCK_ACTION_COMMAND, type BlockAction } from '../../fields/fields.ts';
import { $blocksOf } from '../../content/read-blocks.ts';
import { $nodesOf } from '../../content/write-blocks.ts';

/** Lets a person put the pictures of a gallery in another order and take them out. */
export function registerGalleries(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    BLOCK_ACTION_COMMAND,
    (action) => $act(editor, action),
    COMMAND_PRIORITY_EDITOR,
  );
}

/** A new gallery of pictures. */
export function galleryOf(images: readonly Picture[]): Gallery {
  return { type: 'gallery', id: newBlockId(), images: [...images], caption: [] };
}

/** A single picture as one of a gallery: it keeps its id and all that is known of it. */
export function pictureOf(image: Image): Picture {
  const { type: _, ...picture } = image;
  return picture;
}

/** Adds pictures to a gallery, from this place on or at its end. */
export function $addToGallery(
  node: CardNode,
  pictures: readonly Picture[],
  at = Number.POSITIVE_INFINITY,
): void {
  const gallery = $galleryOf(node);
  if (gallery === null) return;
  const { images } = gallery;
  node.setBlock({ ...gallery, images: [...images.slice(0, at), ...pictures, ...images.slice(at)] });
}

/** The gallery that a card shows. */
export function $galleryOf(node: LexicalNode | null | undefined): Gallery | null {
  const [block] = $isCardNode(node) ? $blocksOf(node) : [];
  return block?.type === 'gallery' ? block : null;
}

/** The cards with pictures that stand side by side with this one, itself among them. */
export function $picturesBeside(node: LexicalNode): CardNode[] {
  if (!$holdsPictures(node)) return [];
  const row: CardNode[] = [node];
  for (let at = node.getPreviousSibling(); $holdsPictures(at); at = at.getPreviousSibling()) {
    row.unshift(at);
  }
  for (let at = node.getNextSibling(); $holdsPictures(at); at = at.getNextSibling()) row.push(at);
  return row;
}

/** Offers to make a gallery of a picture, with those beside it if there are any. */
export function $joinTurn(node: LexicalNode): Turn {
  const joins = $picturesBeside(node).length > 1;
  return { id: 'gallery', name: joins ? 'block.join' : 'block.gallery', $turn: $joinPictures };
}

/** Makes one gallery of pictures that stand side by side; its caption is all of theirs. */
function $joinPictures(node: LexicalNode): void {
  const row = $picturesBeside(node);
  const images: Picture[] = [];
  const caption: Run[] = [];
  let id: string | undefined;
  for (const block of row.flatMap($blocksOf)) {
    if (block.type === 'image') images.push(pictureOf(block));
    if (block.type !== 'gallery') continue;
    images.push(...block.images);
    // The id goes with the text.
    if (id === undefined || caption.length === 0) id = block.id;
    if (caption.length > 0 && block.caption.length > 0) caption.push({ break: true });
    caption.push(...block.caption);
  }
  const [gallery] = $nodesOf([{ ...galleryOf(images), ...(id !== undefined && { id }), caption }]);
  if (gallery === undefined) return;
  row[0]?.insertBefore(gallery);
  for (const card of row) card.remove();
  $selectBlock(gallery);
}

/** Puts the pictures of a gallery in its place, and its caption as a paragraph below them. */
export function $takeApart(node: LexicalNode): void {
  const gallery = $galleryOf(node);
  if (gallery === null) return;
  const { id, images, caption } = gallery;
  const nodes = $nodesOf([
    ...images.map(imageOf),
    ...(caption.length === 0 && images.length > 0 ? [] : [paragraphOf(caption, id)]),
  ]);
  for (const each of nodes) node.insertBefore(each);
  node.remove();
  const [first] = nodes;
  if ($isCardNode(first)) $selectBlock(first);
  else first?.selectStart();
}

function $holdsPictures(node: LexicalNode | null): node is CardNode {
  const type = $isCardNode(node) ? node.getBlock()?.type : undefined;
  return type === 'image' || type === 'gallery';
}

/** Puts a picture of a gallery at another place in it, in one step, and says where it now is. */
export function $movePicture(node: LexicalNode, from: number, to: number): void {
  const gallery = $galleryOf(node);
  const picture = gallery?.images[from];
  if (!$isCardNode(node) || gallery === null || picture === undefined) return;
  const others = gallery.images.filter((_, index) => index !== from);
  const images = [...others.slice(0, to), picture, ...others.slice(to)];
  $addUpdateTag(HISTORY_PUSH_TAG);
  node.setBlock({ ...gallery, images });
  $onUpdate(() => announce(t('move.moved', { place: to + 1, of: images.length })));
}

/** Moves or removes a picture; the focus goes with it. */
function $act(editor: LexicalEditor, { node: key, name, from }: BlockAction): boolean {
  const node = $getNodeByKey(key);
  const gallery = $galleryOf(node);
  const [, part = '', action = ''] = /^(\d+)\.(earlier|later|remove)$/u.exec(name) ?? [];
  if (!$isCardNode(node) || gallery === null || action === '') return false;
  const at = Number(part);
  const last = gallery.images.length - 1;
  if (action === 'remove') {
    $addUpdateTag(HISTORY_PUSH_TAG);
    node.setBlock({ ...gallery, images: gallery.images.filter((_, index) => index !== at) });
    $onUpdate(() => {
      focusPart(editor.getElementByKey(key), Math.min(at, last - 1), from);
      announce(t('gallery.removed'));
    });
    return true;
  }
  const to = action === 'earlier' ? at - 1 : at + 1;
  if (to < 0 || to > last) {
    announce(t(to < 0 ? 'move.first' : 'move.last'));
    return true;
  }
  $movePicture(node, at, to);
  $onUpdate(() => focusPart(editor.getElementByKey(key), to, from));
  return true;
}

/** Focuses what had the focus, at its new place; a button that can no longer be pressed passes it on. */
function focusPart(card: HTMLElement | null, index: number, from: HTMLElement): void {
  const kind = from.dataset['action'] === undefined ? 'field' : 'action';
  const name = (from.dataset[kind] ?? '').replace(/^\d+/u, String(index));
  const same = card?.querySelector<HTMLElement>(`[data-${kind}='${name}']`);
  const part = same?.closest('.picture-card');
  const next =
    same?.matches(':disabled') === true
      ? part?.querySelector<HTMLElement>('.block-action:enabled')
      : same;
  (next ?? card?.querySelector<HTMLElement>("[data-action='add']"))?.focus();
}
