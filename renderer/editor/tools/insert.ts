import { $isListNode } from '@lexical/list';
import { $findMatchingParent, $getSelection, $isRangeSelection } from 'lexical';
import { $createDividerNode } from '../blocks/divider/DividerNode.ts';
import { $nearestBlock, $openParagraph } from '../content/open-paragraph.ts';
import type { TextKind } from './selection-state.ts';
import { $turnInto } from './turn-into.ts';

/**
 * Inserts a block of text and puts the caret into it. Selected text is turned into the kind; an
 * empty block is used; otherwise the new block opens after the one with the caret.
 */
export function $insertText(kind: TextKind): void {
  const selection = $getSelection();
  const isList = kind === 'bulleted' || kind === 'numbered';
  const list = $isRangeSelection(selection)
    ? $findMatchingParent(selection.anchor.getNode(), $isListNode)
    : null;
  const turns = $isRangeSelection(selection) && !selection.isCollapsed();
  // A list in a list would be nested; a person who asks for it means the kind of this one.
  if (!turns && !(isList && list !== null)) $openParagraph(isList);
  $turnInto(kind);
}

/** Inserts a divider; the caret goes on in the paragraph after it. */
export function $insertDivider(): void {
  $openParagraph(false);
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const paragraph = $nearestBlock(selection.anchor.getNode());
  paragraph?.insertBefore($createDividerNode());
}
