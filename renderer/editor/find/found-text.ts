import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  type LexicalCommand,
  type LexicalEditor,
  createCommand,
} from 'lexical';
import type { Block } from '../../../article/blocks/blocks.ts';
import { lineId } from '../../../article/story-lines.ts';
import type { FoundText, SelectedSpans } from '../../app/find-store.ts';
import { $idOf } from '../blocks/state.ts';
import { isTextInput } from '../fields/field-caret.ts';
import { selectIn } from '../fields/plain-text.ts';
import { $lineOf, $linesIn, $offsetInLine } from '../selection/lines.ts';
import { $selectBetween } from '../selection/places.ts';
import { hitPlaces } from './hit-places.ts';

/** Puts other blocks in the place of the body, as one step. */
export const PUT_BODY_COMMAND: LexicalCommand<readonly Block[]> = createCommand('PUT_BODY');

/** The text of an editor, as one who looks for something in it needs it. */
export function servedText(editor: LexicalEditor): FoundText {
  return {
    caret: () =>
      editor.read(() => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return undefined;
        const start = selection.isBackward() ? selection.focus : selection.anchor;
        const line = $lineOf(start.getNode());
        return line === null
          ? undefined
          : { line: { block: $idOf(line), key: 'content' }, at: $offsetInLine(line, start) };
      }),
    selected: () => editor.read($selectedSpans),
    put: (body) => void editor.dispatchCommand(PUT_BODY_COMMAND, body),
    goTo(hit) {
      const place = hit && hitPlaces(editor)(hit);
      if (hit === undefined || place === undefined) {
        editor.focus();
        return;
      }
      const { element } = place;
      const { part, block = '', key } = hit.line;
      if (hit.line.block !== undefined && key === 'content') {
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

function $selectedSpans(): SelectedSpans {
  const selection = $getSelection();
  const spans = new Map<string, readonly [number, number]>();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return spans;
  const ends = [selection.anchor, selection.focus];
  const [start, end] = selection.isBackward() ? ends.toReversed() : ends;
  const lines = $linesIn($getRoot());
  const [first, last] = [start, end].map((point) => {
    const line = point && $lineOf(point.getNode());
    return line ? lines.findIndex((one) => one.is(line)) : -1;
  }) as [number, number];
  for (const [index, line] of lines.entries()) {
    if (start === undefined || end === undefined || index < first || index > last) continue;
    const from = index === first ? $offsetInLine(line, start) : 0;
    const to = index === last ? $offsetInLine(line, end) : line.getTextContentSize();
    spans.set(lineId({ block: $idOf(line), key: 'content' }), [from, to]);
  }
  return spans;
}
