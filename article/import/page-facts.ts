import type { Element, Root } from 'hast';
import type { Byline } from '../article.ts';
import { authorName, bylinesFromText } from '../byline.ts';
import { textOf } from '../html/classes.ts';
import { find, findAll, shownText } from '../html/find.ts';
import { safeHref } from '../html/href.ts';
import { collapseText, hasInk } from '../html/white-space.ts';

/** What a page of another house says about itself to programs. Empty for what it does not say. */
export interface PageFacts {
  headline: string;
  site: string;
  description: string;
  bylines: Byline[];
  /** As the page has it: mostly, but not always, RFC 3339. */
  published: string;
  /** An http or https address. */
  canonical: string;
  language: string;
  section: string;
  keywords: string[];
}

/** Gathers what a page says about itself; of each fact, what is said in the place most to be trusted. */
export function pageFacts(root: Root, content: Root | Element): PageFacts {
  const data = articleData(root);
  const meta = metaOf(root);
  const language = first(
    text(data.inLanguage),
    meta('og:locale').replace('_', '-'),
    meta('content-language'),
  );
  const time = find(
    content,
    ({ tagName, properties }) => tagName === 'time' && typeof properties.dateTime === 'string',
  );
  return {
    headline: first(text(data.headline), meta('og:title'), meta('twitter:title')),
    site: first(meta('og:site_name'), named(data.publisher)[0]?.name),
    description: first(
      text(data.description),
      meta('og:description'),
      meta('description'),
      meta('twitter:description'),
    ),
    bylines: authorsOf(data, meta, root, language),
    published: first(
      text(data.datePublished),
      meta('article:published_time'),
      meta('date'),
      meta('pubdate'),
      meta('dc.date.issued'),
      meta('parsely-pub-date'),
      typeof time?.properties.dateTime === 'string' ? time.properties.dateTime : '',
    ),
    canonical: canonicalOf(root, data, meta),
    language,
    section: first(list(data.articleSection)[0], meta('article:section'), meta('section')),
    keywords: keywordsOf(data, meta, root),
  };
}

type Data = Record<string, unknown>;
type Meta = (name: string) => string;

/** Kinds of things in JSON-LD that are a story. */
const STORY = /(?:Article|BlogPosting|Report|LiveBlogPosting)$/u;

/** The story in the JSON-LD of a page; nothing for data that is damaged, as it often is. */
function articleData(root: Root): Data {
  const scripts = findAll(root, ({ tagName, properties }) => {
    return tagName === 'script' && /^application\/ld\+json\b/iu.test(String(properties.type));
  });
  const things = scripts.flatMap((script) => thingsIn(parseLoosely(textOf(script))));
  return things.find((thing) => list(thing['@type']).some((type) => STORY.test(type))) ?? {};
}

function parseLoosely(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function thingsIn(value: unknown): Data[] {
  if (Array.isArray(value)) return value.flatMap(thingsIn);
  if (typeof value !== 'object' || value === null) return [];
  const data = value as Data;
  return [data, ...thingsIn(data['@graph']), ...thingsIn(data.mainEntity)];
}

/** Answers the content of the first `meta` of a name or property, empty if there is none. */
function metaOf(root: Root): Meta {
  const contents = new Map<string, string>();
  for (const { properties } of findAll(root, ({ tagName }) => tagName === 'meta')) {
    const { name, property, httpEquiv, itemProp, content } = properties;
    if (typeof content !== 'string') continue;
    const names = [name, property, ...[httpEquiv, itemProp].flat()];
    for (const one of names) {
      if (typeof one !== 'string') continue;
      const key = one.toLowerCase();
      if (!contents.has(key) && hasInk(content)) contents.set(key, collapseText(content));
    }
  }
  return (name) => contents.get(name) ?? '';
}

function authorsOf(data: Data, meta: Meta, root: Root, language: string): Byline[] {
  const known = named(data.author);
  if (known.length > 0) {
    return known.map(({ name, url }): Byline => {
      const byline: Byline = { name: authorName(name, language), role: 'author' };
      return url === undefined ? byline : { ...byline, url };
    });
  }
  const printed = [
    meta('article:author'),
    meta('author'),
    meta('byl'),
    meta('parsely-author'),
  ].find((one) => one !== '' && !/^https?:/iu.test(one));
  if (printed !== undefined) return bylinesFromText(printed, [], language);
  const links = findAll(
    root,
    ({ tagName, properties }) =>
      tagName === 'a' && Array.isArray(properties.rel) && properties.rel.includes('author'),
  );
  const names = new Map<string, Byline>();
  for (const link of links) {
    const name = authorName(shownText(link), language);
    const url = webAddress(link.properties.href);
    if (hasInk(name) && !names.has(name)) {
      names.set(name, { name, role: 'author', ...(url === undefined ? {} : { url }) });
    }
  }
  return [...names.values()];
}

/** People and organisations, given as names or as things with a name. */
function named(value: unknown): { name: string; url?: string }[] {
  if (Array.isArray(value)) return value.flatMap(named);
  if (typeof value === 'string') {
    return /^https?:/iu.test(value)
      ? []
      : bylinesFromText(collapseText(value)).map(({ name }) => ({ name }));
  }
  if (typeof value !== 'object' || value === null) return [];
  const { name, url } = value as Data;
  const people = list(name).map(collapseText).filter(hasInk);
  const address = people.length === 1 ? webAddress(url) : undefined;
  return people.map((one) => (address === undefined ? { name: one } : { name: one, url: address }));
}

/** The address that a page gives as its own in its head. */
export function canonicalLink(root: Root): string | undefined {
  const link = find(
    root,
    ({ tagName, properties }) =>
      tagName === 'link' && Array.isArray(properties.rel) && properties.rel.includes('canonical'),
  );
  return webAddress(link?.properties.href);
}

function canonicalOf(root: Root, data: Data, meta: Meta): string {
  const entity = data.mainEntityOfPage;
  const id = typeof entity === 'object' && entity !== null ? (entity as Data)['@id'] : entity;
  const known = [data.url, id, meta('og:url')].map(webAddress);
  return canonicalLink(root) ?? known.find((address) => address !== undefined) ?? '';
}

function keywordsOf(data: Data, meta: Meta, root: Root): string[] {
  const tags = findAll(
    root,
    ({ tagName, properties }) => tagName === 'meta' && properties.property === 'article:tag',
  ).flatMap(({ properties }) => list(properties.content));
  const said = [list(data.keywords), tags, [meta('news_keywords')], [meta('keywords')]]
    .map((some) =>
      some
        .flatMap((one) => one.split(','))
        .map(collapseText)
        .filter(hasInk),
    )
    .find((some) => some.length > 0);
  return [...new Set(said)];
}

function webAddress(value: unknown): string | undefined {
  const href = typeof value === 'string' ? safeHref(value) : undefined;
  return href !== undefined && /^https?:/iu.test(href) ? href : undefined;
}

function text(value: unknown): string {
  return list(value)[0] ?? '';
}

function list(value: unknown): string[] {
  return [value].flat().filter((item) => typeof item === 'string');
}

/** The first text that says something. */
function first(...texts: (string | undefined)[]): string {
  return collapseText(texts.find((one) => one !== undefined && hasInk(one)) ?? '');
}
