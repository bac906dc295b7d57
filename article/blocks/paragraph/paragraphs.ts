import { newBlockId } from '../../ids.ts';
import { type Run, joinRuns } from '../../inline.ts';
import { runsHaveInk } from '../../html/white-space.ts';
import type { Paragraph } from './paragraph.ts';

/** A paragraph with this text; a new one, if no id is given. */
export function paragraphOf(content: Run[], id: string = newBlockId()): Paragraph {
  return { type: 'paragraph', id, content };
}

/** A new paragraph of plain text. */
export function plainParagraph(text: string): Paragraph {
  return paragraphOf(textRuns(text));
}

/** Plain text as inline content. */
export function textRuns(text: string): Run[] {
  return joinRuns([{ text }]);
}

/** True for a paragraph; of anything else that has a type, false. */
export function isParagraph(block: object | undefined): block is Paragraph {
  return block !== undefined && 'type' in block && block.type === 'paragraph';
}

/** True for a paragraph in which there is something to read. */
export function isWrittenParagraph(block: object): block is Paragraph {
  return isParagraph(block) && runsHaveInk(block.content);
}
