import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical';
import { $openParagraph } from '../content/open-paragraph.ts';
import type { TextKind } from './block-tools.ts';
import { $cellOf } from './table/tables.ts';

/** Turns the selected blocks of text into another kind. A cell holds text alone: it stays what it is. */
export function $turnInto(kind: TextKind): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  if (selection.getNodes().some((node) => $cellOf(node) !== null)) return;
  kind.$turn();
}

/**
 * Inserts a block of text and puts the caret into it. Selected text is turned into the kind; an
 * empty block is used; otherwise the new block opens after the one with the caret.
 */
export function insertText(kind: TextKind): (editor: LexicalEditor) => void {
  return inText(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection) || selection.isCollapsed()) $openParagraph(false);
    $turnInto(kind);
  });
}

/** Changes the text; afterwards the caret is in it. */
export function inText($act: () => void): (editor: LexicalEditor) => void {
  return (editor) => {
    editor.update($act);
    editor.focus();
  };
}
