import { flushSync } from 'react-dom';
import { shiftedOffset } from '../../../article/shifted-offset.ts';

/**
 * Makes a change that comes from elsewhere. The caret of the field that has the focus stays where it
 * is in the words.
 */
export function keepingFieldCaret(change: () => void): void {
  const field = 'document' in globalThis ? document.activeElement : null;
  if (!isField(field)) {
    change();
    return;
  }
  const { value, selectionStart, selectionEnd } = field;
  flushSync(change);
  // Some kinds of input have no caret.
  if (field.value === value || selectionStart === null || selectionEnd === null) return;
  field.setSelectionRange(
    shiftedOffset(value, field.value, selectionStart),
    shiftedOffset(value, field.value, selectionEnd),
  );
}

function isField(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  return element !== null && 'setSelectionRange' in element;
}
