import type { Article } from '../../article/article.ts';
import type { Block } from '../../article/blocks/blocks.ts';
import type { List } from '../../article/blocks/list.ts';
import { printedByline } from '../../article/byline.ts';
import { plainText } from '../../article/inline.ts';

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
    ...blockLines(article.body),
  ];
  return foldText(lines.join('\n'));
}

function blockLines(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block): string[] => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return [plainText(block.content)];
      case 'list':
        return listLines(block);
      case 'dateline':
        return [block.printed];
      case 'sidebar':
        return [block.title, ...blockLines(block.body)];
      case 'divider':
      case 'unknown':
        return [];
    }
  });
}

function listLines(list: List): string[] {
  return list.items.flatMap((item) => [
    plainText(item.content),
    ...(item.lists ?? []).flatMap(listLines),
  ]);
}
