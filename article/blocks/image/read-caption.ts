import type { Element, RootContent } from 'hast';
import type { Picture } from '../picture.ts';
import type { ReadInside } from '../spec.ts';
import { plainText } from '../../inline.ts';
import { classesOf, textOf } from '../../html/classes.ts';
import { byClass, findAll, shownText } from '../../html/find.ts';
import { collapseText, hasInk } from '../../html/white-space.ts';

type Said = Pick<Picture, 'caption' | 'credit' | 'copyright'>;

/** What a caption of ours says. */
export function readOwnCaption(caption: Element, read: ReadInside): Said {
  const words = byClass(caption, 'caption');
  return {
    caption: words === undefined ? [] : read.runs(words.children),
    credit: shownText(byClass(caption, 'credit')),
    copyright: shownText(byClass(caption, 'copyright')),
  };
}

/**
 * What a caption of another page says: its words, and at its end who made the picture, where the
 * page marks it.
 */
export function readCaption(captions: readonly RootContent[], read: ReadInside): Said {
  const credits = captions.flatMap((caption) =>
    caption.type === 'element' ? findAll(caption, isCredit) : [],
  );
  const gone = new Set<RootContent>(credits);
  const rest = captions.map((caption) => without(caption, gone));
  const caption = read.runs(rest);
  const credit = collapseText(credits.map(spaced).join(' '));
  const inOrder = solid(plainText(caption) + credit) === solid(captions.map(textOf).join(''));
  return inOrder
    ? { caption, credit, copyright: '' }
    : { caption: read.runs(captions), credit: '', copyright: '' };
}

const CREDIT =
  /(?:^|[-_])(?:credits?|copyright|photographer|attribution|byline|source)(?:$|[-_])/iu;
const CREDIT_PROPERTY = /^(?:copyrightHolder|creator|author|creditText|copyrightNotice)$/u;

function isCredit({ properties, ...element }: Element): boolean {
  const { itemProp } = properties;
  return (
    classesOf({ properties, ...element }).some((name) => CREDIT.test(name)) ||
    (Array.isArray(itemProp) && itemProp.some((name) => CREDIT_PROPERTY.test(name)))
  );
}

/** Text with a space between the elements that it stands in. */
function spaced(node: RootContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(spaced).join(' ') : '';
}

function solid(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, '');
}

function without(node: RootContent, gone: ReadonlySet<RootContent>): RootContent {
  if (node.type !== 'element') return node;
  const children = node.children
    .filter((child) => !gone.has(child))
    .map((child) => without(child, gone) as (typeof node.children)[number]);
  return { ...node, children };
}

/** True for an element that says something under a picture. */
export function isCaption(element: Element): boolean {
  return (
    element.tagName === 'figcaption' ||
    classesOf(element).some((name) => name === 'wp-caption-text' || name === 'tr-caption')
  );
}

/** True where a caption has words. */
export function hasWords(nodes: readonly RootContent[]): boolean {
  return nodes.some((node) => hasInk(textOf(node)));
}
