import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLexicalEditable } from '@lexical/react/useLexicalEditable';
import {
  $onUpdate,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_HIGH,
  KEY_DOWN_COMMAND,
  mergeRegister,
} from 'lexical';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { House } from '../../../article/house.ts';
import { type DialogPlace, OPEN_DIALOG_COMMAND } from '../blocks/dialogs.ts';
import { allBlockTools } from '../blocks/tools.ts';
import { useApp } from '../../app/use-app.ts';
import { $selectedBlocks } from '../selection/selected-blocks.ts';
import type { StoryFields } from '../story-fields.ts';
import { BlockHandle } from './BlockHandle.tsx';
import { LinkCard } from './LinkCard.tsx';
import { Offers } from './Offers.tsx';
import { Palette } from './Palette.tsx';
import { Toolbar } from './Toolbar.tsx';
import { openLinkDialog } from './link-dialog.tsx';
import { $movable, moveBlock } from './move.ts';
import './tools.css';
import { useEditorCommands } from './use-editor-commands.ts';

interface EditorToolsProps {
  house: House;
  /** The fields of the story, which some steps in its text fill; the same object for a story. */
  fields: StoryFields;
  /** The element that shows the toolbar; null until the app has one. */
  toolbar: HTMLElement | null;
}

/** Everything around the text that lets a person write it; a child of `ArticleBody`. */
export function EditorTools({ house, fields, toolbar }: EditorToolsProps): ReactNode {
  const [editor] = useLexicalComposerContext();
  const { selection } = useApp();
  const editable = useLexicalEditable();
  const [dialog, setDialog] = useState<{ show(place: DialogPlace): ReactNode }>();
  const openLink = useCallback(() => openLinkDialog(editor), [editor]);
  useEditorCommands(editor, editable, house, openLink);

  useEffect(() => selection.serve(() => editor.read($selectedBlocks)), [editor, selection]);

  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          OPEN_DIALOG_COMMAND,
          (show) => {
            // The caret is in its place first: it would take the keys from the dialog. One at a time:
            // keys are heard while one is open, too.
            $onUpdate(() => flushSync(() => setDialog((now) => now ?? { show })));
            return true;
          },
          COMMAND_PRIORITY_EDITOR,
        ),
        editor.registerCommand(
          KEY_DOWN_COMMAND,
          (event) => {
            if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return false;
            if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
              const key = editor.read($movable);
              if (key === null || !editor.isEditable()) return false;
              event.preventDefault();
              moveBlock(editor, key, event.key === 'ArrowUp' ? 'up' : 'down');
              return true;
            }
            if (event.key !== 'F10') return false;
            event.preventDefault();
            // First to what is for this place only; there the same keys lead on to the toolbar.
            const near = editor.getRootElement()?.parentElement?.querySelector(BAR);
            focusBar(near ?? toolbar);
            return true;
          },
          COMMAND_PRIORITY_HIGH,
        ),
      ),
    [editor, toolbar],
  );

  const leave = (act?: () => void) => {
    flushSync(() => setDialog(undefined));
    act?.();
  };
  const close = ($act?: () => void) => {
    if ($act !== undefined) editor.update($act, { discrete: true });
    // The dialog gives the focus back to where it was; only then may the text take it.
    leave(() => editor.focus());
  };

  return (
    <>
      {toolbar !== null &&
        createPortal(<Toolbar editor={editor} host={toolbar} editable={editable} />, toolbar)}
      {editable && (
        <>
          <Offers editor={editor} house={house} fields={fields} />
          <LinkCard editor={editor} />
          <BlockHandle editor={editor} />
          {blockTools.map((Tools) => (
            <Tools key={Tools.name} editor={editor} onNext={() => focusBar(toolbar)} />
          ))}
          <Palette editor={editor} />
        </>
      )}
      {dialog?.show({ house, close, leave })}
    </>
  );
}

const blockTools = allBlockTools.flatMap(({ Tools = [] }) => Tools);

const BAR = '.block-bar [role="toolbar"]';

function focusBar(bar: Element | null): void {
  bar?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
}
