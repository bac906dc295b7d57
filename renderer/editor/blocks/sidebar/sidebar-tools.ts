import { $isListNode } from '@lexical/list';
import { $createHeadingNode } from '@lexical/rich-text';
import { $isElementNode, $isRootNode, type LexicalNode } from 'lexical';
import { ListTree, type LucideIcon, PanelRight, Trophy } from 'lucide-react';
import type { SidebarKind } from '../../../../article/kinds.ts';
import { $linesIn } from '../../selection/lines.ts';
import type { BlockTools, InsertItem, Turn } from '../block-tools.ts';
import { $isLeadNode } from '../dateline/LeadNode.ts';
import { $idOf, $setIdentity } from '../state.ts';
import './sidebar.css';
import { inText } from '../text-kind.ts';
import { $createSidebarNode, $isSidebarNode } from './SidebarNode.ts';
import { $createSidebarTitleNode } from './SidebarTitleNode.ts';
import { registerSidebars } from './sidebar-keys.ts';
import { SidebarTools } from './SidebarTools.tsx';
import { $insertSidebar } from './sidebars.ts';

export const sidebarTools: BlockTools = {
  inserts: [
    { ...item('links', ListTree), starts: true },
    item('ranking', Trophy),
    item('factbox', PanelRight),
  ],
  Tools: SidebarTools,
  $turns: (node) =>
    $isSidebarNode(node) ? [{ id: 'parts', name: 'block.parts', $turn: $open }] : undefined,
  register: registerSidebars,
};

function item(kind: SidebarKind, icon: LucideIcon): InsertItem {
  const insert = inText(() => void $insertSidebar(kind));
  return { command: `insert.${kind}`, icon, insert };
}

/** The sidebars that can be put around a block of the article. */
export function $boxesFor(node: LexicalNode): Turn[] {
  const isEmpty = $isElementNode(node) && node.isEmpty();
  if (!$isRootNode(node.getParent()) || isEmpty) return [];
  if ($isSidebarNode(node) || $isLeadNode(node)) return [];
  const lists = $isListNode(node) ? [node.getListType() === 'number' ? 'ranking' : 'links'] : [];
  return ([...lists, 'factbox'] as SidebarKind[]).map((kind) => ({
    id: kind,
    name: `command.insert.${kind}`,
    $turn: (block) => $wrap(block, kind),
  }));
}

function $wrap(node: LexicalNode, kind: SidebarKind): void {
  const sidebar = $createSidebarNode(kind, 'rail');
  const title = $createSidebarTitleNode();
  node.insertBefore(sidebar);
  sidebar.append(title, node);
  title.select();
}

/** Puts what a sidebar holds in its place, below its title as a crosshead. */
function $open(sidebar: LexicalNode): void {
  if (!$isSidebarNode(sidebar)) return;
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
