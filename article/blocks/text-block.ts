import { newBlockId } from '../ids.ts';
import { type Run, joinRuns } from '../inline.ts';
import type { Paragraph } from './paragraph/paragraph.ts';

/** A new paragraph with this text. */
export function textBlock(content: Run[]): Paragraph {
  return { type: 'paragraph', id: newBlockId(), content };
}

/** A new paragraph of plain text. */
export function paragraphOf(text: string): Paragraph {
  return textBlock(textRuns(text));
}

/** Plain text as inline content. */
export function textRuns(text: string): Run[] {
  return joinRuns([{ text }]);
}
