import {
  $addUpdateTag,
  $createNodeSelection,
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getSelection,
  $isNodeSelection,
  $setSelection,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  REDO_COMMAND,
  SKIP_DOM_SELECTION_TAG,
  UNDO_COMMAND,
  mergeRegister,
  stopLexicalPropagation,
} from 'lexical';
import { $linesIn } from './lines.ts';
import { $hasFields, type FieldInput } from './nodes/fields.ts';
import { $paragraphBeside } from './sidebar-keys.ts';

/** Changes of one field within this time of each other, in milliseconds, are undone together. */
const TOGETHER = 800;

/** Events in a field are the field's own: the editor leaves them alone. */
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

/** Lets a person write in the fields of blocks, and go in and out of them by keys. */
export function registerFields(editor: LexicalEditor): () => void {
  let last = { key: '', name: '', at: 0 };

  const take = (input: FieldInput): void => {
    editor.update(() => {
      const node = $getNearestNodeFromDOMNode(input);
      if (!$hasFields(node)) return;
      const name = input.dataset['field'] ?? '';
      const now = { key: node.getKey(), name, at: Date.now() };
      const goesOn = last.key === now.key && last.name === name && now.at - last.at < TOGETHER;
      last = now;
      $addUpdateTag(goesOn ? HISTORY_MERGE_TAG : HISTORY_PUSH_TAG);
      $addUpdateTag(SKIP_DOM_SELECTION_TAG);
      const isCheck = input.type === 'checkbox';
      node.setField(name, isCheck ? String((input as HTMLInputElement).checked) : input.value);
    });
  };

  const onEvent = (event: Event): void => {
    const input = fieldOf(event.target);
    if (input === null) return;
    stopLexicalPropagation(event);
    if (event.type === 'input') take(input);
    if (event instanceof KeyboardEvent && event.type === 'keydown') onKey(event, input);
  };

  const onFocus = (event: Event): void => {
    const input = fieldOf(event.target);
    if (input === null) return;
    editor.update(
      () => {
        const node = $getNearestNodeFromDOMNode(input);
        if (node !== null) $selectBox(node);
      },
      { tag: [SKIP_DOM_SELECTION_TAG, HISTORY_MERGE_TAG] },
    );
  };

  const onKey = (event: KeyboardEvent, input: FieldInput): void => {
    if (event.isComposing) return;
    const main = event.ctrlKey || event.metaKey;
    const key = event.key.toLowerCase();
    if (main && !event.altKey && (key === 'z' || key === 'y')) {
      event.preventDefault();
      event.stopPropagation();
      const again = key === 'y' || event.shiftKey;
      editor.dispatchCommand(again ? REDO_COMMAND : UNDO_COMMAND, undefined);
      return;
    }
    if (main || event.altKey || event.shiftKey) return;
    const isText = input.type !== 'checkbox' && !(input instanceof HTMLSelectElement);
    if (input instanceof HTMLSelectElement && event.key !== 'Escape') return;
    const at = 'selectionStart' in input ? (input.selectionStart ?? 0) : 0;
    if (event.key === 'Escape') leave(input, 'box');
    else if (event.key === 'Enter' && isText) leave(input, 'next');
    else if (event.key === 'ArrowDown' && !input.value.slice(at).includes('\n')) {
      leave(input, 'next');
    } else if (event.key === 'ArrowUp' && !input.value.slice(0, at).includes('\n')) {
      leave(input, 'back');
    } else return;
    event.preventDefault();
  };

  /** To the field before or after this one, out of the block, or to the block as one thing. */
  const leave = (input: FieldInput, to: 'next' | 'back' | 'box'): void => {
    const key = editor.read(() => $getNearestNodeFromDOMNode(input)?.getKey());
    if (key === undefined) return;
    const fields = fieldsOf(editor, key);
    const target = fields[fields.indexOf(input) + (to === 'next' ? 1 : -1)];
    if (to !== 'box' && target !== undefined) {
      target.focus();
      return;
    }
    // The text must have the focus before the caret can be put into it.
    editor.getRootElement()?.focus({ preventScroll: true });
    editor.update(
      () => {
        const node = $getNodeByKey(key);
        if (node === null) return;
        const lines = $linesIn(node);
        if (to === 'next') $paragraphBeside(node, 'down').selectStart();
        else if (to === 'back' && lines.length > 0) lines.at(-1)?.selectEnd();
        else $selectBox(node);
      },
      { discrete: true },
    );
  };

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
      const fields = editor.getRootElement()?.querySelectorAll<FieldInput>('.block-field') ?? [];
      for (const field of fields) {
        if ('readOnly' in field) field.readOnly = !editable;
        if (field.type === 'checkbox' || field instanceof HTMLSelectElement) {
          field.disabled = !editable;
        }
      }
    }),
  );
}

/** Goes into the first field of a selected block; false if it has none. */
export function focusFirstField(editor: LexicalEditor, key: NodeKey): boolean {
  const [first] = fieldsOf(editor, key);
  first?.focus();
  return first !== undefined;
}

/** The fields of a block that can be written in now. */
function fieldsOf(editor: LexicalEditor, key: NodeKey): FieldInput[] {
  const all = editor.getElementByKey(key)?.querySelectorAll<FieldInput>('.block-field') ?? [];
  return [...all].filter((field) => field.checkVisibility());
}

function fieldOf(target: EventTarget | null): FieldInput | null {
  return target instanceof Element ? target.closest<FieldInput>('.block-field') : null;
}

function $selectBox(node: LexicalNode): void {
  const now = $getSelection();
  if ($isNodeSelection(now) && now.has(node.getKey()) && now.getNodes().length === 1) return;
  if ($getNodeByKey(node.getKey()) === null) return;
  const selection = $createNodeSelection();
  selection.add(node.getKey());
  $setSelection(selection);
}
