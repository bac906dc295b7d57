/** What a declaration says of a line that is drawn at words, such as `underline`. */
export function lineStyle(property: string, value: string, line: string): true | 'own' | undefined {
  if (property !== 'text-decoration' && property !== 'text-decoration-line') return undefined;
  if (value.includes(line)) return true;
  // A line drawn by an element around this one is not taken away by `none`; its own is.
  return value.startsWith('none') ? 'own' : undefined;
}
