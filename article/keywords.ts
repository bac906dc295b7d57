/** Keywords as they are written and shown, with commas between them. */
export function printedKeywords(keywords: readonly string[]): string {
  return keywords.join(', ');
}

/** The keywords of a text, between commas of any script. */
export function keywordsFromText(text: string): string[] {
  return text
    .split(/[,、，;]/u)
    .map((keyword) => keyword.trim())
    .filter((keyword) => keyword !== '');
}
