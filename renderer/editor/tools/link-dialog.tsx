import type { LexicalEditor } from 'lexical';
import { OPEN_DIALOG_COMMAND } from '../blocks/dialogs.ts';
import { focusedField, linkInField, setFieldLink } from '../fields/field-marks.ts';
import { LinkDialog } from './LinkDialog.tsx';
import { $linkAtSelection, $linkSelection, $unlinkSelection } from './link-text.ts';

/** Asks where the selected words lead, in the text or in a caption. */
export function openLinkDialog(editor: LexicalEditor): void {
  const field = focusedField(editor);
  // The words of other fields are plain.
  if (field === 'plain') return;
  if (field !== undefined) {
    const found = editor.read(() => linkInField(editor, field));
    editor.dispatchCommand(OPEN_DIALOG_COMMAND, ({ leave }) => (
      <LinkDialog
        target={found.target}
        needsText={found.span[0] === found.span[1]}
        onSave={(target, text) => leave(() => setFieldLink(editor, found, target, text))}
        onRemove={() => leave(() => setFieldLink(editor, found, null))}
        onClose={() => leave()}
      />
    ));
    return;
  }
  const { target, needsText } = editor.read($linkAtSelection);
  editor.dispatchCommand(OPEN_DIALOG_COMMAND, ({ close }) => (
    <LinkDialog
      target={target}
      needsText={needsText}
      onSave={(to, text) => close(() => $linkSelection(to, text))}
      onRemove={() => close($unlinkSelection)}
      onClose={() => close()}
    />
  ));
}
