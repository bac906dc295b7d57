import { $insertList, $isListNode, $removeList } from '@lexical/list';
import { $createHeadingNode, type HeadingTagType } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
} from 'lexical';
import {
  $noteSelected,
  $pullSelected,
  $quoteSelected,
  $releaseSelected,
} from '../blocks/quote/quotes.ts';
import { $cellOf } from '../blocks/table/tables.ts';
import { $lineOf } from '../selection/lines.ts';
import { $isCorrectionNode } from '../blocks/correction/CorrectionNode.ts';
import { $isPullquoteNode } from '../blocks/pullquote/PullquoteNode.ts';
import type { TextKind } from './selection-state.ts';

const TAGS: Partial<Record<TextKind, HeadingTagType>> = {
  crosshead: 'h2',
  'crosshead-small': 'h3',
  'crosshead-smallest': 'h4',
};

/** Turns the selected blocks of text into another kind; the text, its marks and ids stay. */
export function $turnInto(kind: TextKind): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const nodes = selection.getNodes();
  // A cell holds text alone.
  if (nodes.some((node) => $cellOf(node) !== null)) return;
  if (kind === 'quote') return $quoteSelected();
  if (kind === 'correction' && nodes.map($lineOf).every($isCorrectionNode)) return;
  if (kind === 'pullquote' && nodes.map($lineOf).every($isPullquoteNode)) return;
  $releaseSelected(kind === 'paragraph' || kind === 'correction');
  if (kind === 'bulleted' || kind === 'numbered') {
    $insertList(kind === 'numbered' ? 'number' : 'bullet');
    return;
  }
  if (nodes.some((node) => $findMatchingParent(node, $isListNode) !== null)) $removeList();
  if (kind === 'correction') return $noteSelected();
  if (kind === 'pullquote') return $pullSelected();
  const tag = TAGS[kind];
  $setBlocksType($getSelection(), () =>
    tag === undefined ? $createParagraphNode() : $createHeadingNode(tag),
  );
}
