/**
 * Where a caret stands after someone else has changed the text around it: before and after the
 * same words as it did. Where these words are gone it stands in what came in their place.
 */
export function shiftedOffset(before: string, after: string, offset: number): number {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  if (offset < start) return offset;
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  if (offset >= before.length - end) return offset + after.length - before.length;
  return Math.min(offset, after.length - end);
}
