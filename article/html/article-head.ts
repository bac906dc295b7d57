import type { Element, ElementContent } from 'hast';
import type { Stamp } from '../article.ts';
import type { Published } from '../publish.ts';
import { bylineToHast } from './byline.ts';
import { element, frame } from './element.ts';
import { isInstant } from './instant.ts';
import { collapseText, hasInk } from './white-space.ts';
import type { PageWords } from './words.ts';

/** The head of an article: section and kicker, headline, standfirst, byline and stamp. */
export function articleHead(published: Published, words: PageWords): Element {
  const { standfirst } = published;
  const children = [...overline(published), headlineToHast(published.headline, words)];
  if (hasInk(standfirst)) {
    children.push(element('p', { className: ['standfirst'] }, collapseText(standfirst)));
  }
  const credits: Element[] = [];
  if (hasInk(published.byline)) {
    credits.push(element('p', { className: ['byline'] }, bylineToHast(published)));
  }
  if (published.stamp !== undefined && hasInk(published.stamp.printed)) {
    credits.push(element('p', { className: ['stamp'] }, [stampToHast(published.stamp)]));
  }
  if (credits.length > 0) children.push(frame('div', ['credits'], credits));
  return frame('header', ['story-head'], children);
}

/** Section and kicker in one line; once where they are the same. */
function overline(published: Published): Element[] {
  const section = collapseText(published.section);
  const kicker = collapseText(published.kicker);
  const parts: ElementContent[] = [];
  if (hasInk(section)) {
    const className = section === kicker ? ['section', 'kicker'] : ['section'];
    parts.push(element('span', { className }, section));
  }
  if (hasInk(kicker) && kicker !== section) {
    if (parts.length > 0) parts.push({ type: 'text', value: ' ' });
    parts.push(element('span', { className: ['kicker'] }, kicker));
  }
  return parts.length === 0 ? [] : [element('p', { className: ['overline'] }, parts)];
}

/** A headline of more characters is set smaller. */
const LONG_HEADLINE = 110;

function headlineToHast(text: string, words: PageWords): Element {
  if (!hasInk(text)) {
    return element('h1', { className: ['headline', 'untitled'], ...words.own }, words.untitled);
  }
  const headline = collapseText(text);
  const className = headline.length > LONG_HEADLINE ? ['headline', 'long'] : ['headline'];
  return element('h1', { className }, headline);
}

function stampToHast({ printed, instant }: Stamp): ElementContent {
  const text = collapseText(printed);
  return instant !== undefined && isInstant(instant)
    ? element('time', { dateTime: instant }, text)
    : { type: 'text', value: text };
}
