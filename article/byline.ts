import type { Article, Byline } from './article.ts';

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/** The byline as it is printed: set by hand, or `By A, B and C` of the authors; empty for none. */
export function printedByline(article: Pick<Article, 'bylines' | 'bylineText'>): string {
  if (article.bylineText !== undefined) return article.bylineText;
  const names = article.bylines.filter(({ role }) => role === 'author').map(({ name }) => name);
  if (names.length === 0) return '';
  return `By ${listed.format(names)}`;
}

/**
 * The authors that a printed byline names: `By A, B and C` gives three. Authors known before keep
 * their address and page; people in other roles stay as they are.
 */
export function bylinesFromText(text: string, known: readonly Byline[] = []): Byline[] {
  const names = text
    .trim()
    .replace(/^by\s+/iu, '')
    .split(/\s*(?:,|;|&|\band\b)\s*/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const authors = names.map(
    (name): Byline =>
      known.find((byline) => byline.role === 'author' && byline.name === name) ?? {
        name,
        role: 'author',
      },
  );
  return [...authors, ...known.filter(({ role }) => role !== 'author')];
}
