import type { Element, Root } from 'hast';
import type { Article, Byline, Correction, Stamp } from '../article.ts';
import { printedAs } from '../byline.ts';
import type { House } from '../house.ts';
import { classesOf, hasClass } from '../html/classes.ts';
import { byClass, find, findAll, shownText } from '../html/find.ts';
import { readBlocks } from '../html/read.ts';
import { parseStamp } from '../stamp/parse.ts';

/** The fields that a page says. */
export type ReadFields = Partial<Omit<Article, 'format' | 'version'>>;

/** The `article` element of a page, or a fragment, that Galley made; undefined on other pages. */
export function ownArticle(root: Root): Element | undefined {
  return find(
    root,
    (element) =>
      element.tagName === 'article' &&
      hasClass(element, 'story') &&
      element.children.some((child) => hasClass(child, 'story-head')),
  );
}

/**
 * Reads an article that Galley published, from what it shows: every published field and the body,
 * sidebars of the rail after the text. `language` is that of the page.
 */
export function readOwnArticle(element: Element, house: House, language: string): ReadFields {
  const head = byClass(element, 'story-head');
  const headline = byClass(head, 'headline');
  const stamp = readPrintedStamp(byClass(head, 'stamp'), house);
  const near = stamp?.instant;
  const body = [byClass(element, 'text'), byClass(element, 'beside')].flatMap((part) =>
    part === undefined
      ? []
      : readBlocks(part.children, {
          datelineStyle: house.datelineStyle,
          ...(near === undefined ? {} : { near }),
        }),
  );
  return {
    section: shownText(byClass(head, 'section')),
    kicker: shownText(byClass(head, 'kicker')),
    headline: headline === undefined || hasClass(headline, 'untitled') ? '' : shownText(headline),
    standfirst: shownText(byClass(head, 'standfirst')),
    ...readBylines(element, language),
    ...(stamp === undefined ? {} : { stamp }),
    keywords: findAll(byClass(element, 'topics'), ({ tagName }) => tagName === 'li').map(shownText),
    corrections: findAll(byClass(element, 'corrections'), (one) => hasClass(one, 'correction')).map(
      readCorrection,
    ),
    body,
  };
}

function readBylines(
  article: Element,
  language: string,
): Pick<Article, 'bylines'> & { bylineText?: string } {
  const printed = byClass(article, 'byline');
  const authors = findAll(printed, (one) => hasClass(one, 'author')).map((one) =>
    readPerson(one, 'author'),
  );
  const others = (['reporting', 'photo', 'editing'] as const).flatMap((role) =>
    findAll(article, (one) => hasClass(one, 'contributors') && hasClass(one, role))
      .flatMap((line) => findAll(line, (one) => hasClass(one, 'contributor')))
      .map((one) => readPerson(one, role)),
  );
  const bylines = [...authors, ...others];
  // Kept as set by hand only where it says something else than the names do.
  return printedAs(shownText(printed), bylines, language);
}

function readPerson(element: Element, role: Byline['role']): Byline {
  const { href } = element.properties;
  const name = shownText(element);
  return typeof href === 'string' ? { name, role, url: href } : { name, role };
}

function readPrintedStamp(element: Element | undefined, house: House): Stamp | undefined {
  if (element === undefined) return undefined;
  const instant = find(element, ({ tagName }) => tagName === 'time')?.properties.dateTime;
  const printed = shownText(element);
  if (typeof instant !== 'string') return { printed };
  const zone = zoneOf(printed, instant, house);
  return zone === undefined ? { printed, instant } : { printed, instant, zone };
}

/** The zone in which the printed time is the instant that the page gives with it. */
function zoneOf(printed: string, instant: string, house: House): string | undefined {
  const parsed = parseStamp(printed, { zone: house.zone });
  const readings =
    parsed === undefined ? [] : parsed.kind === 'stamp' ? [parsed.stamp] : parsed.candidates;
  const meant = readings.find(
    (reading) =>
      reading.instant !== undefined && Date.parse(reading.instant) === Date.parse(instant),
  );
  return meant?.zone;
}

function readCorrection(element: Element): Correction {
  const at = byClass(element, 'at');
  const time = at?.properties.dateTime;
  const kinds = classesOf(element);
  return {
    at: typeof time === 'string' ? time : shownText(at),
    kind:
      (['clarification', 'update'] as const).find((kind) => kinds.includes(kind)) ?? 'correction',
    text: shownText(byClass(element, 'correction-text')),
  };
}
