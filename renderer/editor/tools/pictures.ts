import { $dfs } from '@lexical/utils';
import { HISTORY_MERGE_TAG, type LexicalEditor } from 'lexical';
import type { Image } from '../../../article/blocks/image.ts';
import type { HeldPicture } from '../../../article/html/kept-picture.ts';
import { newBlockId } from '../../../article/ids.ts';
import { joinRuns } from '../../../article/inline.ts';
import type { AddedPicture } from '../../../electron/contract/calls.ts';
import { call } from '../../client.ts';
import { t } from '../../locale/locale.ts';
import { report } from '../../session/notices.ts';
import { announce } from '../../ui/announce.ts';
import { $insertCard } from '../cards.ts';
import { $isCardNode } from '../nodes/CardNode.ts';
import { $idOf } from '../nodes/state.ts';
import { storyOf } from '../story.ts';

/**
 * Puts pictures beside the story, one after the other, and a block for each at the caret. One that
 * is refused is reported and does not hold up the others. `onProgress` hears what is being added.
 */
export async function addPictures(
  editor: LexicalEditor,
  files: readonly File[],
  onProgress: (name: string | undefined) => void,
): Promise<void> {
  const id = storyOf(editor);
  if (id === undefined) return;
  for (const file of files) {
    const name = file.name || t('picture.pasted');
    onProgress(name);
    try {
      const added = await call('media.add', { id, name: file.name, base64: await base64Of(file) });
      // Another story may have been opened meanwhile.
      if (storyOf(editor) === id && editor.getRootElement() !== null) {
        editor.update(() => $insertCard(imageOf(added)));
        announce(t('picture.added', { name }));
      }
    } catch (error) {
      report(error);
    }
  }
  onProgress(undefined);
}

/**
 * Puts the pictures that pasted blocks hold beside the story, and each into its block. What the
 * page said of a picture stays; what it did not say comes from the file.
 */
export async function keepPictures(
  editor: LexicalEditor,
  pictures: readonly HeldPicture[],
  onProgress: (name: string | undefined) => void,
): Promise<void> {
  const id = storyOf(editor);
  if (id === undefined) return;
  for (const { bytes, forImage } of pictures) {
    onProgress(t('picture.pasted'));
    try {
      const added = await call('media.add', { id, name: '', base64: bytes });
      if (storyOf(editor) !== id || editor.getRootElement() === null) continue;
      // Undone together with the paste.
      editor.update(() => $fillCard(forImage, imageOf(added)), { tag: HISTORY_MERGE_TAG });
    } catch (error) {
      report(error);
    }
  }
  onProgress(undefined);
}

function $fillCard(id: string, found: Image): void {
  const card = $dfs()
    .map(({ node }) => node)
    .filter($isCardNode)
    .find((node) => $idOf(node) === id);
  const block = card?.getBlock();
  if (card === undefined || block?.type !== 'image') return;
  const { caption, alt, credit, copyright } = block;
  card.setBlock({
    ...found,
    ...block,
    caption: caption.length > 0 ? caption : found.caption,
    alt: alt || found.alt,
    credit: credit || found.credit,
    copyright: copyright || found.copyright,
  });
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

/** The pictures on a clipboard that holds no words; programs put pictures of words there, too. */
export function pastedPictures(transfer: DataTransfer | null): File[] | undefined {
  const files = [...(transfer?.files ?? [])].filter(isPicture);
  if (transfer === null || files.length === 0) return undefined;
  const html = new DOMParser().parseFromString(transfer.getData('text/html'), 'text/html');
  const words = transfer.getData('text/plain') + (html.body.textContent ?? '');
  return words.trim() === '' ? files : undefined;
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
