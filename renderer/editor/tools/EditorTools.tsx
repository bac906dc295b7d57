import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext';
import { useLexicalEditable } from '@lexical/react/useLexicalEditable';
import {
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isParagraphNode,
  COMMAND_PRIORITY_EDITOR,
  COMMAND_PRIORITY_HIGH,
  KEY_DOWN_COMMAND,
  type NodeKey,
  mergeRegister,
} from 'lexical';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import type { House } from '../../../article/house.ts';
import { $insertCard } from '../blocks/insert-card.ts';
import { $setDateline, type DatelineContent } from '../blocks/dateline/datelines.ts';
import { type FieldLink, focusedField, linkInField, setFieldLink } from '../fields/field-marks.ts';
import type { LinkTarget } from '../links.ts';
import { registerSelectionReader } from '../selection/selection-reader.ts';
import { $isLeadNode, OPEN_DATELINE_COMMAND } from '../blocks/dateline/LeadNode.ts';
import type { StoryFields } from '../story-fields.ts';
import { BlockHandle } from './BlockHandle.tsx';
import { SidebarTools } from '../blocks/sidebar/SidebarTools.tsx';
import { DatelineDialog } from '../blocks/dateline/DatelineDialog.tsx';
import { EmbedDialog } from '../blocks/embed/EmbedDialog.tsx';
import { $acceptDateline, $datelineInText, contentOf } from '../blocks/dateline/found-dateline.ts';
import { LinkCard } from './LinkCard.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { Offers } from './Offers.tsx';
import { Palette } from './Palette.tsx';
import { PictureTools } from '../blocks/image/PictureTools.tsx';
import { TableBar } from '../blocks/table/TableBar.tsx';
import { Toolbar } from './Toolbar.tsx';
import { $movable, moveBlock } from './move.ts';
import {
  $linkAtSelection,
  $linkSelection,
  $unlinkSelection,
  type LinkAtSelection,
} from './link-text.ts';
import './tools.css';
import { useEditorCommands } from './use-editor-commands.ts';

interface EditorToolsProps {
  house: House;
  /** The fields of the story, which some steps in its text fill; the same object for a story. */
  fields: StoryFields;
  /** The element that shows the toolbar; null until the app has one. */
  toolbar: HTMLElement | null;
}

type Open =
  | { dialog: 'dateline'; lead: NodeKey | null; dateline: DatelineContent | undefined }
  | { dialog: 'embed' }
  | ({ dialog: 'link'; in?: FieldLink } & LinkAtSelection);

/** Everything around the text that lets a person write it; a child of `ArticleBody`. */
export function EditorTools({ house, fields, toolbar }: EditorToolsProps): ReactNode {
  const [editor] = useLexicalComposerContext();
  const editable = useLexicalEditable();
  const [open, setOpen] = useState<Open>();

  // One dialog at a time: keys are heard while one is open, too.
  const show = useCallback(
    ($read: () => Open) => {
      const wanted = editor.read($read);
      setOpen((now) => now ?? wanted);
    },
    [editor],
  );
  const style = house.datelineStyle;
  const openDateline = useCallback(() => show(() => $datelineToEdit(style)), [show, style]);
  const openLink = useCallback(() => {
    const field = focusedField(editor);
    if (field === 'plain') return;
    show(() => {
      if (field === undefined) return { dialog: 'link', ...$linkAtSelection() };
      const found = linkInField(editor, field);
      const needsText = found.span[0] === found.span[1];
      return { dialog: 'link', in: found, target: found.target, needsText };
    });
  }, [editor, show]);
  const openEmbed = useCallback(() => show(() => ({ dialog: 'embed' })), [show]);
  useEditorCommands(editor, editable, { openDateline, openLink, openEmbed });

  useEffect(() => registerSelectionReader(editor), [editor]);

  useEffect(
    () =>
      mergeRegister(
        editor.registerCommand(
          OPEN_DATELINE_COMMAND,
          (key) => {
            if (editor.isEditable()) show(() => $datelineOf(key));
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
    [editor, toolbar, show],
  );

  /** Closes the dialog; the focus goes to the text, where the caret then is. */
  const close = ($act?: () => void) => {
    if ($act !== undefined) editor.update($act, { discrete: true });
    // The dialog gives the focus back to where it was; only then may the text take it.
    flushSync(() => setOpen(undefined));
    editor.focus();
  };

  const backToField = (link: FieldLink, target: LinkTarget | null, text?: string) => {
    flushSync(() => setOpen(undefined));
    setFieldLink(editor, link, target, text);
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
          <SidebarTools editor={editor} onNext={() => focusBar(toolbar)} />
          <TableBar editor={editor} onNext={() => focusBar(toolbar)} />
          <Palette editor={editor} />
          <PictureTools editor={editor} />
        </>
      )}
      {open?.dialog === 'dateline' && (
        <DatelineDialog
          dateline={open.dateline}
          house={house}
          onSave={(content) =>
            close(() => {
              const { lead, dateline } = open;
              if (lead === null && dateline !== undefined) $replaceText(dateline, content, style);
              else $putDateline(lead, content);
            })
          }
          onRemove={
            open.lead === null ? undefined : () => close(() => $putDateline(open.lead, null))
          }
          onClose={() => close()}
        />
      )}
      {open?.dialog === 'embed' && (
        <EmbedDialog onSave={(embed) => close(() => $insertCard(embed))} onClose={() => close()} />
      )}
      {open?.dialog === 'link' && (
        <LinkDialog
          target={open.target}
          needsText={open.needsText}
          onSave={(target, text) => {
            if (open.in === undefined) close(() => $linkSelection(target, text));
            else backToField(open.in, target, text);
          }}
          onRemove={() => {
            if (open.in === undefined) close($unlinkSelection);
            else backToField(open.in, null);
          }}
          onClose={() => (open.in === undefined ? close() : setOpen(undefined))}
        />
      )}
    </>
  );
}

const BAR = '.block-bar [role="toolbar"]';

function focusBar(bar: Element | null): void {
  bar?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus();
}

/** The dateline of the article, the one that stands as text in its first paragraph, or a new one. */
function $datelineToEdit(style: string): Open {
  const lead = $getRoot().getChildren().find($isLeadNode);
  if (lead !== undefined) return $datelineOf(lead.getKey());
  const typed = $datelineInText(style)?.dateline;
  const dateline = typed === undefined ? undefined : contentOf(typed);
  return { dialog: 'dateline', lead: null, dateline };
}

function $datelineOf(key: NodeKey): Open {
  const lead = $getNodeByKey(key);
  const dateline = $isLeadNode(lead) ? (lead.getDateline() ?? undefined) : undefined;
  return { dialog: 'dateline', lead: key, dateline };
}

/** Puts a dateline in the place of the text that it was read from, if that still stands there. */
function $replaceText(typed: DatelineContent, content: DatelineContent, style: string): void {
  const found = $datelineInText(style);
  if (found?.dateline.printed === typed.printed) {
    $acceptDateline(found, content);
    $getRoot().getChildren().find($isLeadNode)?.selectStart();
  } else {
    $putDateline(null, content);
  }
}

/** Sets, changes or removes the dateline; the caret is then at the start of its text. */
function $putDateline(lead: NodeKey | null, content: DatelineContent | null): void {
  const first = $getRoot().getChildren().find($isParagraphNode);
  const key = $setDateline(lead ?? first?.getKey() ?? null, content);
  const paragraph = key === null ? null : $getNodeByKey(key);
  if ($isElementNode(paragraph)) paragraph.selectStart();
}
