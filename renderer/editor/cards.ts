import { $getSelection, $isRangeSelection } from 'lexical';
import { cardNodes } from './blocks/card.ts';
import { $lineOf, $selectBlock } from './lines.ts';
import type { CardBlock } from './nodes/CardNode.ts';
import { $openParagraph } from './open-paragraph.ts';

/** Inserts a card at the caret, above the line to write on, and selects it. */
export function $insertCard(block: CardBlock): void {
  $openParagraph(false);
  const selection = $getSelection();
  const line = $isRangeSelection(selection) ? $lineOf(selection.anchor.getNode()) : null;
  const card = cardNodes.find(({ type }) => type === block.type)?.$toNode(block);
  if (line === null || card === undefined) return;
  line.insertBefore(card);
  $selectBlock(card);
}
