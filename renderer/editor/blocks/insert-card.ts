import { $getEditor, $getSelection, $isRangeSelection } from 'lexical';
import type { Block } from '../../../article/blocks/blocks.ts';
import { $lineOf, $selectBlock } from '../selection/lines.ts';
import { $closeParagraph, $openParagraph } from '../content/open-paragraph.ts';
import { $showBlock } from '../selection/show-block.ts';
import { $nodesOf } from '../content/write-blocks.ts';

/** Inserts a card at the caret, selects and shows it; after the last block there is a line to write on. */
export function $insertCard(block: Block): void {
  $openParagraph(false);
  const selection = $getSelection();
  const line = $isRangeSelection(selection) ? $lineOf(selection.anchor.getNode()) : null;
  const [card] = $nodesOf([block]);
  if (line === null || card === undefined) return;
  line.insertBefore(card);
  $selectBlock(card);
  $showBlock($getEditor(), card.getKey());
  $closeParagraph(line);
}
