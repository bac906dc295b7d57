import { $isListItemNode, $isListNode } from '@lexical/list';
import { $isHeadingNode } from '@lexical/rich-text';
import {
  $caretRangeFromSelection,
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isDecoratorNode,
  $isParagraphNode,
  $isRangeSelection,
  $isTextNode,
  $onUpdate,
  $removeTextFromCaretRange,
  $setSelection,
  $setSelectionFromCaretRange,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  type ElementNode,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_BACKSPACE_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  REMOVE_TEXT_COMMAND,
  type RangeSelection,
  mergeRegister,
} from 'lexical';
import { $emptyCells } from '../blocks/table/cells.ts';
import { $releaseDateline } from '../blocks/dateline/datelines.ts';
import { $clipToFrame, $isWhole } from '../selection/frames.ts';
import {
  $blockOf,
  $isAtLineEnd,
  $isAtLineStart,
  $isClosedBlock,
  $isClosedLine,
  $lineOf,
  $linesIn,
  $quoteOf,
  $selectBlock,
  $sidebarOf,
} from '../selection/lines.ts';
import { $isLineBlock } from '../blocks/line-block.ts';
import { $isLeadNode, type LeadNode, datelineButton } from '../blocks/dateline/LeadNode.ts';
import { $isSidebarNode, type SidebarNode } from '../blocks/sidebar/SidebarNode.ts';
import { $isSidebarTitleNode } from '../blocks/sidebar/SidebarTitleNode.ts';
import { $isCellNode } from '../blocks/table/TableNodes.ts';
import { $isHeadlineItem } from '../blocks/sidebar/sidebars.ts';

/**
 * Keeps deletions within their bounds: none crosses the edge of a sidebar or takes its title
 * along, and none drops a dateline that was not selected.
 */
export function registerDeletion(editor: LexicalEditor): () => void {
  const $remove = (backward: boolean): boolean => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return false;
    if (!selection.isCollapsed()) return $deleteSelected(selection);
    return backward ? $deleteBefore(editor, selection) : $deleteAfter(editor, selection);
  };
  return mergeRegister(
    editor.registerCommand(
      KEY_BACKSPACE_COMMAND,
      (event) => {
        if (event.altKey || event.ctrlKey || event.metaKey || !$remove(true)) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    ...[DELETE_CHARACTER_COMMAND, DELETE_WORD_COMMAND, DELETE_LINE_COMMAND].map((command) =>
      editor.registerCommand(command, $remove, COMMAND_PRIORITY_HIGH),
    ),
    editor.registerCommand(REMOVE_TEXT_COMMAND, () => $remove(false), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, $makeRoom, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $makeRoom, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, $makeRoom, COMMAND_PRIORITY_HIGH),
  );
}

/** What replaces a selection first deletes it by the same rules. */
function $makeRoom(): false {
  const selection = $getSelection();
  if ($isRangeSelection(selection) && !selection.isCollapsed()) $deleteSelected(selection);
  return false;
}

/** Deletes the selected text within its frame. Answers true: it was dealt with. */
export function $deleteSelected(selection: RangeSelection): true {
  if ($isWhole()) {
    for (const block of $getRoot().getChildren()) if ($isLeadNode(block)) $releaseDateline(block);
    const paragraph = $createParagraphNode();
    $getRoot().clear().append(paragraph);
    paragraph.select();
    return true;
  }
  if ($emptyCells()) return true;
  $clipToFrame(selection);
  // The dateline before the first selected letter is not selected, all later ones are.
  const start = selection.isBackward() ? selection.focus : selection.anchor;
  const first = $blockOf(start.getNode());
  const leads = selection.getNodes().map($blockOf).filter($isLeadNode);
  $removeRange(selection, start.getNode());
  for (const lead of leads) if (!lead.is(first) && !lead.isAttached()) $releaseDateline(lead);
  return true;
}

/** Removes the selected text. What is typed in its place looks like what stood there first. */
function $removeRange(selection: RangeSelection, first: LexicalNode): void {
  const format = $isTextNode(first) ? first.getFormat() : selection.format;
  const range = $caretRangeFromSelection(selection);
  // While text is taken away the selection would name places that are gone.
  $setSelection(null);
  const caret = $setSelectionFromCaretRange($removeTextFromCaretRange(range));
  if ($isRangeSelection(caret)) caret.setFormat(format);
}

/** Backspace with only a caret; true where the usual deletion must not happen. */
function $deleteBefore(editor: LexicalEditor, selection: RangeSelection): boolean {
  const line = $lineOf(selection.anchor.getNode());
  if (line === null || !$isAtLineStart(selection.anchor)) return false;
  if ($isSidebarTitleNode(line)) return $removeEmptySidebar(line);
  if ($isLineBlock(line)) return line.collapseAtStart();
  if ($isLeadNode(line)) {
    $focusDateline(editor, line);
    return true;
  }
  if ($isListItemNode(line)) return $joinHeadlines(line);
  const before = line.getPreviousSibling();
  if ($isCellNode(line)) return true;
  const quote = $quoteOf(line);
  if (before === null && quote !== null && $isParagraphNode(line) && line.getParent()?.is(quote)) {
    quote.release();
    return true;
  }
  if ($isClosedBlock(before)) {
    if (line.isEmpty()) line.remove();
    before.selectEnd();
    return true;
  }
  if ($isSidebarTitleNode(before)) {
    if (line.isEmpty() && line.getNextSibling() !== null) line.remove();
    before.selectEnd();
    return true;
  }
  if ($isLeadNode(before) && before.isEmpty()) {
    before.append(...line.getChildren());
    line.remove();
    before.selectStart();
    return true;
  }
  return $selectWhole(before);
}

/** Delete with only a caret; true where the usual deletion must not happen. */
function $deleteAfter(editor: LexicalEditor, selection: RangeSelection): boolean {
  const line = $lineOf(selection.anchor.getNode());
  if (line === null || !$isAtLineEnd(selection.anchor)) return false;
  if ($isClosedLine(line) || $isLastOfBox(line)) return true;
  const after = line.getNextSibling();
  if ($isLeadNode(line) && line.isEmpty() && ($isParagraphNode(after) || $isHeadingNode(after))) {
    if ($isLeadNode(after)) {
      $focusDateline(editor, after);
      return true;
    }
    line.append(...after.getChildren());
    after.remove();
    line.selectStart();
    return true;
  }
  const next = after ?? $blockOf(line)?.getNextSibling() ?? null;
  if ($isLeadNode(next)) {
    if (line.isEmpty() && $isParagraphNode(line) && !$isLeadNode(line)) {
      line.remove();
      next.selectStart();
    } else {
      $focusDateline(editor, next);
    }
    return true;
  }
  if ($isClosedBlock(next)) {
    if (line.isEmpty() && $isParagraphNode(line)) {
      line.remove();
      next.selectStart();
    }
    return true;
  }
  if ($isSidebarNode(next)) {
    if (!line.isEmpty() || $isLeadNode(line) || !$isParagraphNode(line)) return true;
    line.remove();
    next.getTitleNode()?.selectStart();
    return true;
  }
  return $selectWhole(next);
}

/** A dateline is first shown before a key may remove it. */
export function $focusDateline(editor: LexicalEditor, lead: LeadNode): void {
  const key = lead.getKey();
  $onUpdate(() => {
    const dom = editor.getElementByKey(key);
    if (dom !== null) datelineButton(dom)?.focus();
  });
}

/** What is no text is selected first, deleted by the next key. */
function $selectWhole(node: LexicalNode | null): boolean {
  if (!$isDecoratorNode(node)) return false;
  $selectBlock(node);
  return true;
}

function $removeEmptySidebar(title: ElementNode): true {
  const sidebar = title.getParent();
  if ($isSidebarNode(sidebar) && isBlank(sidebar)) {
    const paragraph = $createParagraphNode();
    sidebar.replace(paragraph);
    paragraph.select();
  }
  return true;
}

function isBlank(sidebar: SidebarNode): boolean {
  const blocks = sidebar.getChildren();
  return blocks.every((block) => !$isDecoratorNode(block) && block.getTextContent().trim() === '');
}

/** In a sidebar of headlines an item joins the one before it, instead of leaving the list. */
function $joinHeadlines(item: ElementNode): boolean {
  const list = item.getParent();
  const sidebar = list?.getParent();
  if (!$isSidebarNode(sidebar) || !$isListNode(list)) return false;
  const isFirst =
    item.getPreviousSibling() === null && $isSidebarTitleNode(list.getPreviousSibling());
  if (isFirst) {
    const onlyLine = $linesIn(list).length === 1;
    if (item.isEmpty() && !onlyLine) item.remove();
    sidebar.getTitleNode()?.selectEnd();
    return true;
  }
  if (!$isHeadlineItem(item)) return false;
  const lines = sidebar.getChildren().flatMap($linesIn);
  const before = lines[lines.findIndex((line) => line.is(item)) - 1];
  if (before === undefined) return false;
  const moved = item.getChildren();
  const caret = before.selectEnd();
  const { key, offset, type } = caret.anchor;
  before.append(...moved);
  item.remove();
  caret.anchor.set(key, offset, type);
  caret.focus.set(key, offset, type);
  $setSelection(caret);
  return true;
}

function $isLastOfBox(line: ElementNode): boolean {
  const frame = $quoteOf(line) ?? $sidebarOf(line);
  return frame !== null && $linesIn(frame).at(-1)?.is(line) === true;
}
