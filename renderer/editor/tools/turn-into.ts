import { $insertList, $isListNode, $removeList } from '@lexical/list';
import { $createHeadingNode, type HeadingTagType } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
} from 'lexical';
import { $pullSelected, $quoteSelected, $releaseSelected } from '../quotes.ts';
import { $cellOf } from '../tables.ts';
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
  // A cell holds text alone.
  if (selection.getNodes().some((node) => $cellOf(node) !== null)) return;
  if (kind === 'quote') return $quoteSelected();
  if (kind === 'pullquote') return $pullSelected();
  $releaseSelected(kind === 'paragraph');
  if (kind === 'bulleted' || kind === 'numbered') {
    $insertList(kind === 'numbered' ? 'number' : 'bullet');
    return;
  }
  const inList = selection
    .getNodes()
    .some((node) => $findMatchingParent(node, $isListNode) !== null);
  if (inList) $removeList();
  const tag = TAGS[kind];
  $setBlocksType($getSelection(), () =>
    tag === undefined ? $createParagraphNode() : $createHeadingNode(tag),
  );
}
