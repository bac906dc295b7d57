import type { Element } from 'hast';
import type { Picture } from '../blocks/picture.ts';
import type { ReadInside } from '../blocks/spec.ts';
import { newBlockId } from '../ids.ts';
import { isBeacon } from './beacon.ts';
import { byClass, find, findAll, shownText } from './find.ts';
import { hasClass } from './classes.ts';
import { readOwnCaption } from '../blocks/image/read-caption.ts';
import { collapseText } from './white-space.ts';

/** The property of an `img` that holds its title in Markdown, which is its caption. */
export const MARKDOWN_TITLE = 'dataMarkdownTitle';

/**
 * The picture of an `img` or `picture` element. Nothing for one that is not there to be seen: a
 * spacer, or a pixel that counts readers. Undefined for another element.
 */
export function readImg(from: Element, read: ReadInside): Picture[] | undefined {
  if (from.tagName !== 'img' && from.tagName !== 'picture') return undefined;
  const img = from.tagName === 'img' ? from : find(from, ({ tagName }) => tagName === 'img');
  if (img === undefined || isBeacon(img)) return [];
  const picture = emptyPicture();
  const { alt, src, width, height } = img.properties;
  if (typeof alt === 'string') picture.alt = collapseText(alt);
  const title = img.properties[MARKDOWN_TITLE];
  if (typeof title === 'string') picture.caption = [{ text: collapseText(title) }];
  const file = fileOf(String(src));
  if (file === undefined) {
    const address = addressOf(img, from, read);
    if (address === undefined && isSpacer(String(src))) return [];
    if (address === undefined) read.keep(String(src), picture.id);
    else {
      picture.source = address;
      // A saved page has its pictures beside it, and still says where it was on the web.
      if (!/^data:/iu.test(String(src))) read.keep(String(src), picture.id);
    }
  } else {
    picture.file = file;
    // Of a picture elsewhere, a page says how large it shows it, not how large it is.
    const [across, down] = [pixels(width), pixels(height)];
    if (across !== undefined) picture.width = across;
    if (down !== undefined) picture.height = down;
  }
  return [picture];
}

/** The stored file that a page of ours shows in one of its published sizes. */
function fileOf(src: string): string | undefined {
  const [, stem = '', ending = ''] =
    /^media\/([0-9a-f]{16,128})(?:-\d{1,5})?(\.[a-z]{3,4})$/u.exec(src) ?? [];
  return stem === '' ? undefined : stem + ending;
}

/** True for a picture as Galley writes it. */
export function isOwnPicture(element: Element): boolean {
  const isFigure = element.tagName === 'figure' || hasClass(element, 'wp-caption');
  return isFigure && hasClass(element, 'image');
}

/** The picture of a figure that Galley published. */
export function readOwnPicture(figure: Element, read: ReadInside): Picture {
  const caption = find(figure, isTag('figcaption'));
  const shown = figure.children.filter((child) => child !== caption);
  const inside: Element = { ...figure, children: shown };
  const img = find(inside, isTag('img'));
  const picture = (img === undefined ? undefined : readImg(img, read)?.[0]) ?? emptyPicture();
  if (hasClass(figure, 'decorative')) picture.decorative = true;
  for (const link of findAll(inside, isTag('a'))) {
    const address = String(link.properties.href);
    if (img !== undefined || hasClass(link, 'leads-to')) {
      picture.href = address;
    } else {
      picture.source = address;
      if (!hasClass(link, 'unnamed')) picture.alt = shownText(link);
    }
  }
  const alt = byClass(inside, 'alt');
  if (alt !== undefined) picture.alt = shownText(alt);
  return { ...picture, ...(caption === undefined ? {} : readOwnCaption(caption, read)) };
}

function isTag(name: string) {
  return (element: Element): boolean => element.tagName === name;
}

function emptyPicture(): Picture {
  return { id: newBlockId(), alt: '', caption: [], credit: '', copyright: '' };
}

/** Where pages that load their pictures late keep the address meanwhile. */
const LATE = ['dataSrc', 'dataOriginal', 'dataLazySrc', 'dataHiResSrc', 'dataFullSrc'];

function addressOf(img: Element, around: Element, read: ReadInside): string | undefined {
  const sources = findAll(around, ({ tagName }) => tagName === 'source');
  const { src, srcSet, dataSrcset, dataSrcSet } = img.properties;
  const candidates = [
    ...LATE.map((name) => img.properties[name]),
    src,
    ...[srcSet, dataSrcset, dataSrcSet, ...sources.map((one) => one.properties.srcSet)].map(widest),
  ];
  return candidates
    .map((address) => (typeof address === 'string' ? read.address(address) : undefined))
    .find((address) => address !== undefined && /^https?:/iu.test(address));
}

/** The address of the widest picture in a `srcset`. */
function widest(srcSet: unknown): string | undefined {
  if (typeof srcSet !== 'string') return undefined;
  return srcSet
    .split(/,\s+|,(?=https?:)/u)
    .map((candidate) => candidate.trim().split(/\s+/u))
    .toSorted(([, a = '1'], [, b = '1']) => Number.parseFloat(b) - Number.parseFloat(a))
    .at(0)
    ?.at(0);
}

/** What stands in for a picture until it is loaded, or takes up room: a few bytes, or nothing. */
function isSpacer(src: string): boolean {
  return src === '' || src === 'undefined' || /^data:image\/(?:gif|png|svg)/iu.test(src)
    ? src.length < 200
    : src.startsWith('about:');
}

function pixels(value: unknown): number | undefined {
  const size = Number.parseInt(String(value), 10);
  return size >= 1 && size <= 1_000_000 && !String(value).includes('%') ? size : undefined;
}
