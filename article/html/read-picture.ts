import type { Element, RootContent } from 'hast';
import type { Picture } from '../blocks/picture.ts';
import type { ReadInside } from '../blocks/spec.ts';
import { newBlockId } from '../ids.ts';
import type { Run } from '../inline.ts';
import { hasClass } from './classes.ts';
import { byClass, find, findAll, shownText } from './find.ts';
import { collapseText } from './white-space.ts';

/** True for an element that may hold a picture with its caption. */
export function isFigure(element: Element): boolean {
  return element.tagName === 'figure';
}

/** The picture of an `img` element; undefined for another element. */
export function readImg(from: Element, read: ReadInside): Picture[] | undefined {
  if (from.tagName !== 'img') return undefined;
  const { src, alt, width, height } = from.properties;
  const picture: Picture = {
    id: newBlockId(),
    alt: typeof alt === 'string' ? collapseText(alt) : '',
    caption: [],
    credit: '',
    copyright: '',
  };
  const file = /^media\/([^/]+)$/u.exec(String(src))?.[1];
  const source = typeof src === 'string' ? read.address(src) : undefined;
  if (file !== undefined) picture.file = file;
  else if (source !== undefined && /^https?:/iu.test(source)) picture.source = source;
  const [across, down] = [pixels(width), pixels(height)];
  if (across !== undefined) picture.width = across;
  if (down !== undefined) picture.height = down;
  return [picture];
}

/** The picture of a figure with what its caption says; undefined for a figure of something else. */
export function readFigure(from: Element, read: ReadInside): Picture[] | undefined {
  const captions = findAll(from, ({ tagName }) => tagName === 'figcaption');
  const said = readCaption(captions, read);
  if (hasClass(from, 'image')) return [{ ...readOwn(from, read), ...said }];
  const img = find(from, ({ tagName }) => tagName === 'img');
  const [picture] = img === undefined ? [] : (readImg(img, read) ?? []);
  return picture === undefined ? undefined : [{ ...picture, ...said }];
}

/** The picture of a figure of ours, without what its caption says. */
function readOwn(figure: Element, read: ReadInside): Picture {
  const isTag = (name: string) => (element: Element) => element.tagName === name;
  const img = find(figure, isTag('img'));
  const [shown] = img === undefined ? [] : (readImg(img, read) ?? []);
  const picture: Picture = shown ?? {
    id: newBlockId(),
    alt: '',
    caption: [],
    credit: '',
    copyright: '',
  };
  if (hasClass(figure, 'decorative')) picture.decorative = true;
  const links = figure.children
    .filter((child) => child.type === 'element')
    .filter((child) => child.tagName === 'a' || hasClass(child, 'picture'))
    .flatMap((child) => (child.tagName === 'a' ? [child] : findAll(child, isTag('a'))));
  for (const link of links) {
    const address = String(link.properties.href);
    if (shown !== undefined || hasClass(link, 'leads-to')) {
      picture.href = address;
    } else {
      picture.source = address;
      if (!hasClass(link, 'unnamed')) picture.alt = shownText(link);
    }
  }
  const alt = byClass(figure, 'alt');
  if (alt !== undefined) picture.alt = shownText(alt);
  return picture;
}

/** Several pictures in one figure of ours; undefined for another element. */
export function readGallery(
  from: Element,
  read: ReadInside,
): { images: Picture[]; caption: Run[] } | undefined {
  if (from.tagName !== 'figure' || !hasClass(from, 'gallery')) return undefined;
  const figures = findAll(from, isFigure);
  const captions = from.children.filter(
    (child) => child.type === 'element' && child.tagName === 'figcaption',
  );
  return {
    images: figures.flatMap((figure) => readFigure(figure, read) ?? []),
    caption: read.runs(captions),
  };
}

/** What a caption says: its words, who made the picture, whose it is. */
export function readCaption(
  captions: readonly RootContent[],
  read: ReadInside,
): Pick<Picture, 'caption' | 'credit' | 'copyright'> {
  const [only] = captions;
  const caption = only?.type === 'element' ? byClass(only, 'caption') : undefined;
  const credit = only?.type === 'element' ? byClass(only, 'credit') : undefined;
  const copyright = only?.type === 'element' ? byClass(only, 'copyright') : undefined;
  const ours = [caption, credit, copyright].some((part) => part !== undefined);
  return {
    caption: read.runs(ours ? [caption].filter((part) => part !== undefined) : captions),
    credit: shownText(credit),
    copyright: shownText(copyright),
  };
}

function pixels(value: unknown): number | undefined {
  const size = Number.parseInt(String(value), 10);
  return size >= 1 && size <= 1_000_000 ? size : undefined;
}
