import {
  COMMAND_PRIORITY_CRITICAL,
  DROP_COMMAND,
  type LexicalEditor,
  PASTE_COMMAND,
  mergeRegister,
} from 'lexical';
import { type ReactNode, type RefObject, useEffect, useState } from 'react';
import { t } from '../../locale/locale.ts';
import { $moveCaretToDrop, KEEP_PICTURES_COMMAND } from '../clipboard.ts';
import { storyOf } from '../story.ts';
import { addPictures, droppedPictures, keepPictures, pastedPictures } from './pictures.ts';

interface PictureToolsProps {
  editor: LexicalEditor;
  /** A click on it asks the person for pictures. */
  chooser: RefObject<HTMLInputElement | null>;
}

/** Takes pictures that are chosen, dropped on the text or pasted; says which is being added. */
export function PictureTools({ editor, chooser }: PictureToolsProps): ReactNode {
  const [adding, setAdding] = useState<string>();

  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          PASTE_COMMAND,
          (event) => {
            const files = pastedPictures('clipboardData' in event ? event.clipboardData : null);
            if (files === undefined || storyOf(editor) === undefined) return false;
            event.preventDefault();
            void addPictures(editor, files, setAdding);
            return true;
          },
          COMMAND_PRIORITY_CRITICAL,
        ),
        editor.registerCommand(
          KEEP_PICTURES_COMMAND,
          (pictures) => {
            void keepPictures(editor, pictures, setAdding);
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
            $moveCaretToDrop(editor, event, false);
            void addPictures(editor, files, setAdding);
            return true;
          },
          COMMAND_PRIORITY_CRITICAL,
        ),
      ),
    [editor],
  );

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
          void addPictures(editor, files, setAdding);
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
