import type { Picture } from './picture.ts';

/** A size in which a picture is published, in pixels. */
export interface PublishedSize {
  width: number;
  height: number;
}

/** The widths of published pictures: a phone, a column, a column on a sharp screen. */
const WIDTHS = [480, 960, 1600];
/** A smaller size is of no use next to one that is hardly larger. */
const WORTHWHILE = 1.15;

/**
 * The sizes of a picture, the smallest first: never larger than it is, never wider than the widest,
 * in its own proportions.
 */
export function publishedSizes({
  width,
  height,
}: Pick<Picture, 'width' | 'height'>): [PublishedSize, ...PublishedSize[]] {
  const widest = Math.min(width, WIDTHS.at(-1) ?? width);
  const of = (wide: number) => ({
    width: wide,
    height: Math.max(1, Math.round((height * wide) / width)),
  });
  const smaller = WIDTHS.filter((wide) => wide * WORTHWHILE < widest).map(of);
  const [first, ...others] = [...smaller, of(widest)];
  return [first ?? of(widest), ...others];
}
