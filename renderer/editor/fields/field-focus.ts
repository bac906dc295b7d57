import { $dfs } from '@lexical/utils';
import { $getNearestNodeFromDOMNode, type LexicalEditor } from 'lexical';
import { shiftedOffset } from '../../../article/shifted-offset.ts';
import { controlOf } from './controls.ts';
import { isTextInput, textIn } from './field-caret.ts';
import { fieldIn } from './fields.ts';
import { isRichField } from './rich-field.ts';
import { selectIn, spanIn } from './plain-text.ts';
import { $idOf } from '../blocks/state.ts';

/**
 * Shows words that come from elsewhere. Whoever writes in a field of a block, such as a caption, goes
 * on in it, with the caret at the same words, also where the block is shown anew.
 */
export function keepingFieldFocus(editor: LexicalEditor, show: () => void): void {
  const field = controlOf(document.activeElement);
  const name = field?.dataset['field'];
  const id = field && name !== undefined ? idAt(editor, field) : undefined;
  const span = field && spanOf(field);
  if (field === null || name === undefined || id === undefined || !span) return show();
  const before = textIn(field);
  show();
  const shown = fieldOf(editor, id, name);
  if (shown === null || (shown === field && textIn(shown) === before)) return;
  const after = textIn(shown);
  const [from, to] = [shiftedOffset(before, after, span[0]), shiftedOffset(before, after, span[1])];
  if (document.activeElement !== shown) shown.focus({ preventScroll: true });
  if (isTextInput(shown)) shown.setSelectionRange(from, to);
  else if (isRichField(shown)) selectIn(shown, [from, to]);
}

function idAt(editor: LexicalEditor, field: HTMLElement): string | undefined {
  return editor.read(() => {
    const node = $getNearestNodeFromDOMNode(field);
    return node === null ? undefined : $idOf(node);
  });
}

function fieldOf(editor: LexicalEditor, id: string, name: string): HTMLElement | null {
  const found = editor.read(() =>
    $dfs()
      .find(({ node }) => $idOf(node) === id)
      ?.node.getKey(),
  );
  const element = found === undefined ? null : editor.getElementByKey(found);
  return element && fieldIn(element, name);
}

/** What is selected in a field; undefined for one that has no caret. */
function spanOf(field: HTMLElement): readonly [number, number] | undefined {
  if (isRichField(field)) return spanIn(field);
  if (!isTextInput(field) || field.selectionStart === null) return undefined;
  return [field.selectionStart, field.selectionEnd ?? field.selectionStart];
}
