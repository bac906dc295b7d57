import type { Element, Root } from 'hast';
import { createArticle } from '../article.ts';
import { cleanText } from '../article-file.ts';
import type { House } from '../house.ts';
import { onlyFragment } from '../html/clipboard.ts';
import { find } from '../html/find.ts';
import type { KeptPicture } from '../html/kept-picture.ts';
import { parseHtml } from '../html/parse.ts';
import { readForeign } from './foreign-page.ts';
import { ownArticle, readOwnArticle } from './own-page.ts';
import { canonicalLink } from './page-facts.ts';
import type { ImportReading } from './read.ts';

/**
 * Reads a whole page, or a part of one. A page or fragment that Galley made gives back every field
 * that it shows; another page gives the words of its article and what it says about itself. `now`
 * is RFC 3339, UTC. Throws an AppError for text that cannot be worked on (`nul`, `too-large`).
 */
export function readHtml(html: string, house: House, now: string): ImportReading {
  const { text, notices } = cleanText(html);
  const root = onlyFragment(parseHtml(text));
  const own = ownArticle(root);
  if (own !== undefined) {
    const canonicalUrl = canonicalLink(root);
    const language = languageOf(own) ?? pageLanguage(root) ?? house.language;
    const article = createArticle(now, {
      language,
      ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
      ...readOwnArticle(own, house, language),
    });
    return { article, notices, pictures: [] };
  }
  const pictures: KeptPicture[] = [];
  const { fields, notice } = readForeign(root, house, now, pictures);
  notices.push(notice);
  const language = pageLanguage(root) ?? fields.language ?? house.language;
  const article = createArticle(now, { ...fields, language });
  return { article, notices, pictures };
}

function pageLanguage(root: Root): string | undefined {
  const page = find(root, ({ tagName }) => tagName === 'html');
  return page === undefined ? undefined : languageOf(page);
}

function languageOf({ properties: { lang } }: Element): string | undefined {
  return typeof lang === 'string' && lang.trim() !== '' ? lang.trim() : undefined;
}
