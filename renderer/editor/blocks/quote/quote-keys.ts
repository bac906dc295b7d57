import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  $onUpdate,
  COMMAND_PRIORITY_HIGH,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { focusField } from '../../fields/controls.ts';
import { $lineOf, $linesIn, $quoteOf } from '../../selection/lines.ts';
import { $cellOf } from '../table/tables.ts';
import { $isAttributedNode } from '../AttributedNode.ts';
import { QuoteNode } from './QuoteNode.ts';
import { $paragraphBeside, isOnEdgeRow } from '../sidebar/sidebar-keys.ts';

/** What keys do in quotations and pull quotes; a quotation always has a line to write in. */
export function registerQuotes(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(QuoteNode, (quote) => {
      if (quote.isEmpty()) quote.append($createParagraphNode());
    }),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $enter, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_ARROW_DOWN_COMMAND,
      (event) => $toField(editor, event),
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** Enter on the empty last line of a quotation leaves it. */
function $enter(): boolean {
  const selection = $getSelection();
  const line = $isRangeSelection(selection) ? $lineOf(selection.anchor.getNode()) : null;
  const quote = line === null ? null : $quoteOf(line);
  if (line === null || quote === null || !line.isEmpty() || !$isParagraphNode(line)) return false;
  if (!line.getParent()?.is(quote) || line.getNextSibling() !== null) return false;
  if (quote.getChildrenSize() > 1) line.remove();
  $paragraphBeside(quote, 'down').selectStart();
  return true;
}

/** From the last row of what is quoted an arrow leads to who said it. */
function $toField(editor: LexicalEditor, event: KeyboardEvent): boolean {
  if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const line = $lineOf(selection.anchor.getNode());
  // A table has an end of its own.
  if (line === null || $cellOf(line) !== null) return false;
  const quoted = $findMatchingParent(line, $isAttributedNode);
  if (quoted === null || $linesIn(quoted).at(-1)?.is(line) !== true) return false;
  if (!isOnEdgeRow(editor, line, 'down')) return false;
  event.preventDefault();
  const key = quoted.getKey();
  $onUpdate(() => void focusField(editor, key));
  return true;
}
