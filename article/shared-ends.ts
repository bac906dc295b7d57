/**
 * How many items two rows, or code units two texts, have alike at their start (`head`) and, of what is
 * left, at their end (`tail`).
 */
export function sharedEnds<T>(
  one: ArrayLike<T>,
  other: ArrayLike<T>,
): { head: number; tail: number } {
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head += 1;
  let tail = 0;
  while (tail < most - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) {
    tail += 1;
  }
  return { head, tail };
}
