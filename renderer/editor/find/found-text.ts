import {
  $getSelection,
  $isRangeSelection,
  type LexicalCommand,
  type LexicalEditor,
  type PointType,
  createCommand,
} from 'lexical';
import type { Block } from '../../../article/blocks/blocks.ts';
import type { FoundText, SelectedSpan, SpotInLine } from '../../app/find-store.ts';
import { isTextInput } from '../fields/field-caret.ts';
import { isStoryField } from '../fields/marked-fields.ts';
import { selectIn, spanIn } from '../fields/plain-text.ts';
import { $lineOf, $offsetInLine } from '../selection/lines.ts';
import { $selectBetween } from '../selection/places.ts';
import { $placeOfLine, hitPlaces } from './hit-places.ts';

/** Puts other blocks in the place of the body, as one step. */
export const PUT_BODY_COMMAND: LexicalCommand<readonly Block[]> = createCommand('PUT_BODY');

/** The story around an editor, as one who looks for something in it needs it. */
export function servedText(editor: LexicalEditor): FoundText {
  return {
    caret: () => spanInField()?.from ?? editor.read($selectedSpan)?.from,
    selected() {
      const span = spanInField() ?? editor.read($selectedSpan);
      const isAny =
        span &&
        (span.from.line.key !== span.to.line.key ||
          span.from.at !== span.to.at ||
          span.from.line.block !== span.to.line.block);
      return isAny ? span : undefined;
    },
    put: (body) => void editor.dispatchCommand(PUT_BODY_COMMAND, body),
    goTo(hit) {
      const place = hit && hitPlaces(editor)(hit);
      if (hit === undefined || place === undefined) {
        editor.focus();
        return;
      }
      const { element } = place;
      const { part, block, key } = hit.line;
      if (block !== undefined && key === 'content') {
        editor.getRootElement()?.focus({ preventScroll: true });
        const id = part ?? block;
        editor.update(() => void $selectBetween({ id, offset: hit.from }, { id, offset: hit.to }));
        return;
      }
      element.focus();
      if (isTextInput(element)) element.setSelectionRange(hit.from, hit.to);
      else if (element.isContentEditable) selectIn(element, [hit.from, hit.to]);
    },
  };
}

/** What is selected in a field of the story that has the focus. */
function spanInField(): SelectedSpan | undefined {
  const field = document.activeElement;
  if (!(field instanceof HTMLElement) || !isStoryField(field)) return undefined;
  const [key = ''] = field.dataset['storyField']?.split(' ') ?? [];
  const [from, to] = isTextInput(field)
    ? [field.selectionStart ?? 0, field.selectionEnd ?? 0]
    : spanIn(field);
  return { from: { line: { key }, at: from }, to: { line: { key }, at: to } };
}

function $selectedSpan(): SelectedSpan | undefined {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return undefined;
  const ends = [selection.anchor, selection.focus];
  const [from, to] = (selection.isBackward() ? ends.toReversed() : ends).map($spotOf);
  return from && to && { from, to };
}

function $spotOf(point: PointType): SpotInLine | undefined {
  const line = $lineOf(point.getNode());
  return line === null ? undefined : { line: $placeOfLine(line), at: $offsetInLine(line, point) };
}
