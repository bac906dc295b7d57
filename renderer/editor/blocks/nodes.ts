import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode } from '@lexical/rich-text';
import { type Klass, type LexicalNode, ParagraphNode } from 'lexical';
import { CardNode } from './CardNode.ts';
import { CorrectionNode } from './correction/CorrectionNode.ts';
import { DividerNode } from './divider/DividerNode.ts';
import { LeadNode } from './dateline/LeadNode.ts';
import { PlaceholderNode } from './unknown/PlaceholderNode.ts';
import { PullquoteNode } from './pullquote/PullquoteNode.ts';
import { QuoteNode } from './quote/QuoteNode.ts';
import { SidebarNode } from './sidebar/SidebarNode.ts';
import { SidebarTitleNode } from './sidebar/SidebarTitleNode.ts';
import { CellNode, RowNode, TableNode } from './table/TableNodes.ts';

/** The nodes that show a block or a list item and so carry its id. */
export const blockNodes: readonly Klass<LexicalNode>[] = [
  ParagraphNode,
  LeadNode,
  HeadingNode,
  ListNode,
  ListItemNode,
  DividerNode,
  SidebarNode,
  CardNode,
  TableNode,
  RowNode,
  CellNode,
  QuoteNode,
  PullquoteNode,
  CorrectionNode,
  PlaceholderNode,
];

/** Every node of the article body. */
export const nodes: readonly Klass<LexicalNode>[] = [...blockNodes, SidebarTitleNode, LinkNode];
