import { FORMAT_TEXT_COMMAND, type LexicalEditor } from 'lexical';
import { useEffect } from 'react';
import { type SimpleMark, SIMPLE_MARKS } from '../../../article/marks/marks.ts';
import type { House } from '../../../article/house.ts';
import { useWatched } from '../../app/store.ts';
import { insertItems } from '../blocks/tools.ts';
import { focusedField, toggleFieldMark } from '../fields/field-marks.ts';
import { markTools } from '../marks.ts';
import { useTimeline } from '../timeline-context.ts';
import { useApp } from '../../app/use-app.ts';

/**
 * Says what the commands of the text do while it can be written. Menu, keys, palette and toolbar
 * all run these; afterwards the caret is in the text.
 */
export function useEditorCommands(
  editor: LexicalEditor,
  editable: boolean,
  house: House,
  openLink: () => void,
): void {
  const { commands } = useApp();
  const timeline = useTimeline();
  const { canUndo, canRedo } = useWatched(timeline, (view) => view);

  useEffect(() => {
    if (!editable) return;
    const mark = (type: SimpleMark) => () => {
      const field = focusedField(editor);
      // The words of other fields are plain; the caret stays in them.
      if (field === 'plain') return;
      if (field !== undefined) {
        toggleFieldMark(editor, field, type);
        return;
      }
      editor.dispatchCommand(FORMAT_TEXT_COMMAND, markTools[type].format);
      editor.focus();
    };
    return commands.provide({
      ...Object.fromEntries(
        insertItems.map(({ command, insert }) => [command, () => insert(editor, house)]),
      ),
      ...Object.fromEntries(SIMPLE_MARKS.map((type) => [`format.${type}`, mark(type)])),
      'format.link': openLink,
      'view.text': () => editor.focus(),
    });
  }, [commands, editor, editable, house, openLink]);

  useEffect(() => {
    if (!editable) return;
    return commands.provide({
      ...(canUndo && { 'edit.undo': timeline.undo }),
      ...(canRedo && { 'edit.redo': timeline.redo }),
    });
  }, [commands, editable, timeline, canUndo, canRedo]);
}
