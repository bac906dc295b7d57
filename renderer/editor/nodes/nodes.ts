import { LinkNode } from '@lexical/link';
import { ListItemNode, ListNode } from '@lexical/list';
import { HeadingNode } from '@lexical/rich-text';
import { type Klass, type LexicalNode, ParagraphNode } from 'lexical';
import { CardNode } from './CardNode.ts';
import { CorrectionNode } from './CorrectionNode.ts';
import { DividerNode } from './DividerNode.ts';
import { LeadNode } from './LeadNode.ts';
import { PlaceholderNode } from './PlaceholderNode.ts';
import { PullquoteNode } from './PullquoteNode.ts';
import { QuoteNode } from './QuoteNode.ts';
import { SidebarNode } from './SidebarNode.ts';
import { SidebarTitleNode } from './SidebarTitleNode.ts';
import { CellNode, RowNode, TableNode } from './TableNodes.ts';

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
