import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  $onUpdate,
  COMMAND_PRIORITY_NORMAL,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { controlsOf, keyAt, goToTextFrom } from './controls.ts';
import { $blockOf, $linesIn, $selectBlock } from '../selection/lines.ts';
import { $hasFields, $hasFieldsAbove } from './fields.ts';

/**
 * Tab leads from the text of a block to its own fields, and from these to the text after it;
 * Shift+Tab leads back. Where neither lists nor cells nor fields want the key, it leaves the body.
 */
export function registerTabKeys(editor: LexicalEditor): () => void {
  return editor.registerCommand(
    KEY_TAB_COMMAND,
    (event) => $toField(editor, event),
    COMMAND_PRIORITY_NORMAL,
  );
}

function $toField(editor: LexicalEditor, event: KeyboardEvent): boolean {
  if (event.altKey || event.ctrlKey || event.metaKey) return false;
  const selection = $getSelection();
  const inText = $isRangeSelection(selection);
  const node = inText ? selection.focus.getNode() : selection?.getNodes().at(-1);
  const block = node === undefined ? null : $findMatchingParent(node, $hasFields);
  if (block === null) return false;
  const key = block.getKey();
  const from = inText ? (getSelection()?.focusNode ?? null) : editor.getElementByKey(key);
  const controls = controlsOf(editor, key);
  const target = event.shiftKey
    ? controls.findLast((control) => isAfter(from, control))
    : controls.find((control) => isAfter(control, from));
  if (target === undefined) return false;
  event.preventDefault();
  $onUpdate(() => target.focus());
  return true;
}

/** Tab or Shift+Tab in a field or on a button of a block. */
export function goOnFrom(editor: LexicalEditor, event: KeyboardEvent, control: HTMLElement): void {
  const key = keyAt(editor, control);
  if (key === undefined || !editor.isEditable()) return;
  const controls = controlsOf(editor, key);
  const target = controls[controls.indexOf(control) + (event.shiftKey ? -1 : 1)];
  if (target !== undefined) {
    event.preventDefault();
    target.focus();
    return;
  }
  goToTextFrom(editor, key, (block) => {
    if (event.shiftKey) $goBackTo(block);
    // From the last block the browser goes on to what comes after the body.
    else if (!$goOnAfter(block)) return;
    event.preventDefault();
  });
}

/** From the fields of a block to its text above them, or to the block as one thing. */
export function $goBackTo(block: LexicalNode): void {
  const line = $hasFieldsAbove(block) ? undefined : $linesIn(block).at(-1);
  if (line === undefined) $selectBlock(block);
  else line.selectEnd();
}

/** From the fields of a block to the text below them; false where there is none. */
function $goOnAfter(block: LexicalNode): boolean {
  const below = $hasFieldsAbove(block) ? block : block.getNextSibling();
  const next = below ?? $blockOf(block)?.getNextSibling();
  if (next === null || next === undefined) return false;
  const [line] = $linesIn(next);
  if (line === undefined) $selectBlock(next);
  else line.selectStart();
  return true;
}

/** True if the first comes after the start of the second in the page. */
function isAfter(first: Node | null, second: Node | null): boolean {
  if (first === null || second === null) return false;
  return Boolean(second.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING);
}
