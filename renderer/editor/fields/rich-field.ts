import type { LexicalEditor } from 'lexical';
import { type Mark, type Run, joinRuns } from '../../../article/inline.ts';
import { simpleMarkSpecs } from '../../../article/marks/marks.ts';
import { selectIn, spanIn, textOf } from './plain-text.ts';

/**
 * An editable field for inline content, such as a caption: a `div` that has the properties of an
 * input. `showRuns` fills it. What a person types into it has no marks of its own until `showRuns`
 * fills it again.
 */
export interface RichField extends HTMLDivElement {
  readonly type: 'rich';
  readonly value: string;
  readonly selectionStart: number;
  readOnly: boolean;
  /**
   * The marks for what is typed next at this place, where they are not those of the text before it.
   */
  next: { at: number; marks: Mark[] } | undefined;
}

/**
 * The `tabIndex` of a field or button inside the story's text. While the text can be edited it is
 * -1: the keys of a block lead to its own fields, and the browser's Tab would go from any line to
 * the first field of the story.
 */
export function tabIndexIn(editor: LexicalEditor): number {
  return editor.isEditable() ? -1 : 0;
}

/**
 * Makes an empty rich field. `name` tells it from the other fields of its block. `texts` are its
 * accessible name and what it shows while it is empty.
 */
export function createRichField(
  editor: LexicalEditor,
  name: string,
  texts: { label: string; placeholder: string },
): RichField {
  const field = document.createElement('div') as RichField;
  Object.defineProperties(field, {
    type: { value: 'rich' },
    value: { get: () => textOf(field) },
    selectionStart: { get: () => spanIn(field)[0] },
    readOnly: {
      get: () => field.contentEditable === 'false',
      set: (readOnly: boolean) => {
        field.contentEditable = readOnly ? 'false' : 'plaintext-only';
        field.ariaReadOnly = String(readOnly);
      },
    },
  });
  field.className = 'block-field rich';
  field.dataset['field'] = name;
  field.dataset['placeholder'] = texts.placeholder;
  field.role = 'textbox';
  field.ariaLabel = texts.label;
  field.tabIndex = tabIndexIn(editor);
  field.spellcheck = false;
  field.readOnly = !editor.isEditable();
  return field;
}

/** True for a field whose words may be marked. */
export function isRichField(element: Element | null | undefined): element is RichField {
  return element instanceof HTMLDivElement && 'type' in element && element.type === 'rich';
}

/** The elements that show marks; a link leads nowhere here, and other marks are not seen. */
const TAGS: ReadonlyMap<string, string> = new Map(
  simpleMarkSpecs.map(({ type, tag }) => [type, tag]),
);

/** Shows inline content; the selection in a field that has the focus stays where it is. */
export function showRuns(field: RichField, runs: readonly Run[]): void {
  const wanted = partsOf(runs);
  const shown = [...field.childNodes].map((node) => ({
    text: node.textContent ?? '',
    marks: node instanceof HTMLElement ? (node.dataset['marks'] ?? '') : '',
  }));
  field.toggleAttribute('data-empty', wanted.length === 0);
  if (JSON.stringify(shown) === JSON.stringify(wanted)) return;
  const span = field === document.activeElement ? spanIn(field) : undefined;
  field.replaceChildren(...wanted.map(createPart));
  if (span !== undefined) selectIn(field, span);
}

interface Part {
  text: string;
  /** As JSON; empty for none. */
  marks: string;
}

/** A break is a line end; neighbours without a difference are one. */
function partsOf(runs: readonly Run[]): Part[] {
  const asText = runs.map((run): Run => ('break' in run ? { text: '\n' } : run));
  return joinRuns(asText).flatMap((run) => {
    if ('break' in run) return [];
    return [{ text: run.text, marks: run.marks === undefined ? '' : JSON.stringify(run.marks) }];
  });
}

function createPart({ text, marks }: Part): Node {
  let part: Node = document.createTextNode(text);
  if (marks === '') return part;
  const list = JSON.parse(marks) as Mark[];
  const tags = list.map((mark) => [mark.type, TAGS.get(mark.type) ?? 'span'] as const);
  for (const [type, tag] of tags.toReversed()) {
    const element = document.createElement(tag);
    if (type === 'link') element.className = 'field-link';
    element.append(part);
    part = element;
  }
  (part as HTMLElement).dataset['marks'] = marks;
  return part;
}
