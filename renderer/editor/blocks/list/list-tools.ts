import {
  $createListItemNode,
  $createListNode,
  $insertList,
  $isListNode,
  ListItemNode,
  ListNode,
} from '@lexical/list';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  type LexicalNode,
  type ParagraphNode,
} from 'lexical';
import { List, ListOrdered } from 'lucide-react';
import { $openParagraph } from '../../content/open-paragraph.ts';
import type { BlockTools, TextKind } from '../block-tools.ts';
import { $releaseSelected } from '../release.ts';
import { $turnInto, inText } from '../text-kind.ts';
import { registerListKeys } from './list-keys.ts';

const bulleted: TextKind = {
  id: 'bulleted',
  name: 'kind.bulleted',
  $has: (node) => {
    const list = $findMatchingParent(node, $isListNode);
    return list !== null && list.getListType() !== 'number';
  },
  $turn() {
    $releaseSelected(false);
    $insertList('bullet');
  },
};

const numbered: TextKind = {
  id: 'numbered',
  name: 'kind.numbered',
  $has: (node) => $findMatchingParent(node, $isListNode)?.getListType() === 'number',
  $turn() {
    $releaseSelected(false);
    $insertList('number');
  },
};

const NODES = [ListNode, ListItemNode];

export const listTools: BlockTools = {
  inserts: [
    {
      command: 'insert.bulleted',
      icon: List,
      insert: inText(() => $insert(bulleted)),
    },
    {
      command: 'insert.numbered',
      icon: ListOrdered,
      insert: inText(() => $insert(numbered)),
    },
  ],
  kinds: [bulleted, numbered],
  shortcuts: [
    { signs: /^[-*]\s/u, nodes: NODES, $make: (line, rest) => $toList(line, rest, 'bullet') },
    { signs: /^1[.)]\s/u, nodes: NODES, $make: (line, rest) => $toList(line, rest, 'number') },
  ],
  $turns(node, kinds) {
    if (!$isListNode(node)) return undefined;
    const other = node.getListType() === 'number' ? bulleted : numbered;
    return kinds.filter((kind) => ['paragraph', other.id, 'quote'].includes(kind.id));
  },
  register: registerListKeys,
};

/** A list in a list would be nested; a person who asks for it there means the kind of this one. */
function $insert(kind: TextKind): void {
  const selection = $getSelection();
  const list = $isRangeSelection(selection)
    ? $findMatchingParent(selection.anchor.getNode(), $isListNode)
    : null;
  const turns = $isRangeSelection(selection) && !selection.isCollapsed();
  if (!turns && list === null) $openParagraph(true);
  $turnInto(kind);
}

function $toList(line: ParagraphNode, rest: LexicalNode[], type: 'bullet' | 'number'): void {
  const item = $createListItemNode().append(...rest);
  line.replace($createListNode(type).append(item));
  item.select(0, 0);
}
