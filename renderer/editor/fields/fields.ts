import {
  $isElementNode,
  type ElementNode,
  type LexicalCommand,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  createCommand,
  setDOMUnmanaged,
} from 'lexical';
import { type Run, joinRuns, plainText } from '../../../article/inline.ts';
import { type RichField, isRichField, showRuns, tabIndexIn } from './rich-field.ts';

/** What a field holds: text, or inline content in a field whose words may be marked. */
export type FieldValue = string | readonly Run[];

/** A node with fields beside its text, such as who said what is quoted. */
interface FieldHolder extends LexicalNode {
  /** Takes over what was written in the field of this name. */
  setField(name: string, value: FieldValue): void;
  /** What the field of this name holds, if its words may be marked. */
  getFieldRuns?(name: string): readonly Run[];
  /** Set where the fields stand above the text of the block, not below it. */
  hasFieldsAbove?(): true;
  /** Set where a field shows a time on the clocks of the house; see `showTimesIn`. */
  hasTimes?(): true;
}

/** What a field holds as inline content. */
export function asRuns(value: FieldValue): Run[] {
  return typeof value === 'string' ? joinRuns([{ text: value }]) : [...value];
}

/** What a field holds as text. */
export function asText(value: FieldValue): string {
  return typeof value === 'string' ? value : plainText(value);
}

/** True for a node with fields. */
export function $hasFields(node: LexicalNode | null | undefined): node is FieldHolder {
  return node !== null && node !== undefined && 'setField' in node;
}

/** True for a block whose fields stand above its text. */
export function $hasFieldsAbove(node: LexicalNode): node is ElementNode & FieldHolder {
  return $hasFields(node) && $isElementNode(node) && node.hasFieldsAbove?.() === true;
}

/** A button in the element of a node was pressed, or its keys in a field beside it. */
export interface BlockAction {
  node: NodeKey;
  /** What the button is called in its node. */
  name: string;
  /** The button or field that has the focus. */
  from: HTMLElement;
}

/** Asks for what a button in a block does. */
export const BLOCK_ACTION_COMMAND: LexicalCommand<BlockAction> = createCommand('BLOCK_ACTION');

export type FieldInput = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement | RichField;

/** An element to put fields in, inside the element of a node. The editor leaves it alone. */
export function createFieldGround(className = ''): HTMLElement {
  const ground = document.createElement('div');
  ground.className = `block-fields ${className}`.trim();
  ground.contentEditable = 'false';
  setDOMUnmanaged(ground, { captureSelection: true });
  return ground;
}

/** A field of one line, or of as many as it needs with `lines`. */
export function createField(
  editor: LexicalEditor,
  name: string,
  texts: { label: string; placeholder: string },
  lines = false,
): HTMLInputElement | HTMLTextAreaElement {
  const input = document.createElement(lines ? 'textarea' : 'input');
  input.className = 'block-field';
  input.dataset['field'] = name;
  input.ariaLabel = texts.label;
  input.placeholder = texts.placeholder;
  input.readOnly = !editor.isEditable();
  input.tabIndex = tabIndexIn(editor);
  input.spellcheck = false;
  if (input instanceof HTMLTextAreaElement) input.rows = 1;
  else input.autocomplete = 'off';
  return input;
}

/** A button beside the fields; what it does is asked for by `BLOCK_ACTION_COMMAND`. */
export function createAction(editor: LexicalEditor, name: string, label: string): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'block-action';
  button.dataset['action'] = name;
  button.ariaLabel = label;
  button.title = label;
  button.disabled = !editor.isEditable();
  button.tabIndex = tabIndexIn(editor);
  return button;
}

/** The field of this name in the element of a node. */
export function fieldIn(dom: HTMLElement, name: string): FieldInput | null {
  return dom.querySelector<FieldInput>(`.block-field[data-field='${name}']`);
}

/** Shows a value; the caret in a field that shows it already stays where it is. */
export function showField(dom: HTMLElement, name: string, value: FieldValue): void {
  const input = fieldIn(dom, name);
  if (input === null) return;
  if (isRichField(input)) showRuns(input, asRuns(value));
  else if (input.value !== value) input.value = asText(value);
}
