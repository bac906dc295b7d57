import { $isListNode } from '@lexical/list';
import { $createHeadingNode, $isHeadingNode } from '@lexical/rich-text';
import {
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isRootNode,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { Block } from '../../../article/blocks/blocks.ts';
import type { Embed } from '../../../article/blocks/embed/embed.ts';
import { withoutScheme } from '../../../article/blocks/picture.ts';
import type { Sidebar } from '../../../article/blocks/sidebar/sidebar.ts';
import type { Table, TableCell } from '../../../article/blocks/table/table.ts';
import { newBlockId } from '../../../article/ids.ts';
import { type Run, joinRuns } from '../../../article/inline.ts';
import { $joinPictures, $picturesBeside, $takeApart } from '../blocks/gallery/galleries.ts';
import { $linesIn, $selectLines } from '../selection/lines.ts';
import { $isCorrectionNode } from '../blocks/correction/CorrectionNode.ts';
import { $isLeadNode } from '../blocks/dateline/LeadNode.ts';
import { $isPullquoteNode } from '../blocks/pullquote/PullquoteNode.ts';
import { $isQuoteNode } from '../blocks/quote/QuoteNode.ts';
import {
  $createSidebarNode,
  $isSidebarNode,
  type SidebarNode,
} from '../blocks/sidebar/SidebarNode.ts';
import { $createSidebarTitleNode } from '../blocks/sidebar/SidebarTitleNode.ts';
import { $isTableNode } from '../blocks/table/TableNodes.ts';
import { $idOf, $setIdentity } from '../blocks/state.ts';
import { $blocksOf } from '../content/read-blocks.ts';
import { $nodesOf } from '../content/write-blocks.ts';
import type { TextKind } from './selection-state.ts';
import { $turnInto } from './turn-into.ts';

/** What a whole block can be turned into: a kind of text, a sidebar around it, a gallery, its parts. */
export type BlockKind = TextKind | Sidebar['kind'] | 'gallery' | 'parts';

const HEADS = ['crosshead', 'crosshead-small', 'crosshead-smallest'] as const;
const LISTS = ['bulleted', 'numbered'] as const;

/** What makes sense for a block, in the order in which it is offered; what it is now is left out. */
export function $offersFor(key: NodeKey): BlockKind[] {
  const node = $getNodeByKey(key);
  if (node === null) return [];
  const offers = $contentOffers(node);
  const wraps = $isRootNode(node.getParent()) && !$isSidebarNode(node) && !$isLeadNode(node);
  if (!wraps || $isEmpty(node)) return offers;
  if ($isListNode(node)) offers.push(node.getListType() === 'number' ? 'ranking' : 'links');
  return [...offers, 'factbox'];
}

function $contentOffers(node: LexicalNode): BlockKind[] {
  // A dateline stays with its lead.
  if ($isLeadNode(node)) return [];
  if ($isParagraphNode(node)) return [...HEADS, ...LISTS, 'quote', 'pullquote', 'correction'];
  if ($isHeadingNode(node)) {
    const others = HEADS.filter((_, index) => node.getTag() !== `h${index + 2}`);
    return ['paragraph', ...others, ...LISTS, 'quote', 'pullquote', 'correction'];
  }
  if ($isListNode(node)) {
    return ['paragraph', node.getListType() === 'number' ? 'bulleted' : 'numbered', 'quote'];
  }
  if ($isQuoteNode(node)) {
    // Set large it holds text alone.
    const isText = node.getChildren().every((block) => $linesIn(block).length > 0);
    return isText && !node.getChildren().some($isTableNode) ? ['parts', 'pullquote'] : ['parts'];
  }
  if ($isPullquoteNode(node)) return ['paragraph', ...HEADS, 'quote'];
  if ($isCorrectionNode(node)) return ['paragraph'];
  if ($isSidebarNode(node) || $isTableNode(node)) return ['parts'];
  const [block] = $blocksOf(node);
  if (block?.type === 'embed') return ['paragraph'];
  if (block?.type === 'gallery')
    return $picturesBeside(node).length > 1 ? ['gallery', 'parts'] : ['parts'];
  return block?.type === 'image' ? ['gallery'] : [];
}

/** Turns a whole block into something that is offered for it; no word of it is lost. */
export function $turnBlock(key: NodeKey, kind: BlockKind): void {
  const node = $getNodeByKey(key);
  if (node === null) return;
  if (kind === 'factbox' || kind === 'links' || kind === 'ranking') return $wrap(node, kind);
  if (kind === 'gallery') return $joinPictures(node);
  if (kind !== 'parts') return $turnText(node, kind);
  if ($isSidebarNode(node)) return $openSidebar(node);
  const [block] = $blocksOf(node);
  if (block?.type === 'gallery') $takeApart(node);
  else if (block?.type === 'table') $replace(node, rowsOf(block));
  else $turnText(node, 'paragraph');
}

function $turnText(node: LexicalNode, kind: TextKind): void {
  const [block] = $blocksOf(node);
  if (block?.type === 'embed') return $replace(node, [linkTo(block)]);
  $selectLines($linesIn(node));
  $turnInto(kind);
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const { key, offset, type } = selection.focus;
  selection.anchor.set(key, offset, type);
}

function $wrap(node: LexicalNode, kind: Sidebar['kind']): void {
  const sidebar = $createSidebarNode(kind, 'rail');
  const title = $createSidebarTitleNode();
  node.insertBefore(sidebar);
  sidebar.append(title, node);
  title.select();
}

/** Puts what a sidebar holds in its place, below its title as a crosshead. */
function $openSidebar(sidebar: SidebarNode): void {
  const title = sidebar.getTitleNode();
  const body = sidebar.getChildren().filter((child) => !child.is(title));
  const head =
    title === null || title.isEmpty()
      ? []
      : [$setIdentity($createHeadingNode('h3'), $idOf(sidebar)).append(...title.getChildren())];
  const parts = [...head, ...body];
  for (const part of parts) sidebar.insertBefore(part);
  const [first] = parts.flatMap($linesIn);
  if (first !== undefined) first.selectStart();
  sidebar.remove();
}

function $replace(node: LexicalNode, blocks: readonly Block[]): void {
  const nodes = $nodesOf(blocks);
  for (const each of nodes) node.insertBefore(each);
  nodes[0]?.selectStart();
  node.remove();
}

/** The rows of a table as paragraphs, with tabs between the cells, below its caption. */
function rowsOf({ id, caption, rows }: Table): Block[] {
  const blocks: Block[] = [];
  const add = (cells: readonly TableCell[]) => {
    // The id goes with the text.
    const first = cells.find(({ content }) => content.length > 0);
    if (first === undefined) return;
    const content = cells.flatMap((cell, index): Run[] =>
      index === 0 ? cell.content : [{ text: '\t' }, ...cell.content],
    );
    blocks.push({ type: 'paragraph', id: first.id, content: joinRuns(content) });
  };
  if (caption.length > 0) blocks.push({ type: 'paragraph', id, content: caption });
  for (const { cells } of rows) {
    let from = 0;
    for (const [index, { blocks: inside = [] }] of cells.entries()) {
      if (inside.length === 0) continue;
      // What is no text comes in its place, between two lines.
      add(cells.slice(from, index + 1));
      blocks.push(...inside);
      from = index + 1;
    }
    add(cells.slice(from));
  }
  return blocks.length > 0 ? blocks : [{ type: 'paragraph', id: newBlockId(), content: [] }];
}

/** Something of another site as a link to it, in a paragraph. */
function linkTo({ id, url, provider, title }: Embed): Block {
  const text = title.trim() === '' ? withoutScheme(url) : title;
  const before = provider.trim() === '' ? [] : [{ text: `${provider}: ` }];
  const link: Run = { text, marks: [{ type: 'link', href: url }] };
  return { type: 'paragraph', id, content: joinRuns([...before, link]) };
}

function $isEmpty(node: LexicalNode): boolean {
  return $isElementNode(node) && node.isEmpty();
}
