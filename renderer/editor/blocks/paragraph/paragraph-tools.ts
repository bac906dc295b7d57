import { $isListNode } from '@lexical/list';
import { $setBlocksType } from '@lexical/selection';
import {
  $createParagraphNode,
  $findMatchingParent,
  $getSelection,
  $isParagraphNode,
} from 'lexical';
import { Pilcrow } from 'lucide-react';
import { $quoteOf } from '../../selection/lines.ts';
import type { BlockTools, TextKind } from '../block-tools.ts';
import { $isLeadNode } from '../dateline/LeadNode.ts';
import { $toPlainLines } from '../release.ts';
import { insertText } from '../text-kind.ts';

/** Plain text. */
export const paragraphKind: TextKind = {
  id: 'paragraph',
  name: 'kind.paragraph',
  $has: (node) =>
    $findMatchingParent(node, $isParagraphNode) !== null &&
    $findMatchingParent(node, $isListNode) === null &&
    $quoteOf(node) === null,
  $turn() {
    $toPlainLines(true);
    $setBlocksType($getSelection(), $createParagraphNode);
  },
};

export const paragraphTools: BlockTools = {
  inserts: [
    {
      command: 'insert.paragraph',
      icon: Pilcrow,
      starts: true,
      insert: insertText(paragraphKind),
    },
  ],
  kinds: [paragraphKind],
  $turns(node, kinds) {
    if (!$isParagraphNode(node)) return undefined;
    // A dateline stays with its lead.
    return $isLeadNode(node) ? [] : kinds.filter((kind) => kind !== paragraphKind);
  },
};
