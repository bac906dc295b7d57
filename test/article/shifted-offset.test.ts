import { describe, expect, test } from 'vitest';
import { shiftedOffset } from '../../article/shifted-offset.ts';

/** The text with a bar where the caret of `before`, a text with a bar, is after the change. */
function moved(before: string, after: string): string {
  const offset = before.indexOf('|');
  const place = shiftedOffset(before.replace('|', ''), after, offset);
  return `${after.slice(0, place)}|${after.slice(place)}`;
}

describe('the caret, when someone else changes the text around it', () => {
  test.each([
    ['One| two', 'Zero One two', 'Zero One| two'],
    ['One| two', 'One two three', 'One| two three'],
    // Words of others at the caret stand behind it: whoever types goes on where he was.
    ['One two|', 'One two three', 'One two| three'],
    ['One |', 'One two', 'One |two'],
    [
      'One two| three four',
      'Zero One two three and four five',
      'Zero One two| three and four five',
    ],
    ['One, two and th|ree', 'Two and three', 'Two and th|ree'],
    ['One two th|ree', 'One', 'One|'],
    ['日本|語。明日。', '今日。日本語。明後日。', '今日。日本|語。明後日。'],
    ['a 😀| b', 'a 😁 b', 'a 😁| b'],
  ])('%s, changed to %s: %s', (before, after, expected) => {
    expect(moved(before, after)).toBe(expected);
  });
});
