import { FORMAT_TEXT_COMMAND, type LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import type { SidebarKind } from '../../../article/kinds.ts';
import { provideCommands } from '../../commands.ts';
import { useWatched } from '../../session/store.ts';
import { focusedField, toggleFieldMark } from '../fields/field-marks.ts';
import { $insertSidebar } from '../blocks/sidebar/sidebars.ts';
import { $insertTable } from '../blocks/table/tables.ts';
import { useTimeline } from '../timeline-context.ts';
import { $insertDivider, $insertText } from './insert.ts';
import { CHOOSE_PICTURES_COMMAND } from '../blocks/image/pictures.ts';
import type { SimpleMark } from './selection-state.ts';

interface Dialogs {
  openDateline(): void;
  openLink(): void;
  openEmbed(): void;
}

/**
 * Says what the commands of the text do while it can be written. Menu, keys, palette and toolbar
 * all run these; afterwards the caret is in the text.
 */
export function useEditorCommands(
  editor: LexicalEditor,
  editable: boolean,
  dialogs: Dialogs,
): void {
  const { openDateline, openLink, openEmbed } = dialogs;
  const timeline = useTimeline();
  const { canUndo, canRedo } = useWatched(timeline, (view) => view);

  useEffect(() => {
    if (!editable) return;
    const inText = ($act: () => void) => () => {
      editor.update($act);
      editor.focus();
    };
    const mark = (type: SimpleMark) => () => {
      const field = focusedField(editor);
      // The words of other fields are plain; the caret stays in them.
      if (field === 'plain') return;
      if (field !== undefined) {
        toggleFieldMark(editor, field, type);
        return;
      }
      editor.dispatchCommand(FORMAT_TEXT_COMMAND, type);
      editor.focus();
    };
    const sidebar = (kind: SidebarKind) => inText(() => void $insertSidebar(kind));
    return provideCommands({
      'insert.dateline': openDateline,
      'insert.paragraph': inText(() => $insertText('paragraph')),
      'insert.crosshead': inText(() => $insertText('crosshead')),
      'insert.bulleted': inText(() => $insertText('bulleted')),
      'insert.numbered': inText(() => $insertText('numbered')),
      'insert.quote': inText(() => $insertText('quote')),
      'insert.pullquote': inText(() => $insertText('pullquote')),
      'insert.picture': () => editor.dispatchCommand(CHOOSE_PICTURES_COMMAND, 'single'),
      'insert.gallery': () => editor.dispatchCommand(CHOOSE_PICTURES_COMMAND, 'gallery'),
      'insert.embed': openEmbed,
      'insert.table': inText($insertTable),
      'insert.correction': inText(() => $insertText('correction')),
      'insert.divider': inText($insertDivider),
      'insert.links': sidebar('links'),
      'insert.ranking': sidebar('ranking'),
      'insert.factbox': sidebar('factbox'),
      'format.bold': mark('bold'),
      'format.italic': mark('italic'),
      'format.underline': mark('underline'),
      'format.strikethrough': mark('strikethrough'),
      'format.subscript': mark('subscript'),
      'format.superscript': mark('superscript'),
      'format.code': mark('code'),
      'format.link': openLink,
      'view.text': () => editor.focus(),
    });
  }, [editor, editable, openDateline, openLink, openEmbed]);

  useEffect(() => {
    if (!editable) return;
    return provideCommands({
      ...(canUndo && { 'edit.undo': timeline.undo }),
      ...(canRedo && { 'edit.redo': timeline.redo }),
    });
  }, [editable, timeline, canUndo, canRedo]);
}
