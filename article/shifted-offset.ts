import { hunksOf } from './word-hunks.ts';

/**
 * Where a caret stands after someone else has changed the text around it: behind the same words as it
 * did. Where these words are gone it stands in what came in their place.
 */
export function shiftedOffset(before: string, after: string, offset: number): number {
  let shift = 0;
  for (const { start, end, to } of hunksOf(before, after)) {
    if (offset <= start) break;
    if (offset < end) return Math.min(offset + shift, to);
    shift = to - end;
  }
  return offset + shift;
}
