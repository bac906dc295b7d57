import {
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { FieldInput } from './fields.ts';

/** Selects the fields and buttons inside the elements of blocks. */
export const CONTROLS = '.block-field, .block-action';

/** The field or button that something in the page lies in. */
export function controlOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(CONTROLS) : null;
}

/** The fields and buttons of a block that can be used now. */
export function controlsOf(editor: LexicalEditor, key: NodeKey): HTMLElement[] {
  const all = editor.getElementByKey(key)?.querySelectorAll<HTMLElement>(CONTROLS) ?? [];
  return [...all].filter((control) => control.checkVisibility() && !control.matches(':disabled'));
}

/** The fields of a block that can be written in now. */
export function fieldsOf(editor: LexicalEditor, key: NodeKey): FieldInput[] {
  const all = editor.getElementByKey(key)?.querySelectorAll<FieldInput>('.block-field') ?? [];
  return [...all].filter((field) => field.checkVisibility());
}

/** Goes into the first field of a block; false if it has none. */
export function focusField(editor: LexicalEditor, key: NodeKey): boolean {
  const [field] = fieldsOf(editor, key);
  field?.focus();
  return field !== undefined;
}

/** Puts the caret from the fields of a block somewhere into the text, as `$act` says. */
export function goToTextFrom(
  editor: LexicalEditor,
  key: NodeKey,
  $act: (block: LexicalNode) => void,
): void {
  // The text must have the focus before the caret can be put into it.
  editor.getRootElement()?.focus({ preventScroll: true });
  editor.update(
    () => {
      const block = $getNodeByKey(key);
      if (block !== null) $act(block);
    },
    { discrete: true },
  );
}

/** The block that a field or button belongs to. */
export function keyAt(editor: LexicalEditor, control: HTMLElement): NodeKey | undefined {
  return editor.read(() => $getNearestNodeFromDOMNode(control)?.getKey());
}
