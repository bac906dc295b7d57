/** Text as one line, as the fields of the head are printed: line ends and tabs become spaces. */
export function oneLine(text: string): string {
  return text.replace(/\s*[\n\r\t\u2028\u2029]+\s*/gu, ' ');
}
