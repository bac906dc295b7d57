import { newBlockId } from '../../ids.ts';
import { dropText } from '../../inline.ts';
import type { Block } from '../blocks.ts';
import type { Paragraph } from '../paragraph/paragraph.ts';
import { isParagraph, paragraphOf } from '../paragraph/paragraphs.ts';
import type { Dateline } from './dateline.ts';

/** True for a dateline; of anything else that has a type, false. */
export function isDateline(block: object | undefined): block is Dateline {
  return block !== undefined && 'type' in block && block.type === 'dateline';
}

/** The first dateline of a body. */
export function firstDateline(body: readonly Block[]): Dateline | undefined {
  return body.find(isDateline);
}

/** The blocks with an empty paragraph behind each dateline that has none to run in with. */
export function withLeads(blocks: Block[]): Block[] {
  const lacksLead = (block: Block, at: number) => isDateline(block) && !isParagraph(blocks[at + 1]);
  // Read far more often than mended: the list itself is handed back where it is right.
  if (!blocks.some(lacksLead)) return blocks;
  return blocks.flatMap((block, at) => (lacksLead(block, at) ? [block, paragraphOf([])] : [block]));
}

/** The blocks with the first `length` characters of a lead turned into a dateline before it. */
export function withDateline(
  blocks: readonly Block[],
  lead: Paragraph,
  length: number,
  dateline: Omit<Dateline, 'type' | 'id'>,
): Block[] {
  return blocks.flatMap((block): Block[] =>
    block === lead
      ? [
          { type: 'dateline', id: newBlockId(), ...dateline },
          { ...lead, content: dropText(lead.content, length) },
        ]
      : [block],
  );
}

/** The blocks with each dateline as plain words of the paragraph that it runs in with. */
export function withoutDatelines(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block, at) => {
    if (isDateline(block)) return [];
    const before = blocks[at - 1];
    if (!isDateline(before) || !isParagraph(block)) return [block];
    return [{ ...block, content: [{ text: before.printed }, ...block.content] }];
  });
}
