import type { Element, Root } from 'hast';
import { withDateline } from '../blocks/dateline/lead.ts';
import { isParagraph } from '../blocks/paragraph/paragraphs.ts';
import type { Stamp } from '../article.ts';
import type { Block } from '../blocks/blocks.ts';
import { detectDateline } from '../dateline/detect.ts';
import type { House } from '../house.ts';
import { find, findAll, shownText } from '../html/find.ts';
import { isInstant } from '../html/instant.ts';
import type { KeptPicture } from '../html/kept-picture.ts';
import { readBlocks } from '../html/read.ts';
import { collapseText, hasInk } from '../html/white-space.ts';
import { plainText } from '../inline.ts';
import { formatStamp } from '../stamp/format.ts';
import { parseStamp } from '../stamp/parse.ts';
import type { ReadFields } from './own-page.ts';
import { takeCredits } from './page-credits.ts';
import { type PageFacts, pageFacts } from './page-facts.ts';

/**
 * Reads the story of a page of another house, and what the page says about itself. Pictures that
 * the page holds in itself are added to `pictures`; the notice says what to check. `now` is RFC 3339.
 */
export function readForeign(
  root: Root,
  house: House,
  now: string,
  pictures: KeptPicture[],
): { fields: ReadFields; notice: string } {
  const content = storyOf(root);
  const facts = pageFacts(root, content);
  const titled = find(content, ({ tagName }) => tagName === 'h1');
  const stamp = stampOf(facts.published, house);
  const read = readBlocks(without(content, titled).children, {
    datelineStyle: house.datelineStyle,
    near: stamp?.instant ?? now,
    base: baseOf(root, facts),
    pictures,
  });
  const said = headlineOf(root, titled, facts);
  const { headline, rest } =
    said === '' ? headlineFrom(read, root, facts.site) : { headline: said, rest: read };
  const { blocks, lead, bylines } = takeCredits(rest, content, facts);
  const body = readDateline(blocks, lead, house, now);
  const standfirst = isToldIn(body, facts.description) ? '' : facts.description;
  const fields: ReadFields = {
    headline,
    standfirst,
    bylines,
    section: facts.section,
    keywords: facts.keywords,
    ...(facts.language === '' ? {} : { language: facts.language }),
    ...(facts.canonical === '' ? {} : { canonicalUrl: facts.canonical }),
    ...(stamp === undefined ? {} : { stamp }),
    body,
  };
  return { fields, notice: noticeOf(fields) };
}

/** The longest article of a page, else its main part, else all of it. */
function storyOf(root: Root): Root | Element {
  const article = findAll(root, ({ tagName }) => tagName === 'article')
    .toSorted((a, b) => shownText(b).length - shownText(a).length)
    .at(0);
  return article ?? find(root, ({ tagName }) => tagName === 'main') ?? root;
}

function headlineOf(root: Root, titled: Element | undefined, facts: PageFacts): string {
  const shown = shownText(titled);
  if (hasInk(shown)) return shown;
  if (hasInk(facts.headline)) return withoutSite(facts.headline, facts.site);
  const heading = shownText(find(root, ({ tagName }) => tagName === 'h1'));
  return hasInk(heading) ? heading : '';
}

/** The heading that the text begins with, unless it is a line above another; else the page's title. */
function headlineFrom(
  blocks: readonly Block[],
  root: Root,
  site: string,
): { headline: string; rest: readonly Block[] } {
  const [first, second] = blocks;
  const isAbove =
    first?.type === 'heading' && second?.type === 'heading' && second.level < first.level;
  if (first?.type === 'heading' && !isAbove) {
    return { headline: collapseText(plainText(first.content)), rest: blocks.slice(1) };
  }
  const title = shownText(find(root, ({ tagName }) => tagName === 'title'));
  return { headline: withoutSite(title, site), rest: blocks };
}

/** A title without the name of the site after it, where the page says what the site is called. */
function withoutSite(title: string, site: string): string {
  if (!hasInk(site) || !title.toLowerCase().endsWith(site.toLowerCase())) return title;
  const head = title.slice(0, -site.length);
  const cut = head.replace(/\s*[-–—|:·•»«/]\s*$/u, '');
  return cut === head || !hasInk(cut) ? title : cut;
}

/** The time of publication in the zone of the house; as the page has it, where its zone is not said. */
function stampOf(published: string, house: House): Stamp | undefined {
  if (!hasInk(published)) return undefined;
  const iso = published
    .replace(/^(\d{4}-\d{2}-\d{2}) /u, '$1T')
    .replace(/(T\d{2}:\d{2})(?=Z|[+-]|$)/u, '$1:00')
    .replace(/\s*([+-]\d{2}):?(\d{2})$/u, '$1:$2');
  if (isInstant(iso)) {
    const parsed = parseStamp(formatStamp(iso, house.zone), { zone: house.zone });
    if (parsed?.kind === 'stamp') return parsed.stamp;
  }
  return { printed: collapseText(published) };
}

/** Where relative addresses of a page start from. */
function baseOf(root: Root, facts: PageFacts): string | undefined {
  const href = find(root, ({ tagName }) => tagName === 'base')?.properties.href;
  if (typeof href === 'string' && /^https?:\/\//iu.test(href)) return href;
  return facts.canonical === '' ? undefined : facts.canonical;
}

/** True for a description that the story begins with, or has as a paragraph of its own. */
function isToldIn(body: readonly Block[], description: string): boolean {
  const told = solid(description.replace(/\s*(?:\.{3}|…)$/u, ''));
  return (
    told === '' ||
    body.filter(isParagraph).some(({ content }) => solid(plainText(content)).startsWith(told))
  );
}

function solid(text: string): string {
  return text.replace(/[\s\p{P}\p{Cc}]+/gu, '').toLowerCase();
}

/** A dateline that is written at the head of the lead becomes a block of its own. */
function readDateline(blocks: readonly Block[], at: number, house: House, now: string): Block[] {
  const lead = blocks[at];
  if (!isParagraph(lead)) return [...blocks];
  const found = detectDateline(plainText(lead.content), { style: house.datelineStyle, near: now });
  if (found === undefined) return [...blocks];
  const { rest: _, ...dateline } = found;
  return withDateline(blocks, lead, found.printed.length, dateline);
}

function without<P extends Root | Element>(parent: P, gone: Element | undefined): P {
  if (gone === undefined) return parent;
  const children = parent.children
    .filter((child) => child !== gone)
    .map((child) => (child.type === 'element' ? without(child, gone) : child));
  return { ...parent, children };
}

const FACTS: readonly [keyof ReadFields, string][] = [
  ['headline', 'the headline'],
  ['standfirst', 'the standfirst'],
  ['bylines', 'the byline'],
  ['stamp', 'the publication time'],
  ['section', 'the section'],
  ['keywords', 'the keywords'],
];

/** What was found and what was not, and what to look for, in words for the person. */
function noticeOf(fields: ReadFields): string {
  const has = ([key]: (typeof FACTS)[number]): boolean => {
    const value = fields[key];
    return typeof value === 'string' || Array.isArray(value)
      ? value.length > 0
      : value !== undefined;
  };
  // Few pages have a section and keywords.
  const missing = FACTS.slice(0, 4)
    .filter((fact) => !has(fact))
    .map(([, words]) => words);
  const found = FACTS.filter(has).map(([, words]) => words);
  return [
    `Taken from the page: ${LIST.format([...found, 'the text'])}.`,
    ...(missing.length === 0 ? [] : [`Not found on it: ${LIST.format(missing)}.`]),
    'Compare with the page: no paragraph should be missing, and no menu or advertisement be in the text.',
  ].join(' ');
}

const LIST = new Intl.ListFormat('en-GB', { type: 'conjunction' });
