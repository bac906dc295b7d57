import { $isListItemNode, $isListNode } from '@lexical/list';
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_HIGH,
  type ElementNode,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
} from 'lexical';
import {
  $blockOf,
  $isClosedBlock,
  $isLine,
  $lineOf,
  $linesIn,
  $quoteOf,
  $sidebarOf,
} from '../../selection/lines.ts';
import { $isSidebarNode, SidebarNode } from './SidebarNode.ts';
import { $isCellNode } from '../table/TableNodes.ts';
import {
  $createSidebarTitleNode,
  $isSidebarTitleNode,
  type SidebarTitleNode,
} from './SidebarTitleNode.ts';
import { $emptyBody, $isHeadlineItem } from './sidebars.ts';

/** Keeps sidebars as `[title, body…]`, and lets a person go in and out of them by keys. */
export function registerSidebars(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerNodeTransform(SidebarNode, $mend),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $enter, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      INSERT_LINE_BREAK_COMMAND,
      () => $sidebarTitle() !== null && $enter(),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_ARROW_DOWN_COMMAND,
      (event) => $leave(editor, event, 'down'),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      KEY_ARROW_UP_COMMAND,
      (event) => $leave(editor, event, 'up'),
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerRootListener((root, before) => {
      before?.removeEventListener('mousedown', onMouseDown);
      root?.addEventListener('mousedown', onMouseDown);
    }),
  );

  /** A click below the last block is a wish to write there. */
  function onMouseDown(event: MouseEvent): void {
    const root = editor.getRootElement();
    const last = root?.lastElementChild;
    if (event.target !== root || !editor.isEditable() || !last) return;
    if (event.clientY <= last.getBoundingClientRect().bottom) return;
    editor.update(() => {
      const block = $getRoot().getLastChild();
      if (block !== null && !$isPlainEnd(block)) {
        event.preventDefault();
        $paragraphBeside(block, 'down').select();
      }
    });
    if (event.defaultPrevented) root?.focus({ preventScroll: true });
  }
}

/** True for text that one can go on with. */
function $isPlainEnd(block: LexicalNode | null): boolean {
  return !$isDecoratorNode(block) && !$isSidebarNode(block) && !$isClosedBlock(block);
}

/** The title comes first and alone, in plain text. */
function $mend(sidebar: SidebarNode): void {
  const titles = sidebar.getChildren().filter($isSidebarTitleNode);
  const title = titles.find((one) => !one.isEmpty()) ?? titles[0] ?? $newTitle(sidebar);
  for (const other of titles) {
    if (other.is(title)) continue;
    if (other.isEmpty()) other.remove();
    else other.replace($createParagraphNode(), true);
  }
  if (!title.is(sidebar.getFirstChild())) {
    const first = sidebar.getFirstChild();
    if (first === null) sidebar.append(title);
    else first.insertBefore(title);
  }
}

/** A title for a sidebar that lost its own; an empty line in its place gives way. */
function $newTitle(sidebar: SidebarNode): SidebarTitleNode {
  const title = $createSidebarTitleNode();
  const first = sidebar.getFirstChild();
  return $isLine(first) && first.isEmpty() ? first.replace(title, true) : title;
}

/** The title that holds the caret. */
function $sidebarTitle(): ElementNode | null {
  const selection = $getSelection();
  const line = $isRangeSelection(selection) ? $lineOf(selection.anchor.getNode()) : null;
  return $isSidebarTitleNode(line) ? line : null;
}

/** Enter in a title goes to the first item; on an empty last line it leaves the sidebar. */
function $enter(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const line = $lineOf(selection.anchor.getNode());
  const sidebar = line === null ? null : $sidebarOf(line);
  if (line === null || sidebar === null) return false;
  if ($isSidebarTitleNode(line)) {
    const [next] = sidebar.getChildren().slice(1).flatMap($linesIn);
    if (next !== undefined) next.selectStart();
    else {
      const body = $emptyBody(sidebar.getKind());
      sidebar.append(body);
      body.selectStart();
    }
    return true;
  }
  if (!line.isEmpty()) return false;
  const lines = sidebar.getChildren().flatMap($linesIn);
  const isLast = lines.at(-1)?.is(line) === true;
  if ($isHeadlineItem(line) && !isLast) return true;
  const topLevel = line.getParent()?.is(sidebar) === true || $isTopItem(line);
  if (!isLast || !topLevel) return false;
  // The only line of a sidebar stays, for what is still to be written.
  if (lines.length > 2) $removeLine(line);
  $paragraphBeside(sidebar, 'down').selectStart();
  return true;
}

function $isTopItem(line: ElementNode): boolean {
  return $isListItemNode(line) && $isSidebarNode(line.getParent()?.getParent());
}

function $removeLine(line: ElementNode): void {
  const list = line.getParent();
  line.remove();
  if ($isListNode(list) && list.isAttached() && list.isEmpty()) list.remove();
}

/** Where there is no line to go to, above or below a block, an arrow opens one. */
function $leave(editor: LexicalEditor, event: KeyboardEvent, direction: 'up' | 'down'): boolean {
  if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey) return false;
  const selection = $getSelection();
  let block: LexicalNode | null = null;
  if ($isNodeSelection(selection)) {
    const node = selection.getNodes().at(direction === 'up' ? 0 : -1);
    block = node === undefined ? null : $blockOf(node);
  } else if ($isRangeSelection(selection) && selection.isCollapsed()) {
    const line = $lineOf(selection.anchor.getNode());
    const sidebar = line === null ? null : $closedBlockOf(line);
    if (line === null || sidebar === null) return false;
    const lines = $linesIn(sidebar);
    const isEdge = lines.at(direction === 'up' ? 0 : -1)?.is(line) === true;
    if (!isEdge || !isOnEdgeRow(editor, line, direction)) return false;
    block = sidebar;
  }
  if (block === null) return false;
  const neighbour = direction === 'up' ? block.getPreviousSibling() : block.getNextSibling();
  if (neighbour !== null && $linesIn(neighbour).length > 0) {
    if ($isNodeSelection(selection)) return false;
    if (!$isSidebarNode(neighbour) && !$lineIsEmpty(selection)) return false;
    const lines = $linesIn(neighbour);
    if (direction === 'up') lines.at(-1)?.selectEnd();
    else lines[0]?.selectStart();
  } else if (neighbour === null) {
    $paragraphBeside(block, direction).select();
  } else return false;
  event.preventDefault();
  return true;
}

/** What arrows lead out of: a sidebar, a quotation, a pull quote, a note, a table. */
function $closedBlockOf(line: ElementNode): ElementNode | null {
  if ($isCellNode(line)) return line.getParent()?.getParent() ?? null;
  return $isClosedBlock(line) ? line : ($quoteOf(line) ?? $sidebarOf(line));
}

function $lineIsEmpty(selection: ReturnType<typeof $getSelection>): boolean {
  const line = $isRangeSelection(selection) ? $lineOf(selection.anchor.getNode()) : null;
  return line?.isEmpty() === true;
}

/** The text next to a block, or a new paragraph there. */
export function $paragraphBeside(block: LexicalNode, direction: 'up' | 'down'): ElementNode {
  const neighbour = direction === 'up' ? block.getPreviousSibling() : block.getNextSibling();
  if ($isElementNode(neighbour) && $isPlainEnd(neighbour)) {
    const [first] = $linesIn(neighbour);
    if (first !== undefined) return first;
  }
  const paragraph = $createParagraphNode();
  if (direction === 'up') block.insertBefore(paragraph);
  else block.insertAfter(paragraph);
  return paragraph;
}

/** True if the caret is on the first or last row of a line that may run over several rows. */
export function isOnEdgeRow(
  editor: LexicalEditor,
  line: ElementNode,
  direction: 'up' | 'down',
): boolean {
  if (line.isEmpty()) return true;
  const dom = editor.getElementByKey(line.getKey());
  const shown = getSelection();
  if (dom === null || shown === null || shown.rangeCount === 0) return false;
  const caret = shown.getRangeAt(0).getBoundingClientRect();
  if (caret.height === 0) return true;
  const rect = dom.getBoundingClientRect();
  return direction === 'up'
    ? caret.top < rect.top + caret.height
    : caret.bottom > rect.bottom - caret.height;
}
