import {
  $createParagraphNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  type NodeKey,
  type ParagraphNode,
} from 'lexical';
import type { Dateline } from '../../../../article/blocks/dateline/dateline.ts';
import { newBlockId } from '../../../../article/ids.ts';
import { $blockOf } from '../../selection/lines.ts';
import { $createLeadNode, $isLeadNode, type LeadNode } from './LeadNode.ts';
import { $idOf, $restOf, $setIdentity } from '../state.ts';

/** A dateline without the id of its block. */
export type DatelineContent = Omit<Dateline, 'id' | 'type'>;

/**
 * Puts a dateline before a paragraph, changes the one that is there, or with null removes it. The
 * paragraph is the one with this key, or `$paragraphForDateline`. Answers the key of the paragraph
 * as it is now, or null where there was nothing to remove. The caret stays where it is.
 */
export function $setDateline(key: NodeKey | null, content: DatelineContent | null): NodeKey | null {
  const node = key === null ? $paragraphForDateline() : $getNodeByKey(key);
  if (content === null) {
    return $isLeadNode(node) ? $removeDateline(node).getKey() : null;
  }
  if ($isLeadNode(node)) {
    const id = node.getDateline()?.id ?? newBlockId();
    return node.setDateline({ ...content, type: 'dateline', id }).getKey();
  }
  const paragraph = $isParagraphNode(node) ? node : $firstParagraph();
  return $addDateline(paragraph, { ...content, type: 'dateline', id: newBlockId() }).getKey();
}

/**
 * The paragraph that a dateline would be put before: the one of the article that holds the caret,
 * else the first one; null if the article has none.
 */
export function $paragraphForDateline(): ParagraphNode | null {
  const selection = $getSelection();
  const block = $isRangeSelection(selection) ? $blockOf(selection.anchor.getNode()) : null;
  if ($isParagraphNode(block)) return block;
  return $getRoot().getChildren().find($isParagraphNode) ?? null;
}

/** Makes a lead of a paragraph; its text, its id and the caret go with it. */
export function $addDateline(paragraph: ParagraphNode, dateline: Dateline): LeadNode {
  const lead = $setIdentity($createLeadNode(dateline), $idOf(paragraph), $restOf(paragraph));
  return paragraph.replace(lead, true);
}

/** Makes a paragraph of a lead; its text, its id and the caret stay. */
export function $removeDateline(lead: LeadNode): ParagraphNode {
  const paragraph = $setIdentity($createParagraphNode(), $idOf(lead), $restOf(lead));
  $releaseDateline(lead);
  return lead.replace(paragraph, true);
}

/** Lets a dateline go with its lead; one that is lost without this is put back by the editor. */
export function $releaseDateline(lead: LeadNode): void {
  lead.setDateline(null);
}

function $firstParagraph(): ParagraphNode {
  const found = $getRoot().getChildren().find($isParagraphNode);
  if (found !== undefined) return found;
  const paragraph = $createParagraphNode();
  const first = $getRoot().getFirstChild();
  if (first !== null) first.insertBefore(paragraph);
  else $getRoot().append(paragraph);
  return paragraph;
}
