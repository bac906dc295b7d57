import { $isHeadingNode } from '@lexical/rich-text';
import {
  $createParagraphNode,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  COMMAND_PRIORITY_HIGH,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { $isAtLineStart, $lineOf, $splitLine } from '../selection/lines.ts';
import { $isLeadNode } from '../blocks/dateline/LeadNode.ts';

/**
 * Enter at the start of a lead or a crosshead opens a paragraph above; the text stays what it is.
 * Within a crosshead it makes two of it, at its end it goes on with a paragraph. With Ctrl and Alt
 * it does nothing, unless they stand for AltGr, which one may still hold after a letter.
 */
export function registerEnter(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        if (event?.ctrlKey !== true || !event.altKey) return false;
        if (event.getModifierState('AltGraph')) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_CRITICAL,
    ),
    editor.registerCommand(
      INSERT_PARAGRAPH_COMMAND,
      () => {
        const selection = $getSelection();
        if (!$isRangeSelection(selection)) return false;
        const line = $lineOf(selection.anchor.getNode());
        if (line === null || line.isEmpty()) return false;
        if (!$isLeadNode(line) && !$isHeadingNode(line)) return false;
        if ($isAtLineStart(selection.anchor)) line.insertBefore($createParagraphNode());
        else $splitLine(selection);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}
