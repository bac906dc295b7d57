import { $getSelection, $isRangeSelection } from 'lexical';
import { Minus } from 'lucide-react';
import { $nearestBlock, $openParagraph } from '../../content/open-paragraph.ts';
import type { BlockTools } from '../block-tools.ts';
import { inText } from '../text-kind.ts';
import { $createDividerNode } from './DividerNode.ts';

export const dividerTools: BlockTools = {
  inserts: [
    {
      command: 'insert.divider',
      icon: Minus,
      words: 'line rule separator hr',
      insert: inText($insertDivider),
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
