import { SIMPLE_MARKS, type SimpleMark } from '../../../article/marks/marks.ts';
import {
  $addUpdateTag,
  $getNearestNodeFromDOMNode,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical';
import { type Mark, type Run, type Span, cutRuns } from '../../../article/inline.ts';
import { linkIn, markRuns, marksIn, unmarkRuns } from '../content/mark-runs.ts';
import type { LinkTarget } from '../links.ts';
import { $hasFields } from './fields.ts';
import { type RichField, isRichField } from './rich-field.ts';
import { selectIn, spanIn } from './plain-text.ts';

/** Tells that other marks will be on what is written next in a field. */
export const NEXT_MARKS_EVENT = 'galley-next-marks';

/** The field of a block that has the focus: one whose words may be marked, `plain`, or none. */
export function focusedField(editor: LexicalEditor): RichField | 'plain' | undefined {
  const active = document.activeElement;
  if (active === null || editor.getRootElement()?.contains(active) !== true) return undefined;
  if (isRichField(active)) return active;
  return active.classList.contains('block-field') ? 'plain' : undefined;
}

/** The marks of what is selected in a field, or of what is written there next. */
export function fieldMarks(
  editor: LexicalEditor,
  field: RichField,
): { marks: SimpleMark[]; link: boolean } {
  const runs = runsOf(editor, field);
  const span = spanIn(field);
  if (field.next?.at !== span[0]) field.next = undefined;
  const marks = field.next?.marks ?? marksIn(runs, span);
  return {
    marks: SIMPLE_MARKS.filter((type) => marks.some((mark) => mark.type === type)),
    link: linkIn(runs, span) !== undefined,
  };
}

/** Sets a mark on the selected words of a field or takes it away; without any, for the next ones. */
export function toggleFieldMark(editor: LexicalEditor, field: RichField, type: SimpleMark): void {
  const on = !fieldMarks(editor, field).marks.includes(type);
  const span = spanIn(field);
  if (span[0] < span[1]) {
    change(editor, field, (runs) =>
      on ? markRuns(runs, span, { type }) : unmarkRuns(runs, span, type),
    );
    return;
  }
  const now: readonly Mark[] = field.next?.marks ?? marksIn(runsOf(editor, field), span);
  const others = now.filter((mark) => mark.type !== type && mark.type !== 'link');
  field.next = { at: span[0], marks: on ? [...others, { type }] : others };
  field.dispatchEvent(new Event(NEXT_MARKS_EVENT, { bubbles: true }));
}

/** Words of a field that are to be linked, or are. */
export interface FieldLink {
  field: RichField;
  span: Span;
  target: LinkTarget | undefined;
}

/** The link at the selection of a field with all of its words, or the words that would be one. */
export function linkInField(editor: LexicalEditor, field: RichField): FieldLink {
  const span = spanIn(field);
  const found = linkIn(runsOf(editor, field), span);
  if (found === undefined) return { field, span, target: undefined };
  const { link } = found;
  const target = 'href' in link ? { href: link.href } : { article: link.article };
  return { field, span: found.span, target };
}

/** Links words of a field, which are `text` where none were selected; null takes the link away. */
export function setFieldLink(
  editor: LexicalEditor,
  { field, span: [from, to] }: FieldLink,
  target: LinkTarget | null,
  text = '',
): void {
  const end = from === to ? from + text.length : to;
  change(editor, field, (runs) => {
    if (target === null) return unmarkRuns(runs, [from, to], 'link');
    const words = from === to ? insertText(runs, from, text) : runs;
    return markRuns(words, [from, end], { type: 'link', ...target });
  });
  field.focus();
  selectIn(field, [end, end]);
}

function insertText(runs: readonly Run[], at: number, text: string): Run[] {
  return [...cutRuns(runs, [0, at]), { text }, ...cutRuns(runs, [at, Infinity])];
}

function runsOf(editor: LexicalEditor, field: RichField): readonly Run[] {
  return editor.read(() => $runsOf(field));
}

/** What a field contains. Needs a Lexical read or update around it. */
export function $runsOf(field: RichField): readonly Run[] {
  const node = $getNearestNodeFromDOMNode(field);
  if (!$hasFields(node)) return [];
  return node.getFieldRuns?.(field.dataset['field'] ?? '') ?? [];
}

function change(
  editor: LexicalEditor,
  field: RichField,
  $change: (runs: readonly Run[]) => Run[],
): void {
  if (!editor.isEditable()) return;
  editor.update(
    () => {
      const node = $getNearestNodeFromDOMNode(field);
      if (!$hasFields(node)) return;
      $addUpdateTag(HISTORY_PUSH_TAG);
      $addUpdateTag(SKIP_DOM_SELECTION_TAG);
      node.setField(field.dataset['field'] ?? '', $change($runsOf(field)));
    },
    { discrete: true },
  );
}
