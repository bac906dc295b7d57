import {
  $addUpdateTag,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  HISTORY_PUSH_TAG,
  type NodeKey,
} from 'lexical';
import { type DetectedDateline, detectDateline } from '../../../article/dateline/detect.ts';
import { $setDateline } from '../datelines.ts';
import { $lineOf, $offsetInLine, $selectInLine } from '../lines.ts';
import { $isLeadNode } from '../nodes/LeadNode.ts';

/** A dateline that stands as plain text at the head of a paragraph. */
export interface FoundDateline {
  key: NodeKey;
  dateline: DetectedDateline;
}

/** Who types on for so many characters does not want a dateline. */
const TYPED_ON = 60;

/**
 * The dateline at the head of the first paragraph, while the caret is close behind it. Nothing
 * until it is finished: the space after the dash has been typed, or text follows.
 */
export function $findDateline(style: string): FoundDateline | undefined {
  const selection = $getSelection();
  const paragraph = $getRoot().getChildren().find($isParagraphNode);
  if (!$isRangeSelection(selection) || paragraph === undefined || $isLeadNode(paragraph)) {
    return undefined;
  }
  if (!paragraph.is($lineOf(selection.anchor.getNode()))) return undefined;
  const text = paragraph.getTextContent();
  const dateline = detectDateline(text, { style });
  if (dateline === undefined || (dateline.rest === '' && !/\s$/u.test(text))) return undefined;
  return { key: paragraph.getKey(), dateline };
}

/** True while the person has not plainly gone on writing. */
export function isFresh(found: FoundDateline, pasted: boolean): boolean {
  return pasted || found.dateline.rest.length <= TYPED_ON;
}

/** Makes the text a dateline, as one step that can be undone; the caret stays where it is. */
export function $acceptDateline({ key, dateline }: FoundDateline): void {
  const paragraph = $getNodeByKey(key);
  const selection = $getSelection();
  if (!$isParagraphNode(paragraph)) return;
  const { rest: _rest, ...content } = dateline;
  const length = dateline.printed.length;
  const inside = $isRangeSelection(selection) && paragraph.is($lineOf(selection.focus.getNode()));
  const offset = inside ? $offsetInLine(paragraph, selection.focus) : length;
  $addUpdateTag(HISTORY_PUSH_TAG);
  const { key: endKey, offset: end, type } = $selectInLine(paragraph, length).focus;
  const head = paragraph.selectStart();
  head.focus.set(endKey, end, type);
  head.removeText();
  const lead = $getNodeByKey($setDateline(key, content) ?? key);
  if ($isLeadNode(lead)) $selectInLine(lead, Math.max(0, offset - length));
}
