import { sharedEnds } from '../../../article/shared-ends.ts';
import { selectIn } from './plain-text.ts';

/** What stands in a field; empty for one that holds no text. */
export function textIn(field: HTMLElement): string {
  return isTextInput(field) ? field.value : (field.textContent ?? '');
}

/** Gives a field the focus, with the caret behind what reads otherwise than `before` did. */
export function goToChange(field: HTMLElement, before: string): void {
  const now = textIn(field);
  const at = now.length - sharedEnds(before, now).tail;
  field.focus();
  if (!isTextInput(field)) {
    if (field.isContentEditable) selectIn(field, [at, at]);
  } else if (field.selectionStart !== null) field.setSelectionRange(at, at);
}

/** True for a field of plain text. */
export function isTextInput(field: HTMLElement): field is HTMLInputElement | HTMLTextAreaElement {
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
}
