import {
  $addUpdateTag,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $setSelection,
  HISTORY_PUSH_TAG,
  type NodeKey,
} from 'lexical';
import { type DetectedDateline, detectDateline } from '../../../../article/dateline/detect.ts';
import { $setDateline, type DatelineContent } from './datelines.ts';
import { $lineOf, $offsetInLine, $selectInLine } from '../../selection/lines.ts';
import { $isLeadNode } from './LeadNode.ts';

/** A dateline that stands as plain text at the head of a paragraph. */
export interface FoundDateline {
  key: NodeKey;
  dateline: DetectedDateline;
}

/** The caret is at the head of the paragraph up to so many characters behind the dateline. */
const NEAR = 60;

/** The dateline that stands as text at the head of the first paragraph, wherever the caret is. */
export function $datelineInText(style: string): FoundDateline | undefined {
  const paragraph = $getRoot().getChildren().find($isParagraphNode);
  if (paragraph === undefined || $isLeadNode(paragraph)) return undefined;
  const dateline = detectDateline(paragraph.getTextContent(), { style });
  return dateline === undefined ? undefined : { key: paragraph.getKey(), dateline };
}

/** True once it is finished: the space after the dash has been typed, or text follows. */
export function isFinished({ dateline: { printed, rest } }: FoundDateline): boolean {
  return rest !== '' || /\s$/u.test(printed);
}

/** True while the caret is in the dateline or close behind it. */
export function $isAtDateline({ key, dateline }: FoundDateline): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const line = $lineOf(selection.anchor.getNode());
  if (line?.getKey() !== key) return false;
  return $offsetInLine(line, selection.anchor) <= dateline.printed.length + NEAR;
}

/**
 * Makes the text a dateline, as one step that can be undone; the caret stays where it is. The
 * dateline is the one that was found unless `content` says otherwise.
 */
export function $acceptDateline(
  { key, dateline }: FoundDateline,
  content = contentOf(dateline),
): void {
  const paragraph = $getNodeByKey(key);
  const selection = $getSelection();
  if (!$isParagraphNode(paragraph)) return;
  const length = dateline.printed.length;
  const elsewhere =
    $isRangeSelection(selection) && !paragraph.is($lineOf(selection.focus.getNode()))
      ? selection.clone()
      : undefined;
  const inside = $isRangeSelection(selection) && paragraph.is($lineOf(selection.focus.getNode()));
  const offset = inside ? $offsetInLine(paragraph, selection.focus) : length;
  $addUpdateTag(HISTORY_PUSH_TAG);
  const { key: endKey, offset: end, type } = $selectInLine(paragraph, length).focus;
  const head = paragraph.selectStart();
  head.focus.set(endKey, end, type);
  head.removeText();
  const lead = $getNodeByKey($setDateline(key, content) ?? key);
  if (elsewhere !== undefined) $setSelection(elsewhere);
  else if ($isLeadNode(lead)) $selectInLine(lead, Math.max(0, offset - length));
}

/** What was found, as the editor keeps a dateline. */
export function contentOf({ rest: _rest, ...content }: DetectedDateline): DatelineContent {
  return content;
}
