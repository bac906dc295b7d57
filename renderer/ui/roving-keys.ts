/**
 * Where the arrows, Home and End lead in a row of items that is one stop for Tab; undefined for any
 * other key. `at` is the index of the item with the focus. Without `ends` the first follows the last.
 */
export function rovingTo(
  key: string,
  at: number,
  count: number,
  { down, ends }: { down?: true; ends?: true } = {},
): number | undefined {
  const [back, on] = down ? ['ArrowUp', 'ArrowDown'] : ['ArrowLeft', 'ArrowRight'];
  const around = (index: number) => (ends ? index : (index + count) % count);
  switch (key) {
    case back:
      return around(at - 1);
    case on:
      return around(at + 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
