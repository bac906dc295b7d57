import type { Element, ElementContent } from 'hast';
import { z } from 'zod';
import { element } from '../html/element.ts';
import { safeHref } from '../html/href.ts';
import { inlineToHast } from '../html/inline.ts';
import type { PageSetting } from '../html/page-setting.ts';
import { collapseText, hasInk } from '../html/white-space.ts';
import { newBlockId } from '../ids.ts';
import { type Run, plainText, runsSchema } from '../inline.ts';
import type { Warning } from '../publish.ts';
import { idSchema, textSchema, webAddressSchema } from '../schema.ts';
import type { Hold } from './holds.ts';

/** A picture with what is said of it; an image block is one, a gallery holds some. */
export interface Picture {
  id: string;
  /** Its name in the story's media folder: the hash of its bytes and what it is, `9f2c….jpg`. */
  file?: string;
  /** The web address of a picture that is not in the media folder. */
  source?: string;
  /** Where a click on it leads. */
  href?: string;
  /** What it shows, for those who do not see it. */
  alt: string;
  /** It shows nothing that has to be said: no alt text is wanted. */
  decorative?: true;
  caption: Run[];
  credit: string;
  copyright: string;
  /** Pixels */
  width?: number;
  /** Pixels */
  height?: number;
  /** What the picture's own file said about it when the picture was added. */
  from?: { caption?: string; alt?: string; credit?: string; copyright?: string };
}

const pixels = z.exactOptional(z.int().min(1).max(1_000_000));
const fromFile = z.exactOptional(textSchema);

/** The keys of a picture, without its id. */
export const pictureKeys = {
  file: z.exactOptional(
    z
      .string()
      .regex(
        /^[0-9a-f]{16,128}\.(?:avif|gif|jpe?g|png|tiff?|webp)$/u,
        'expected the name of a picture in the media folder, such as 9f2c41d07ab3e655.jpg',
      ),
  ),
  source: z.exactOptional(webAddressSchema),
  alt: textSchema.default(''),
  decorative: z.exactOptional(z.literal(true)),
  caption: runsSchema,
  credit: textSchema.default(''),
  copyright: textSchema.default(''),
  width: pixels,
  height: pixels,
  from: z.exactOptional(
    z.looseObject({ alt: fromFile, caption: fromFile, credit: fromFile, copyright: fromFile }),
  ),
  href: z.exactOptional(textSchema),
};

/** A picture that is part of a block. */
export const pictureSchema = z.looseObject({ id: idSchema.default(newBlockId), ...pictureKeys });

/** What a picture holds, for those who walk an article; what its file says is for the desk alone. */
export const pictureHolds: readonly Hold[] = [
  { key: 'file', is: 'value' },
  { key: 'source', is: 'value' },
  { key: 'href', is: 'value' },
  { key: 'alt', is: 'value', written: true },
  { key: 'decorative', is: 'value' },
  { key: 'width', is: 'value' },
  { key: 'height', is: 'value' },
  { key: 'caption', is: 'runs' },
  { key: 'credit', is: 'text' },
  { key: 'copyright', is: 'text' },
];

/** What the desk should know before a picture goes out; `at` is its place in the block. */
export function pictureWarnings(picture: Picture, at = ''): Warning[] {
  const place = (key: string) => (at === '' ? key : `${at}.${key}`);
  const warnings: Warning[] = [];
  if (picture.file === undefined) {
    warnings.push(
      picture.source === undefined
        ? {
            code: 'no-picture',
            path: at,
            message: 'There is no picture here; only what is said of it goes out.',
          }
        : {
            code: 'picture-not-here',
            path: place('source'),
            message: `The picture at ${picture.source} is not in the story; it goes out as a link.`,
          },
    );
  }
  if (!hasInk(picture.alt) && picture.decorative !== true) {
    warnings.push({
      code: 'no-alt',
      path: place('alt'),
      message: `${nameForDesk(picture)} has no alt text; say what it shows, or mark it as decorative.`,
    });
  }
  if (picture.href !== undefined && safeHref(picture.href) === undefined) {
    warnings.push({
      code: 'link-not-published',
      path: place('href'),
      message: `“${picture.href}” is no web, mail or telephone address; the picture goes out without a link.`,
    });
  }
  if (!hasInk(picture.credit) && !hasInk(picture.copyright)) {
    warnings.push({
      code: 'no-credit',
      path: place('credit'),
      message: `${nameForDesk(picture)} has no credit; say who made it.`,
    });
  }
  return warnings;
}

/** What the desk knows a picture by. */
function nameForDesk({ caption, alt }: Picture): string {
  const words = [plainText(caption), alt].map(collapseText).find(hasInk);
  if (words === undefined) return 'A picture without a caption';
  const characters = Array.from(words);
  const short = characters.length > 40 ? `${characters.slice(0, 40).join('').trimEnd()}…` : words;
  return `The picture “${short}”`;
}

/**
 * A picture as a figure. One that is not in the story is a link to where it is: a page asks nothing
 * of anyone. Nothing for a picture of which there is nothing to print.
 */
export function pictureToHast(picture: Picture, page: PageSetting): Element[] {
  const shown = shownPicture(picture, page);
  const caption = captionToHast(picture);
  const children = [
    ...shown,
    ...(caption.length === 0 ? [] : [element('figcaption', {}, caption)]),
  ];
  if (children.length === 0) return [];
  const className = ['image'];
  if (picture.file === undefined) className.push('elsewhere');
  if (picture.decorative) className.push('decorative');
  return [element('figure', { className }, children)];
}

function shownPicture(picture: Picture, page: PageSetting): ElementContent[] {
  const { file, source } = picture;
  const href = picture.href === undefined ? undefined : safeHref(picture.href);
  // A decorative picture that has an alt text keeps it in the article alone.
  const alt = picture.decorative && file !== undefined ? '' : collapseText(picture.alt);
  if (file !== undefined) {
    const found = page.media?.(file);
    const img = element('img', {
      src: found?.src ?? `media/${file}`,
      ...(found?.srcset === undefined
        ? {}
        : { srcSet: found.srcset, sizes: '(min-width: 46rem) 42rem, 100vw' }),
      alt,
      width: found?.width ?? picture.width,
      height: found?.height ?? picture.height,
      loading: 'lazy',
    });
    return [href === undefined ? img : element('a', { href, ...nameOf(alt, page) }, [img])];
  }
  const lines: ElementContent[][] = [];
  const name = hasInk(alt) ? alt : page.words.picture;
  const own = hasInk(alt) ? {} : { className: ['unnamed'], ...page.words.own };
  if (source !== undefined) lines.push([element('a', { href: safeHref(source), ...own }, name)]);
  else if (hasInk(alt)) lines.push([element('span', { className: ['alt'] }, alt)]);
  if (href !== undefined) {
    lines.push([element('a', { className: ['leads-to'], href }, withoutScheme(href))]);
  }
  return lines.map((line) => element('p', { className: ['picture'] }, line));
}

/** A link around a picture without alt text has no name of its own. */
function nameOf(alt: string, page: PageSetting) {
  return hasInk(alt) ? {} : { ariaLabel: page.words.picture };
}

function captionToHast({ caption, credit, copyright }: Picture): ElementContent[] {
  const parts: Element[] = [];
  const words = inlineToHast(caption);
  if (words.length > 0) parts.push(element('span', { className: ['caption'] }, words));
  const [by, of] = [collapseText(credit), collapseText(copyright)];
  if (by !== '') {
    const className = by === of ? ['credit', 'copyright'] : ['credit'];
    parts.push(element('span', { className }, by));
  }
  if (of !== '' && of !== by) parts.push(element('span', { className: ['copyright'] }, of));
  return parts.flatMap((part, index) =>
    index === 0 ? [part] : [{ type: 'text' as const, value: ' ' }, part],
  );
}

/** An address as people say it: `example.com/page`. */
export function withoutScheme(href: string): string {
  return href.replace(/^(?:https?:\/\/|mailto:|tel:)(?:www\.)?/iu, '').replace(/\/$/u, '');
}
