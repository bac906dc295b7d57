import type { Element } from 'hast';
import { paragraphOf } from '../paragraph/paragraphs.ts';
import type { Block } from '../blocks.ts';
import type { Picture } from '../picture.ts';
import type { ReadInside } from '../spec.ts';
import { newBlockId } from '../../ids.ts';
import { type Run, joinRuns } from '../../inline.ts';
import { hasClass } from '../../html/classes.ts';
import { find, findAll } from '../../html/find.ts';
import { hasWords, isCaption, readCaption } from '../image/read-caption.ts';
import { isOwnPicture, readOwnPicture } from '../../html/read-picture.ts';

/**
 * Reads a figure: a picture with its caption, several as a gallery, a table with its caption, or
 * what else it holds with the caption after it. Undefined for a picture of ours, a figure of words
 * alone, and another element.
 */
export function readFigure(from: Element, read: ReadInside): Block[] | undefined {
  if (from.tagName !== 'figure' && !hasClass(from, 'wp-caption')) return undefined;
  if (isOwnPicture(from)) return undefined;
  if (find(from, ({ tagName }) => HOLDS.has(tagName)) === undefined) return undefined;
  const captions = from.children.filter((child) => child.type === 'element' && isCaption(child));
  const blocks = read.blocks(from.children.filter((child) => !captions.includes(child)));
  const said = readCaption(captions, read);
  if (!hasWords(captions)) return gathered(blocks, []);
  const images = blocks.filter((block) => block.type === 'image');
  const [only] = images;
  if (only !== undefined && images.length === 1 && !read.hasWords(only)) {
    return blocks.map((block) => (block === only ? { ...only, ...said } : block));
  }
  const caption = joinRuns([
    ...said.caption,
    ...(said.credit === ''
      ? []
      : [{ text: `${said.caption.length === 0 ? '' : ' '}${said.credit}` }]),
  ]);
  const tables = blocks.filter((block) => block.type === 'table');
  const [table] = tables;
  // A caption of ours stands over the table: one that comes before it may become one.
  const first = captions[0] === from.children.find((child) => child.type === 'element');
  if (first && table !== undefined && blocks.length === 1 && table.caption.length === 0) {
    return [{ ...table, caption }];
  }
  return gathered(blocks, caption);
}

const HOLDS = new Set(['img', 'picture', 'iframe', 'video', 'audio', 'object', 'embed', 'table']);

/** Pictures and nothing else are a gallery; other blocks have the caption after them. */
function gathered(blocks: readonly Block[], caption: Run[]): Block[] {
  const images = blocks.filter((block) => block.type === 'image');
  if (images.length > 1 && images.length === blocks.length) {
    const pictures = images.map((image): Picture => {
      const { type: _, ...picture } = image;
      return picture;
    });
    return [{ type: 'gallery', id: newBlockId(), images: pictures, caption }];
  }
  if (caption.length === 0) return [...blocks];
  return [...blocks, paragraphOf(caption)];
}

/** The pictures and the caption of a gallery of ours; undefined for another element. */
export function readOwnGallery(
  from: Element,
  read: ReadInside,
): { images: Picture[]; caption: Run[] } | undefined {
  if (from.tagName !== 'figure' || !hasClass(from, 'gallery')) return undefined;
  const figures = findAll(from, (one) => one.tagName === 'figure' && hasClass(one, 'image'));
  const captions = from.children.filter(
    (child) => child.type === 'element' && child.tagName === 'figcaption',
  );
  const strays = findAll(from, ({ tagName }) => tagName === 'img' || tagName === 'figure');
  if (strays.length !== figures.length) return undefined;
  return {
    images: figures.map((figure) => readOwnPicture(figure, read)),
    caption: read.runs(captions),
  };
}
