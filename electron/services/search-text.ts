import type { Article } from '../../article/article.ts';
import { linesOf } from '../../article/blocks/holds.ts';
import { printedByline } from '../../article/byline.ts';

/**
 * Text as it is searched: compatibility forms made one, case and Latin, Greek and Cyrillic
 * diacritics folded. Japanese voice marks stay: が and か are different letters.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F]/gu, '')
    .normalize('NFKC')
    .toLowerCase();
}

/** The words of a query, folded; a story is found when it has all of them. */
export function queryWords(query: string): string[] {
  return foldText(query).split(/\s+/u).filter(Boolean);
}

/** Everything of an article in which a search looks, folded. */
export function searchText(article: Article): string {
  const lines = [
    article.headline,
    article.slugline,
    printedByline(article),
    article.section,
    article.kicker,
    article.standfirst,
    ...article.keywords,
    ...linesOf(article.body),
  ];
  return foldText(lines.join('\n'));
}
