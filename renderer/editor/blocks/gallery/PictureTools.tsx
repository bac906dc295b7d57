import {
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getSelection,
  $isNodeSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_EDITOR,
  DROP_COMMAND,
  type LexicalNode,
  PASTE_COMMAND,
  mergeRegister,
} from 'lexical';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { ToolsProps } from '../block-tools.ts';
import { useApp } from '../../../app/use-app.ts';
import { t } from '../../../locale/locale.ts';
import { $moveCaretToDrop, KEEP_PICTURES_COMMAND } from '../../content/clipboard.ts';
import { $galleryOf } from './galleries.ts';
import { BLOCK_ACTION_COMMAND } from '../../fields/fields.ts';
import { storyOf } from '../../story.ts';
import {
  addPictures,
  CHOOSE_PICTURES_COMMAND,
  droppedPictures,
  keepPictures,
  pastedPictures,
  type PicturePlace,
  watchLatePictures,
} from './pictures.ts';

/** Takes pictures that are chosen, dropped on the text or pasted; says which is being added. */
export function PictureTools({ editor }: Pick<ToolsProps, 'editor'>): ReactNode {
  const app = useApp();
  const [adding, setAdding] = useState<string>();
  const chooser = useRef<HTMLInputElement>(null);
  const place = useRef<PicturePlace>('single');

  useEffect(() => {
    const add = (files: readonly File[], to: PicturePlace, alt?: string) =>
      void addPictures(app, editor, files, to, setAdding, alt);
    return mergeRegister(
      watchLatePictures(app, editor),
      editor.registerCommand(
        CHOOSE_PICTURES_COMMAND,
        (to) => {
          place.current = to;
          chooser.current?.click();
          return true;
        },
        COMMAND_PRIORITY_EDITOR,
      ),
      editor.registerCommand(
        BLOCK_ACTION_COMMAND,
        ({ node, name }) => {
          const gallery = name === 'add' ? $galleryOf($getNodeByKey(node)) : null;
          if (gallery === null) return false;
          return editor.dispatchCommand(CHOOSE_PICTURES_COMMAND, { gallery: gallery.id });
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const pasted = pastedPictures('clipboardData' in event ? event.clipboardData : null);
          if (pasted === undefined || storyOf(editor) === undefined) return false;
          event.preventDefault();
          const selection = $getSelection();
          const [block] = $isNodeSelection(selection) ? selection.getNodes() : [];
          add(pasted.files, $placeIn(block) ?? 'single', pasted.alt);
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerCommand(
        KEEP_PICTURES_COMMAND,
        (pictures) => {
          void keepPictures(app, editor, pictures, setAdding);
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
      editor.registerCommand(
        DROP_COMMAND,
        (event) => {
          const files = droppedPictures(event.dataTransfer);
          if (files === undefined || storyOf(editor) === undefined) return false;
          // The window sees that the files are taken, and does not offer to import them.
          event.preventDefault();
          const gallery = $galleryUnder(event.target);
          if (gallery === undefined) $moveCaretToDrop(editor, event, false);
          add(files, gallery ?? 'single');
          return true;
        },
        COMMAND_PRIORITY_CRITICAL,
      ),
    );
  }, [app, editor]);

  return (
    <>
      <input
        ref={chooser}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={t('command.insert.picture')}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          currentTarget.value = '';
          void addPictures(app, editor, files, place.current, setAdding);
          editor.focus();
        }}
      />
      {adding !== undefined && (
        <p className="picture-progress" role="status">
          {t('picture.adding', { name: adding })}
        </p>
      )}
    </>
  );
}

/** The gallery that a node is, as a place for more pictures. */
function $placeIn(node: LexicalNode | null | undefined, at?: number): PicturePlace | undefined {
  const gallery = $galleryOf(node);
  if (gallery === null) return undefined;
  return { gallery: gallery.id, ...(at !== undefined && { at }) };
}

/** The gallery that something was dropped on; the place is after the picture under the pointer. */
function $galleryUnder(target: EventTarget | null): PicturePlace | undefined {
  if (!(target instanceof Element)) return undefined;
  const part = target.closest('.gallery-pictures > *');
  const at =
    part === null ? undefined : [...(part.parentElement?.children ?? [])].indexOf(part) + 1;
  return $placeIn($getNearestNodeFromDOMNode(target), at);
}
