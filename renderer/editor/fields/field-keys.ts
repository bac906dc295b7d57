import {
  $addUpdateTag,
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getSelection,
  $isNodeSelection,
  $onUpdate,
  HISTORY_MERGE_TAG,
  IS_APPLE,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  REDO_COMMAND,
  SKIP_DOM_SELECTION_TAG,
  UNDO_COMMAND,
  mergeRegister,
  stopLexicalPropagation,
} from 'lexical';
import { SIMPLE_MARKS } from '../../../article/marks/marks.ts';
import { undoPressed } from '../../app/keys.ts';
import { CONTROLS, controlOf, fieldsOf, keyAt, goToTextFrom } from './controls.ts';
import { editRuns } from './edit-runs.ts';
import { markTools } from '../marks.ts';
import { $runsOf, toggleFieldMark } from './field-marks.ts';
import { $selectBlock } from '../selection/lines.ts';
import {
  $hasFields,
  $hasFieldsAbove,
  BLOCK_ACTION_COMMAND,
  type FieldInput,
  type FieldValue,
} from './fields.ts';
import { isRichField, tabIndexIn } from './rich-field.ts';
import { selectIn, spanIn } from './plain-text.ts';
import { $paragraphBeside } from '../blocks/sidebar/sidebar-keys.ts';
import { $goBackTo, goOnFrom } from './tab-keys.ts';

/** Events in a field or on a button of a block are its own: the editor leaves them alone. */
const EVENTS = [
  'keydown',
  'keyup',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionend',
  'copy',
  'cut',
  'paste',
  'dragstart',
  'click',
] as const;

/** Lets a person write in the fields of blocks, press their buttons, and go in and out by keys. */
export function registerFields(editor: LexicalEditor): () => void {
  const onEvent = (event: Event): void => hear(editor, event);
  const onFocus = (event: Event): void => selectBlockOf(editor, event);
  return mergeRegister(
    editor.registerRootListener((root, before) => {
      for (const name of EVENTS) {
        before?.removeEventListener(name, onEvent, true);
        root?.addEventListener(name, onEvent, true);
      }
      before?.removeEventListener('focusin', onFocus);
      root?.addEventListener('focusin', onFocus);
    }),
    editor.registerEditableListener((editable) => {
      const root = editor.getRootElement();
      for (const control of root?.querySelectorAll<HTMLElement>(CONTROLS) ?? []) {
        if ('readOnly' in control) control.readOnly = !editable;
        control.tabIndex = tabIndexIn(editor);
        if (!isTextField(control)) Object.assign(control, { disabled: !editable });
      }
    }),
  );
}

function take(editor: LexicalEditor, input: FieldInput): void {
  editor.update(() => {
    const node = $getNearestNodeFromDOMNode(input);
    if (!$hasFields(node)) return;
    $addUpdateTag(SKIP_DOM_SELECTION_TAG);
    node.setField(input.dataset['field'] ?? '', $valueOf(input));
  });
}

/** Asks the block for an action of this name; false if there is none. */
function act(editor: LexicalEditor, from: HTMLElement, name: string): boolean {
  const node = keyAt(editor, from);
  if (node === undefined || !editor.isEditable()) return false;
  return editor.dispatchCommand(BLOCK_ACTION_COMMAND, { node, name, from });
}

function hear(editor: LexicalEditor, event: Event): void {
  const control = controlOf(event.target);
  if (control === null) return;
  stopLexicalPropagation(event);
  const { action } = control.dataset;
  if (event.type === 'click' && action !== undefined) act(editor, control, action);
  // What an input method is still at is shown as it has it.
  const writes = event.type === 'compositionend' || (event.type === 'input' && !isComposing(event));
  if (writes && isField(control)) take(editor, control);
  if (event instanceof KeyboardEvent && event.type === 'keydown') hearKey(editor, event, control);
}

function selectBlockOf(editor: LexicalEditor, event: Event): void {
  const control = controlOf(event.target);
  if (control === null) return;
  editor.update(
    () => {
      const node = $getNearestNodeFromDOMNode(control);
      if (node !== null) $selectWhole(node);
    },
    { tag: [SKIP_DOM_SELECTION_TAG, HISTORY_MERGE_TAG] },
  );
}

function hearKey(editor: LexicalEditor, event: KeyboardEvent, control: HTMLElement): void {
  if (event.isComposing) return;
  const main = event.ctrlKey || event.metaKey;
  const key = event.key.toLowerCase();
  const undone = undoPressed(event, IS_APPLE);
  if (undone !== undefined) {
    event.preventDefault();
    event.stopPropagation();
    editor.dispatchCommand(undone === 'edit.redo' ? REDO_COMMAND : UNDO_COMMAND, undefined);
    return;
  }
  if (main && !event.altKey && !event.shiftKey && isRichField(control)) {
    const type = MARK_KEYS.get(key);
    if (type !== undefined) toggleFieldMark(editor, control, type);
    // The browser would select the article, too.
    else if (key === 'a') selectIn(control, [0, control.value.length]);
    else return;
    event.preventDefault();
    return;
  }
  if (event.key === 'Tab' && !main && !event.altKey) {
    goOnFrom(editor, event, control);
    return;
  }
  if (main || event.shiftKey) return;
  const arrow = event.key === 'ArrowUp' ? 'earlier' : event.key === 'ArrowDown' ? 'later' : null;
  if (event.altKey) {
    const part = partOf(control);
    if (arrow !== null && part !== '' && act(editor, control, part + arrow)) event.preventDefault();
    else if (arrow !== null) moveWith(editor, event, control);
    return;
  }
  const to = directionOf(event, control);
  if (to === null) return;
  event.preventDefault();
  leave(editor, control, to);
}

/** The keys that move a block move it from its fields, too; the focus goes with it. */
function moveWith(editor: LexicalEditor, event: KeyboardEvent, control: HTMLElement): void {
  const span = isRichField(control) ? spanIn(control) : undefined;
  if (!editor.dispatchCommand(KEY_DOWN_COMMAND, event)) return;
  const $restore = (): void =>
    $onUpdate(() => {
      control.focus();
      if (span !== undefined && isRichField(control)) selectIn(control, span);
    });
  editor.update($restore, { discrete: true });
}

/** To the field before or after this one, out of the block, or to the block as one thing. */
function leave(editor: LexicalEditor, control: HTMLElement, to: Direction): void {
  const key = keyAt(editor, control);
  if (key === undefined) return;
  const fields = fieldsOf(editor, key);
  const target = fields[fields.findIndex((field) => field === control) + (to === 'next' ? 1 : -1)];
  if (to !== 'whole' && target !== undefined) {
    target.focus();
    return;
  }
  goToTextFrom(editor, key, (block) => {
    if (to === 'back') $goBackTo(block);
    else if (to === 'whole') $selectWhole(block);
    else if ($hasFieldsAbove(block)) block.selectStart();
    else $paragraphBeside(block, 'down').selectStart();
  });
}

type Direction = 'next' | 'back' | 'whole';

/** Where a key leads from a field; null for a key that does something in it. */
function directionOf(event: KeyboardEvent, control: HTMLElement): Direction | null {
  if (event.key === 'Escape') return 'whole';
  const isTime = control instanceof HTMLInputElement && control.type === 'datetime-local';
  if (isTime) return event.key === 'Enter' ? 'next' : null;
  if (!isField(control) || control instanceof HTMLSelectElement) return null;
  const at = control.selectionStart ?? 0;
  if (event.key === 'Enter' && isTextField(control)) return 'next';
  if (event.key === 'ArrowDown' && !control.value.slice(at).includes('\n')) return 'next';
  if (event.key === 'ArrowUp' && !control.value.slice(0, at).includes('\n')) return 'back';
  return null;
}

function isField(control: HTMLElement): control is FieldInput {
  return control.classList.contains('block-field');
}

function isTextField(control: HTMLElement): boolean {
  if (control instanceof HTMLTextAreaElement || isRichField(control)) return true;
  return control instanceof HTMLInputElement && control.type !== 'checkbox';
}

const MARK_KEYS = new Map(SIMPLE_MARKS.map((type) => [markTools[type].fieldLetter, type]));

function isComposing(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing;
}

function $valueOf(input: FieldInput): FieldValue {
  if (isRichField(input)) {
    const next = input.next?.marks;
    input.next = undefined;
    return editRuns($runsOf(input), input.value, next);
  }
  return input.type === 'checkbox' ? String((input as HTMLInputElement).checked) : input.value;
}

/** What the names of the fields and buttons of a part of a block begin with: `2.`, or nothing. */
function partOf(control: HTMLElement): string {
  const name = control.dataset['field'] ?? control.dataset['action'] ?? '';
  return /^\d+\./u.exec(name)?.[0] ?? '';
}

function $selectWhole(node: LexicalNode): void {
  const now = $getSelection();
  if ($isNodeSelection(now) && now.has(node.getKey()) && now.getNodes().length === 1) return;
  if ($getNodeByKey(node.getKey()) !== null) $selectBlock(node);
}
