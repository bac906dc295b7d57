import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { Offer, TextKind } from '../blocks/block-tools.ts';
import { $boxesFor } from '../blocks/sidebar/sidebar-tools.ts';
import { $turnInto } from '../blocks/text-kind.ts';
import { allBlockTools, textKinds } from '../blocks/tools.ts';
import { $linesIn, $selectLines } from '../selection/lines.ts';

/** What makes sense for a block, in the order in which it is offered; what it is now is left out. */
export function $offersFor(key: NodeKey): Offer[] {
  const node = $getNodeByKey(key);
  if (node === null) return [];
  for (const { $offers } of allBlockTools) {
    const offers = $offers?.(node, textKinds);
    if (offers !== undefined) return [...offers.map(asOffer), ...$boxesFor(node)];
  }
  return $boxesFor(node);
}

/** Turns a whole block into something that is offered for it; no word of it is lost. */
export function $turnBlock(key: NodeKey, { $turn }: Offer): void {
  const node = $getNodeByKey(key);
  if (node !== null) $turn(node);
}

function asOffer(offer: TextKind | Offer): Offer {
  if (!('$has' in offer)) return offer;
  const { id, name } = offer;
  return { id, name, $turn: (node) => $turnText(node, offer) };
}

function $turnText(node: LexicalNode, kind: TextKind): void {
  $selectLines($linesIn(node));
  $turnInto(kind);
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const { key, offset, type } = selection.focus;
  selection.anchor.set(key, offset, type);
}
