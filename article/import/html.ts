import type { Element, Root } from 'hast';
import { type Article, createArticle } from '../article.ts';
import { cleanText } from '../article-file.ts';
import type { Block } from '../blocks/blocks.ts';
import { detectDateline } from '../dateline/detect.ts';
import type { House } from '../house.ts';
import { onlyFragment } from '../html/clipboard.ts';
import { find, findAll, shownText } from '../html/find.ts';
import { safeHref } from '../html/href.ts';
import { parseHtml } from '../html/parse.ts';
import { readBlocks } from '../html/read.ts';
import { newBlockId } from '../ids.ts';
import { dropText, plainText } from '../inline.ts';
import { type ReadFields, ownArticle, readOwnArticle } from './own-page.ts';

/**
 * Reads a whole page, or a part of one. A page or fragment that Galley made gives back every field
 * that it shows; another page gives its title and the words of its article. `now` is RFC 3339, UTC.
 * Throws an AppError for text that cannot be worked on (`nul`, `too-large`).
 */
export function readHtml(
  html: string,
  house: House,
  now: string,
): { article: Article; notices: string[] } {
  const { text, notices } = cleanText(html);
  const root = onlyFragment(parseHtml(text));
  const own = ownArticle(root);
  const fields = own === undefined ? readForeign(root, house, now) : readOwnArticle(own, house);
  const canonicalUrl = readCanonical(root);
  if (own === undefined) {
    notices.push(
      'Only the title and the text were taken from this page; look at the rest by hand.',
    );
  }
  const article = createArticle(now, {
    language: readLanguage(root, own) ?? house.language,
    ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
    ...fields,
  });
  return { article, notices };
}

function readLanguage(root: Root, own: Element | undefined): string | undefined {
  const page = find(root, ({ tagName }) => tagName === 'html');
  const lang = own?.properties.lang ?? page?.properties.lang;
  return typeof lang === 'string' && lang.trim() !== '' ? lang.trim() : undefined;
}

function readCanonical(root: Root): string | undefined {
  const link = find(
    root,
    ({ tagName, properties }) =>
      tagName === 'link' && Array.isArray(properties.rel) && properties.rel.includes('canonical'),
  );
  const href = link?.properties.href;
  return typeof href === 'string' ? safeHref(href) : undefined;
}

function readForeign(root: Root, house: House, now: string): ReadFields {
  const article = findAll(root, ({ tagName }) => tagName === 'article')
    .toSorted((a, b) => shownText(b).length - shownText(a).length)
    .at(0);
  const main = find(root, ({ tagName }) => tagName === 'main');
  const content = article ?? main ?? root;
  const titled = find(content, ({ tagName }) => tagName === 'h1');
  const title = find(root, ({ tagName }) => tagName === 'title');
  const body = readBlocks(without(content, titled).children, {
    datelineStyle: house.datelineStyle,
    near: now,
  });
  return { headline: shownText(titled ?? title), body: withDateline(body, house, now) };
}

/** A dateline that is written at the head of the lead becomes a block of its own. */
function withDateline(blocks: readonly Block[], house: House, now: string): Block[] {
  const [lead, ...others] = blocks;
  if (lead?.type !== 'paragraph') return [...blocks];
  const found = detectDateline(plainText(lead.content), { style: house.datelineStyle, near: now });
  if (found === undefined) return [...blocks];
  const { rest: _, ...dateline } = found;
  return [
    { type: 'dateline', id: newBlockId(), ...dateline },
    { ...lead, content: dropText(lead.content, found.printed.length) },
    ...others,
  ];
}

function without<P extends Root | Element>(parent: P, gone: Element | undefined): P {
  if (gone === undefined) return parent;
  const children = parent.children
    .filter((child) => child !== gone)
    .map((child) => (child.type === 'element' ? without(child, gone) : child));
  return { ...parent, children };
}
