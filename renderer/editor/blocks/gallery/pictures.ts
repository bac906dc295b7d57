import { $dfs } from '@lexical/utils';
import {
  $addUpdateTag,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalCommand,
  type LexicalEditor,
  createCommand,
} from 'lexical';
import type { Image } from '../../../../article/blocks/image/image.ts';
import type { HeldPicture } from '../../../../article/html/kept-picture.ts';
import { newBlockId } from '../../../../article/ids.ts';
import { collapseText } from '../../../../article/html/white-space.ts';
import { joinRuns } from '../../../../article/inline.ts';
import type { AddedPicture } from '../../../../electron/contract/suggestions.ts';
import type { App } from '../../../app/app.ts';
import { t } from '../../../locale/locale.ts';
import { announce } from '../../../ui/announce.ts';
import { $insertCard } from '../insert-card.ts';
import { LOAD_TAG } from '../../content/changes.ts';
import { $addToGallery, galleryOf, pictureOf } from './galleries.ts';
import { $isCardNode, type CardNode } from '../CardNode.ts';
import { $idOf } from '../state.ts';
import { storyOf } from '../../story.ts';

/** Where pictures go: each in a block at the caret, into a new gallery there, or into one that is. */
export type PicturePlace = 'single' | 'gallery' | { gallery: string; at?: number };

/** Asks a person for pictures, and for what becomes of them. */
export const CHOOSE_PICTURES_COMMAND: LexicalCommand<PicturePlace> =
  createCommand('CHOOSE_PICTURES');

type Progress = (name: string | undefined) => void;

/**
 * Puts pictures beside the story, one after the other, and into the text. One that is refused is
 * reported and does not hold up the others. `onProgress` hears what is being added; `alt` is the alt
 * text of pictures whose file has none.
 */
export async function addPictures(
  app: App,
  editor: LexicalEditor,
  files: readonly File[],
  place: PicturePlace,
  onProgress: Progress,
  alt = '',
): Promise<void> {
  const together: Image[] = [];
  for await (const { name, image: stored } of storePictures(app, editor, files, onProgress)) {
    const image = { ...stored, alt: stored.alt || alt };
    if (place === 'single') {
      editor.update(() => $insertCard(image));
      announce(t('picture.added', { name }));
    } else together.push(image);
  }
  if (together.length === 0) return;
  const pictures = together.map(pictureOf);
  editor.update(() => {
    $addUpdateTag(HISTORY_PUSH_TAG);
    const card =
      typeof place === 'string' ? undefined : $cards().find((one) => $idOf(one) === place.gallery);
    // The gallery may have gone while the pictures came.
    if (card === undefined) $insertCard(galleryOf(pictures));
    else $addToGallery(card, pictures, typeof place === 'string' ? undefined : place.at);
  });
  announce(t('gallery.added', { count: pictures.length }));
}

/** Puts files beside the story; answers each as it is stored, for as long as the story is shown. */
async function* storePictures(
  { client, notices }: App,
  editor: LexicalEditor,
  files: readonly File[],
  onProgress: Progress,
): AsyncGenerator<{ name: string; image: Image }> {
  const id = storyOf(editor);
  if (id === undefined) return;
  for (const file of files) {
    const name = file.name || t('picture.pasted');
    onProgress(name);
    try {
      const added = await client.call('media.add', {
        id,
        name: file.name,
        base64: await base64Of(file),
      });
      // Another story may have been opened meanwhile.
      if (storyOf(editor) !== id || editor.getRootElement() === null) continue;
      yield { name, image: imageOf(added) };
    } catch (error) {
      notices.report(error);
    }
  }
  onProgress(undefined);
}

/**
 * Puts the pictures that pasted blocks hold beside the story, and each into its block. What the
 * page said of a picture stays; what it did not say comes from the file. `watchLatePictures` puts
 * them into blocks that come back later.
 */
export async function keepPictures(
  app: App,
  editor: LexicalEditor,
  pictures: readonly HeldPicture[],
  onProgress: Progress,
): Promise<void> {
  const { client, notices } = app;
  const id = storyOf(editor);
  if (id === undefined) return;
  for (const { bytes, forImage } of pictures) {
    onProgress(t('picture.pasted'));
    try {
      const added = await client.call('media.add', { id, name: '', base64: bytes });
      app.latePictures.set(forImage, imageOf(added));
      if (storyOf(editor) === id && editor.getRootElement() !== null) fillLatePictures(app, editor);
    } catch (error) {
      notices.report(error);
    }
  }
  onProgress(undefined);
}

/** Fills blocks that come back, by undo or with their story, as they were before their picture. */
export function watchLatePictures(app: App, editor: LexicalEditor): () => void {
  fillLatePictures(app, editor);
  return editor.registerUpdateListener(({ tags }) => {
    if (tags.has(HISTORIC_TAG) || tags.has(LOAD_TAG)) fillLatePictures(app, editor);
  });
}

function fillLatePictures({ latePictures }: App, editor: LexicalEditor): void {
  if (latePictures.size === 0) return;
  editor.update(
    () => {
      for (const card of $cards()) {
        const block = card.getBlock();
        const found = latePictures.get($idOf(card));
        if (found !== undefined && block?.type === 'image' && block.file === undefined)
          card.setBlock(filled(block, found));
      }
    },
    // No step of its own: it belongs to the paste, of which every state is filled when it is shown.
    { tag: HISTORY_MERGE_TAG },
  );
}

function filled(block: Image, found: Image): Image {
  const { caption, alt, credit, copyright } = block;
  return {
    ...found,
    ...block,
    caption: caption.length > 0 ? caption : found.caption,
    alt: alt || found.alt,
    credit: credit || found.credit,
    copyright: copyright || found.copyright,
  };
}

function $cards(): CardNode[] {
  return $dfs()
    .map(({ node }) => node)
    .filter($isCardNode);
}

/** The block of a picture that was added, filled in with what its file says. */
function imageOf({ file, width, height, suggested }: AddedPicture): Image {
  const { caption, alt, credit, copyright } = suggested;
  const said = Object.entries(suggested).filter(([, text]) => text !== '');
  return {
    type: 'image',
    id: newBlockId(),
    file,
    width,
    height,
    alt,
    credit,
    copyright,
    caption: joinRuns([{ text: caption }]),
    ...(said.length > 0 && { from: Object.fromEntries(said) }),
  };
}

/** The pictures that a drag brings; undefined if something else is among what it brings. */
export function droppedPictures(transfer: DataTransfer | null): File[] | undefined {
  const files = [...(transfer?.files ?? [])];
  return files.length > 0 && files.every(isPicture) ? files : undefined;
}

/**
 * The pictures on a clipboard that holds no words, with the alt text that a page gives the only one;
 * programs put pictures of words there, too.
 */
export function pastedPictures(
  transfer: DataTransfer | null,
): { files: File[]; alt: string } | undefined {
  const files = [...(transfer?.files ?? [])].filter(isPicture);
  if (transfer === null || files.length === 0) return undefined;
  const html = new DOMParser().parseFromString(transfer.getData('text/html'), 'text/html');
  const words = transfer.getData('text/plain') + (html.body.textContent ?? '');
  if (words.trim() !== '') return undefined;
  const alt = files.length === 1 ? html.querySelector('img')?.alt : undefined;
  return { files, alt: collapseText(alt ?? '').trim() };
}

function isPicture(file: File): boolean {
  return file.type.startsWith('image/');
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 0x8000) {
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 0x8000)));
  }
  return btoa(parts.join(''));
}
