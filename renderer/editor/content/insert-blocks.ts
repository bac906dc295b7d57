import { $isListItemNode, $isListNode, type ListItemNode } from '@lexical/list';
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  $setSelection,
  type BaseSelection,
  type ElementNode,
  type LexicalNode,
} from 'lexical';
import { isDateline } from '../../../article/blocks/dateline/lead.ts';
import { isParagraph, plainParagraph } from '../../../article/blocks/paragraph/paragraphs.ts';
import type { Block } from '../../../article/blocks/blocks.ts';
import { idsOf, linesOf } from '../../../article/blocks/holds.ts';
import type { List, ListItem } from '../../../article/blocks/list/list.ts';
import { newBlockId } from '../../../article/ids.ts';
import type { Run } from '../../../article/inline.ts';
import { uniqueIds } from '../../../article/unique-ids.ts';
import { $writeList } from '../blocks/list/list.ts';
import { $writeRuns } from './runs.ts';
import { $releaseDateline } from '../blocks/dateline/datelines.ts';
import { $deleteSelected } from '../keys/deletion.ts';
import {
  $frameOf,
  $isAtLineStart,
  $isClosedLine,
  $lineOf,
  $linesIn,
  $selectInLine,
  $splitLine,
} from '../selection/lines.ts';
import { $isLeadNode } from '../blocks/dateline/LeadNode.ts';
import { $isSidebarTitleNode } from '../blocks/sidebar/SidebarTitleNode.ts';
import { $currentBlock } from '../blocks/sidebar/sidebars.ts';
import { $cellOf, $fillCells } from '../blocks/table/tables.ts';
import { $nodesOf } from './write-blocks.ts';

/**
 * Inserts blocks at the caret, in the place of what is selected; every one gets a new id. Text
 * joins the line with the caret, no words are lost, and the caret goes behind what was inserted.
 * Answers the new id of each old one.
 */
export function $insertBlocks(given: readonly Block[]): Map<string, string> {
  const blocks = freshIds(given);
  $insert(blocks);
  const fresh = idsOf(blocks);
  return new Map(idsOf(given).map((id, index) => [id, fresh[index] ?? id]));
}

function $insert(blocks: readonly Block[]): void {
  const [only] = blocks;
  if (only === undefined) return;
  const selection = $getSelection();
  if ($isRangeSelection(selection) && !selection.isCollapsed()) $deleteSelected(selection);
  else $openInPlace(selection);
  const caret = $getSelection();
  const line = $isRangeSelection(caret) ? $lineOf(caret.anchor.getNode()) : null;
  if (!$isRangeSelection(caret) || line === null) {
    $appendAfter($currentBlock(), blocks);
    return;
  }
  const cell = $cellOf(line);
  if (cell !== null && blocks.length === 1 && only.type === 'table') {
    const [first, ...others] = only.rows.flatMap(({ cells }) => cells);
    // A single cell is text like any other, and joins that at the caret.
    const isText = others.length === 0 && first?.blocks === undefined && only.caption.length === 0;
    if (first !== undefined && isText) $insertInline(first.content);
    else $fillCells(cell, only);
    return;
  }
  const isText = blocks.length === 1 && isParagraph(only);
  if ($isSidebarTitleNode(line) || ($isClosedLine(line) && !isText)) {
    caret.insertText(linesOf(blocks).join(' '));
  } else if (isText) {
    $insertInline(only.content);
  } else {
    const fitting = $frameOf(line).is($getRoot()) ? blocks : blocks.flatMap(withoutSidebar);
    if ($isListItemNode(line)) $insertInList(line, fitting);
    else $insertAmongLines(line, fitting);
  }
}

/**
 * A box with text that is selected as one thing gives way to an empty paragraph. What is pasted
 * beside a picture or another card goes below it.
 */
function $openInPlace(selection: BaseSelection | null): void {
  if (!$isNodeSelection(selection)) return;
  const [first, ...others] = selection.getNodes();
  if (first === undefined || [first, ...others].some((node) => !$isElementNode(node))) return;
  const paragraph = $createParagraphNode();
  first.replace(paragraph);
  for (const node of others) node.remove();
  paragraph.select();
}

/** The blocks with a new id for each and for everything in them. */
function freshIds(blocks: readonly Block[]): Block[] {
  return uniqueIds(blocks, new Set(idsOf(blocks)));
}

function $insertInline(content: readonly Run[]): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) selection.insertNodes($writeRuns(content));
}

/** Where there is no line: after the selected block, or at the end. */
function $appendAfter(block: LexicalNode | null, blocks: readonly Block[]): void {
  let last = block;
  for (const node of $nodesOf(blocks)) {
    if (last === null) $getRoot().append(node);
    else last.insertAfter(node);
    last = node;
  }
  last?.selectEnd();
}

function $insertAmongLines(line: ElementNode, blocks: readonly Block[]): void {
  const nodes = $nodesOf(blocks);
  const [first] = nodes;
  const selection = $getSelection();
  if (first === undefined || !$isRangeSelection(selection)) return;
  if (line.isEmpty() && (!$isLeadNode(line) || $isLeadNode(first))) {
    // An empty line gives way; a dateline gives way to the one that comes.
    if ($isLeadNode(line)) $releaseDateline(line);
    for (const node of nodes) line.insertBefore(node);
    line.remove();
    nodes.at(-1)?.selectEnd();
    return;
  }
  if ($isAtLineStart(selection.anchor) && !$isLeadNode(line)) {
    // The line keeps its place after what is inserted; a last paragraph runs on into it.
    const last = nodes.at(-1);
    const runsOn = isPlainParagraph(last) && nodes.length > 1;
    for (const node of runsOn ? nodes.slice(0, -1) : nodes) line.insertBefore(node);
    if (runsOn) $prepend(line, last);
    else line.selectStart();
    return;
  }
  const rest = $splitLine(selection);
  if (rest === null) return;
  let before: LexicalNode = line;
  if (isPlainParagraph(first)) line.append(...first.getChildren());
  for (const node of isPlainParagraph(first) ? nodes.slice(1) : nodes) {
    before.insertAfter(node);
    before = node;
  }
  const end = nodes.at(-1);
  if (isPlainParagraph(end) && before.is(end)) {
    const offset = end.getTextContentSize();
    end.append(...rest.getChildren());
    rest.remove();
    $selectInLine(end, offset);
  } else if (rest.isEmpty()) {
    rest.remove();
    before.selectEnd();
  } else if (before.is(line)) {
    const offset = line.getTextContentSize();
    line.append(...rest.getChildren());
    rest.remove();
    $selectInLine(line, offset);
  } else {
    before.selectEnd();
  }
}

/** Puts the text of a paragraph before that of a line, and the caret between them. */
function $prepend(line: ElementNode, paragraph: ElementNode): void {
  const offset = paragraph.getTextContentSize();
  line.splice(0, 0, paragraph.getChildren());
  $selectInLine(line, offset);
}

/** In a list, lines become items; what cannot stand in a list comes after it. */
function $insertInList(item: ListItemNode, blocks: readonly Block[]): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const items = blocks.flatMap(itemsOf);
  const others = blocks.filter((block) => itemsOf(block).length === 0);
  if (items.length > 0) {
    const rest = $splitLine(selection);
    const [first, ...more] = $writeList({ ...EMPTY_LIST, items }).getChildren();
    if (!$isElementNode(rest) || !$isListItemNode(first)) return;
    // Text before the caret goes on with the first item.
    item.append(...first.getChildren());
    let last: LexicalNode = item;
    for (const node of more) {
      last.insertAfter(node);
      last = node;
    }
    const line = $linesIn(last).at(-1) ?? item;
    const offset = line.getTextContentSize();
    if (rest.isEmpty() || !$isListItemNode(last) || !line.is(last)) {
      if (rest.isEmpty()) rest.remove();
    } else {
      line.append(...rest.getChildren());
      rest.remove();
    }
    $selectInLine(line, offset);
  }
  if (others.length === 0) return;
  const caret = $getSelection()?.clone() ?? null;
  const list = item.getParents().filter($isListNode).at(-1) ?? null;
  $appendAfter(list, others);
  if (items.length > 0 && caret !== null) $setSelection(caret);
}

const EMPTY_LIST: List = { type: 'list', id: newBlockId(), kind: 'bulleted', items: [] };

function itemsOf(block: Block): ListItem[] {
  if (block.type === 'list') return block.items;
  if (isParagraph(block) || block.type === 'heading') {
    return [{ id: block.id, content: block.content }];
  }
  return [];
}

/** What may stand in a sidebar: of another sidebar its parts, of a dateline its words. */
function withoutSidebar(block: Block): Block[] {
  if (block.type === 'sidebar') {
    const { title, body } = block;
    return [plainParagraph(title), ...body];
  }
  return [isDateline(block) ? plainParagraph(block.printed.trim()) : block];
}

function isPlainParagraph(node: LexicalNode | undefined): node is ElementNode {
  return $isParagraphNode(node) && !$isLeadNode(node);
}
