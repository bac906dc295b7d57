import {
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import type { Turn, TextKind } from '../blocks/block-tools.ts';
import { $boxesFor } from '../blocks/sidebar/sidebar-tools.ts';
import { $turnInto } from '../blocks/text-kind.ts';
import { allBlockTools, textKinds } from '../blocks/tools.ts';
import { $linesIn, $selectLines } from '../selection/lines.ts';

/** What makes sense for a block, in the order in which it is offered; what it is now is left out. */
export function $turnsFor(key: NodeKey): Turn[] {
  const node = $getNodeByKey(key);
  if (node === null) return [];
  for (const { $turns } of allBlockTools) {
    const turns = $turns?.(node, textKinds);
    if (turns !== undefined) return [...turns.map(asTurn), ...$boxesFor(node)];
  }
  return $boxesFor(node);
}

/** Turns a whole block into something that is offered for it; no word of it is lost. */
export function $turnBlock(key: NodeKey, { $turn }: Turn): void {
  const node = $getNodeByKey(key);
  if (node !== null) $turn(node);
}

function asTurn(turn: TextKind | Turn): Turn {
  if (!('$has' in turn)) return turn;
  const { id, name } = turn;
  return { id, name, $turn: (node) => $turnText(node, turn) };
}

function $turnText(node: LexicalNode, kind: TextKind): void {
  $selectLines($linesIn(node));
  $turnInto(kind);
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  const { key, offset, type } = selection.focus;
  selection.anchor.set(key, offset, type);
}
