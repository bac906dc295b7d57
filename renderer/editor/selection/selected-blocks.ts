import { type Span, cutRuns } from '../../../article/inline.ts';
import { $isListItemNode } from '@lexical/list';
import { $isHeadingNode } from '@lexical/rich-text';
import {
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  type ElementNode,
  type LexicalNode,
  type RangeSelection,
} from 'lexical';
import { isDateline } from '../../../article/blocks/dateline/lead.ts';
import { plainParagraph, paragraphOf } from '../../../article/blocks/paragraph/paragraphs.ts';
import { holdsOf } from '../../../article/blocks/holds.ts';
import type { Block } from '../../../article/blocks/blocks.ts';
import type { List, ListItem } from '../../../article/blocks/list/list.ts';
import { deepEqual } from '../../../article/deep-equal.ts';
import { $selectedCells } from '../blocks/table/cells.ts';
import { $isWhole } from './frames.ts';
import {
  $blockOf,
  $frameOf,
  $isClosedLine,
  $isLine,
  $lineOf,
  $linesIn,
  $offsetInLine,
} from './lines.ts';
import { $isLeadNode } from '../blocks/dateline/LeadNode.ts';
import { $isSidebarTitleNode } from '../blocks/sidebar/SidebarTitleNode.ts';
import { $idOf } from '../blocks/state.ts';
import { $readRuns } from '../content/runs.ts';
import { $blocksOf, $readBlocks } from '../content/read-blocks.ts';

/**
 * The selected part of the article as blocks, with the ids that it has there; empty if nothing is
 * selected. A dateline is part of it where the selection begins before it.
 */
export function $selectedBlocks(): Block[] {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    return selection.getNodes().flatMap((node) => $blocksOf(node));
  }
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return [];
  if ($isWhole()) return $readBlocks();
  const cells = $selectedCells();
  return cells === null ? $blocksInRange(selection) : $tableOf(cells);
}

/** The selected cells of a table as a table of their own. */
function $tableOf({ table, rows }: NonNullable<ReturnType<typeof $selectedCells>>): Block[] {
  const ids = new Set(rows.flat().map($idOf));
  return $blocksOf(table).map((block) => {
    if (block.type !== 'table') return block;
    const kept = block.rows
      .map((row) => ({ ...row, cells: row.cells.filter(({ id }) => ids.has(id)) }))
      .filter(({ cells }) => cells.length > 0);
    return { ...block, rows: kept, caption: [] };
  });
}

function $blocksInRange(selection: RangeSelection): Block[] {
  const spans = $spans(selection);
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const frame = $frameOf(start.getNode());
  const sameFrame = frame.is($frameOf(end.getNode()));
  if (sameFrame && $isSidebarTitleNode(frame)) {
    const span = spans.get(frame.getKey());
    const text = frame.getTextContent().slice(...(span ?? [0, 0]));
    return [plainParagraph(text)];
  }
  if (sameFrame && $isClosedLine(frame)) {
    const runs = cutRuns($readRuns(frame.getChildren()), spans.get(frame.getKey()) ?? [0, 0]);
    return [paragraphOf(runs, $idOf(frame))];
  }
  // Within one sidebar its blocks are selected, from outside the sidebar itself.
  const inside = sameFrame && !frame.is($getRoot());
  const part = $partOfLine(spans);
  if (part !== null) return [part];
  const rows = inside ? frame.getChildren() : $getRoot().getChildren();
  const firstLead = $blockOf(start.getNode());
  return rows.flatMap((node) => $selectedOf(node, selection, spans, firstLead));
}

/** A part of one crosshead or list item is text; only as a whole it keeps what it is. */
function $partOfLine(spans: ReadonlyMap<string, Span>): Block | null {
  const [only, ...others] = spans;
  const line = only === undefined ? null : $getNodeByKey(only[0]);
  if (only === undefined || others.length > 0) return null;
  if (!$isHeadingNode(line) && !$isListItemNode(line)) return null;
  const runs = $readRuns(line.getChildren());
  const content = cutRuns(runs, only[1]);
  return deepEqual(content, runs) ? null : paragraphOf(content, $idOf(line));
}

function $selectedOf(
  node: LexicalNode,
  selection: RangeSelection,
  spans: ReadonlyMap<string, Span>,
  first: LexicalNode | null,
): Block[] {
  if ($isSidebarTitleNode(node)) return [];
  const lines = $linesIn(node);
  if (lines.length === 0) return node.isSelected(selection) ? $blocksOf(node) : [];
  const chosen = lines.filter((line) => spans.has(line.getKey()));
  if (chosen.length === 0) return [];
  const blocks = $blocksOf(node);
  const kept = new Map<string, Span>();
  for (const line of chosen) kept.set($idOf(line), spans.get(line.getKey()) as Span);
  const cut = blocks.flatMap((block) => cutBlock(block, kept));
  return $isLeadNode(node) && node.is(first) ? cut.filter((block) => !isDateline(block)) : cut;
}

/** The selected lines by key, each with what of it is selected. */
function $spans(selection: RangeSelection): Map<string, Span> {
  const [start, end] = selection.isBackward()
    ? [selection.focus, selection.anchor]
    : [selection.anchor, selection.focus];
  const touched = new Map<string, ElementNode>();
  for (const node of [start.getNode(), ...selection.getNodes(), end.getNode()]) {
    const line = $isLine(node) ? node : $lineOf(node);
    if (line !== null) touched.set(line.getKey(), line);
  }
  const [first, last] = [$lineOf(start.getNode()), $lineOf(end.getNode())];
  const spans = new Map<string, Span>();
  for (const [key, line] of touched) {
    const from = line.is(first) ? $offsetInLine(line, start) : 0;
    const to = line.is(last) ? $offsetInLine(line, end) : Number.POSITIVE_INFINITY;
    spans.set(key, [from, to]);
  }
  return spans;
}

function cutBlock(block: Block, kept: ReadonlyMap<string, Span>): Block[] {
  // Any block may have keys that are not its own.
  const holds = (key: string) => holdsOf(block).some((hold) => hold.key === key);
  if (holds('content') && 'content' in block) {
    const span = kept.get(block.id);
    return span === undefined ? [] : [{ ...block, content: cutRuns(block.content, span) }];
  }
  if (holds('items') && 'items' in block) {
    const list = cutList(block, kept);
    return list.items.length === 0 ? [] : [list];
  }
  if (!holds('body') || !('body' in block)) return [block];
  return [{ ...block, body: block.body.flatMap((inner) => cutBlock(inner, kept)) }];
}

function cutList(list: List, kept: ReadonlyMap<string, Span>): List {
  const items = list.items.flatMap((item): ListItem[] => {
    const span = kept.get(item.id);
    const lists = (item.lists ?? [])
      .map((nested) => cutList(nested, kept))
      .filter((nested) => nested.items.length > 0);
    if (span === undefined) return lists.flatMap((nested) => nested.items);
    const content = cutRuns(item.content, span);
    return [lists.length === 0 ? { id: item.id, content } : { ...item, content, lists }];
  });
  return { ...list, items };
}
