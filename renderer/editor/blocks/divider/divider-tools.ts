import { $createParagraphNode, $getSelection, $isRangeSelection } from 'lexical';
import { Minus } from 'lucide-react';
import { $nearestBlock, $openParagraph } from '../../content/open-paragraph.ts';
import type { BlockTools } from '../block-tools.ts';
import { inText } from '../text-kind.ts';
import { $createDividerNode, DividerNode } from './DividerNode.ts';
import './divider.css';

export const dividerTools: BlockTools = {
  inserts: [
    {
      command: 'insert.divider',
      icon: Minus,
      insert: inText($insertDivider),
    },
  ],
  shortcuts: [
    {
      signs: /^---\s$/u,
      nodes: [DividerNode],
      $make(line, rest) {
        const paragraph = $createParagraphNode().append(...rest);
        line.replace(paragraph);
        paragraph.insertBefore($createDividerNode());
        paragraph.select(0, 0);
      },
    },
  ],
};

/** Inserts a divider; the caret goes on in the paragraph after it. */
function $insertDivider(): void {
  $openParagraph(false);
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  $nearestBlock(selection.anchor.getNode())?.insertBefore($createDividerNode());
}
