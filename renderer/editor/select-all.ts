import {
  $createNodeSelection,
  $getRoot,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  type ElementNode,
  type LexicalEditor,
  SELECT_ALL_COMMAND,
  $selectAll,
} from 'lexical';
import { $markAsWhole } from './frames.ts';
import { $frameOf, $linesIn, $selectLines } from './lines.ts';
import { $isSidebarNode } from './nodes/SidebarNode.ts';
import { $isSidebarTitleNode } from './nodes/SidebarTitleNode.ts';

/** Select all: first the text of the title or sidebar with the caret, then the box, then all. */
export function registerSelectAll(editor: LexicalEditor): () => void {
  return editor.registerCommand(SELECT_ALL_COMMAND, $selectMore, COMMAND_PRIORITY_HIGH);
}

function $selectMore(): true {
  const selection = $getSelection();
  const frame = $isRangeSelection(selection) ? $frameOf(selection.anchor.getNode()) : $getRoot();
  if ($isNodeSelection(selection) || frame.is($getRoot())) {
    $selectAll();
    $markAsWhole();
    return true;
  }
  const before = $getSelection()?.getTextContent() ?? '';
  const lines = $isSidebarTitleNode(frame) ? [frame] : $bodyLines(frame);
  const text = lines.map((line) => line.getTextContent()).join('');
  if (text === '' || before.replaceAll('\n', '') === text.replaceAll('\n', '')) {
    const sidebar = $isSidebarNode(frame) ? frame : frame.getParentOrThrow();
    const whole = $createNodeSelection();
    whole.add(sidebar.getKey());
    $setSelection(whole);
  } else {
    $selectLines(lines);
  }
  return true;
}

function $bodyLines(sidebar: ElementNode): ElementNode[] {
  return sidebar.getChildren().slice(1).flatMap($linesIn);
}
